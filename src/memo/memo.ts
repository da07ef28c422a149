import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { type Facts, type Said, saidAs } from '../followup/facts.ts';
import type { Headings, Signatory } from './headings.ts';
import type { MemoFacts } from './memoFacts.ts';
import type { Quote } from './quote.ts';

/** The sentences of a memo. A rule speaks no language: they are handed in, and a memo's are Swedish. */
export type MemoWords = {
  readonly title: (year: number) => string;
  readonly headings: {
    readonly description: string;
    readonly proposal: string;
    readonly signed: string;
    readonly copies: string;
  };
  /** Which goals there are, and how they are followed up; empty where there is nothing to say. */
  readonly goals: (facts: MemoFacts, today: Day) => string;
  readonly carried: (facts: MemoFacts) => string;
  readonly counts: (facts: Facts) => readonly Said[];
  readonly work: (quotes: readonly Quote[]) => string;
  readonly beside: (facts: MemoFacts) => readonly Said[];
  readonly proposal: string;
  readonly page: (current: string, all: string) => string;
  readonly appendix: string;
  readonly goalTable: (facts: MemoFacts) => Table;
  readonly indicatorTable: (facts: MemoFacts) => Table;
};

/** A table of words: its first row and first column say what the others are. */
export type Table = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** What a person has made of a paragraph, and what was written there when they did. */
export type Edit = { readonly text: string; readonly over: string };

/** A memo in the making: the facts that it was written from, and what people have put in. Plain data; it lies on the device. */
export type Draft = {
  readonly facts: MemoFacts;
  /** The day on which the facts were taken. */
  readonly takenOn: Day;
  /** The closed period whose snapshot they were taken from; `null`: from the live rows. */
  readonly basis: Key | null;
  readonly quotes: readonly Quote[];
  readonly edits: Readonly<Record<string, Edit>>;
  /** Paragraphs of one's own, after those that are written from facts. */
  readonly own: readonly string[];
  readonly headings: Headings;
};

export type Paragraph = {
  readonly id: string;
  readonly source: 'facts' | 'comments' | 'own';
  /** In parts while it is as it was written, so that its numbers can be opened. */
  readonly said: readonly Said[];
  readonly text: string;
  readonly isEdited: boolean;
  /** [M6] Edited, and what would be written there now is something else than its author saw. */
  readonly isBehind: boolean;
};

/** The memo as it stands, in the order in which it is read. */
export type Memo = {
  readonly headings: Headings;
  readonly title: string;
  readonly description: { readonly heading: string; readonly paragraphs: readonly Paragraph[] };
  readonly proposal: { readonly heading: string; readonly paragraph: Paragraph };
  readonly signed: { readonly heading: string; readonly signatories: readonly Signatory[] };
  readonly copies: { readonly heading: string; readonly to: readonly string[] };
  /** What the memo builds on: departments and goals, and the region's indicators where there are any. */
  readonly appendix: { readonly heading: string; readonly tables: readonly Table[] };
};

/** A draft that nobody has put anything in yet. */
export function newDraft(
  facts: MemoFacts,
  headings: Headings,
  takenOn: Day,
  basis: Key | null = null,
): Draft {
  return { facts, takenOn, basis, quotes: [], edits: {}, own: [], headings };
}

/** [M4] The paragraphs in their order; one with nothing to say is left out, unless a person has written something there. */
export function memoOf(draft: Draft, words: MemoWords): Memo {
  const { facts, headings } = draft;
  const { headings: heads } = words;
  const written = [
    fromFacts('goals', [words.goals(facts, draft.takenOn)]),
    fromFacts('carried', [words.carried(facts)]),
    fromFacts('counts', words.counts(facts)),
    { id: 'work', source: 'comments' as const, said: [words.work(draft.quotes)] },
    fromFacts('beside', words.beside(facts)),
  ];
  const own = draft.own.map((text, n) => ({ id: `own-${n}`, source: 'own' as const, said: [text] }));
  return {
    headings,
    title: headings.title.trim() === '' ? words.title(facts.year) : headings.title,
    description: {
      heading: heads.description,
      paragraphs: [
        ...written.map((one) => edited(one, draft)),
        ...own.map((one) => edited(one, draft)),
      ].filter((one) => one.isEdited || one.source === 'own' || one.text !== ''),
    },
    proposal: { heading: heads.proposal, paragraph: edited(fromFacts('proposal', [words.proposal]), draft) },
    signed: { heading: heads.signed, signatories: headings.signatories.filter(isFilled) },
    copies: {
      heading: heads.copies,
      to: headings.copies.map((one) => one.trim()).filter((one) => one !== ''),
    },
    appendix: {
      heading: words.appendix,
      tables: [words.goalTable(facts), words.indicatorTable(facts)].filter(
        ({ head, rows }) => rows.length > 0 && head.length > 1,
      ),
    },
  };
}

type Written = Pick<Paragraph, 'id' | 'source' | 'said'>;

function fromFacts(id: string, said: readonly Said[]): Written {
  return { id, source: 'facts', said };
}

function edited({ id, source, said }: Written, { edits }: Draft): Paragraph {
  const written = saidAs(said);
  const edit = edits[id];
  if (!edit) return { id, source, said, text: written, isEdited: false, isBehind: false };
  return { id, source, said: [edit.text], text: edit.text, isEdited: true, isBehind: edit.over !== written };
}

function isFilled({ name, title }: Signatory): boolean {
  return name.trim() !== '' || title.trim() !== '';
}

/** What a person makes of a paragraph. Written back to what stood there, it is no edit any more. */
export function withText(
  draft: Draft,
  { id, source }: Pick<Paragraph, 'id' | 'source'>,
  text: string,
  words: MemoWords,
): Draft {
  if (source === 'own') return { ...draft, own: draft.own.map((one, n) => (id === `own-${n}` ? text : one)) };
  const over = writtenOf(draft, id, words);
  return text === over ? restored(draft, id) : { ...draft, edits: { ...draft.edits, [id]: { text, over } } };
}

/** [M6] The paragraph as it is written from the facts and the quotes. */
export function restored(draft: Draft, id: string): Draft {
  const { [id]: _, ...edits } = draft.edits;
  return { ...draft, edits };
}

function writtenOf(draft: Draft, id: string, words: MemoWords): string {
  const { description, proposal } = memoOf({ ...draft, edits: {} }, words);
  return [...description.paragraphs, proposal.paragraph].find((one) => one.id === id)?.text ?? '';
}

/** A quote ticked is the last one; ticked off, it is out. */
export function withQuote(draft: Draft, quote: Quote, isTicked: boolean): Draft {
  const others = draft.quotes.filter(({ key }) => key !== quote.key);
  return { ...draft, quotes: isTicked ? [...others, quote] : others };
}

export function withOwn(draft: Draft): Draft {
  return { ...draft, own: [...draft.own, ''] };
}

export function withoutOwn(draft: Draft, id: string): Draft {
  return { ...draft, own: draft.own.filter((_, n) => id !== `own-${n}`) };
}
