import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidAs } from '../../src/followup/facts.ts';
import { differencesBetween, broughtUpToDate } from '../../src/memo/differences.ts';
import { firstHeadings, rememberedIn, rememberedOf } from '../../src/memo/headings.ts';
import {
  type Draft,
  memoOf,
  newDraft,
  restored,
  withoutOwn,
  withOwn,
  withQuote,
  withText,
} from '../../src/memo/memo.ts';
import { type Quote, quotesOf } from '../../src/memo/quote.ts';
import { draftIn, storedOf } from '../../src/memo/storedDraft.ts';
import { memoSentences as words } from '../../src/text/svMemoSentences.ts';
import { anna } from '../builders.ts';
import { demoFacts, demoOverview, demoTables, someHeadings } from './facts.ts';

const golden =
  'En sammanställning visar att alla avdelningar har fått tre eller fyra miljömål nerfördelade, av fyra möjliga. Endast en avdelning (Regionservice) har fördelat mål till enhetsnivå. För de mål som ligger på avdelningsnivå har fyra avdelningar av nio minst en aktivitet inlagd, och totalt tio aktiviteter har lagts in inom Regionstyrelsen.';

const today = '2023-08-25';
const draft = (fields: Partial<Draft> = {}): Draft => ({
  ...newDraft(demoFacts(), someHeadings(), today),
  ...fields,
});
const textOf = (one: Draft, id: string) =>
  [...memoOf(one, words).description.paragraphs, memoOf(one, words).proposal.paragraph].find(
    (p) => p.id === id,
  )?.text;
const said: Quote = { key: 'c-1', kind: 'comment', place: 'Kost', text: 'Svinnet har halverats.' };
const done: Quote = { key: 'a-1', kind: 'activity', place: 'Fastighet', text: 'Rekrytera energiingenjör' };

describe('the memo from the demonstration region', () => {
  it('[M1] counts from the rows, and says the golden paragraph letter for letter', () => {
    expect(textOf(draft(), 'counts')).toBe(golden);
  });

  it('[M4] stands in the order of the memo, and says nothing where there is nothing to say', () => {
    const memo = memoOf(draft(), words);
    expect(memo.description.heading).toBe('Ärendebeskrivning');
    expect(memo.description.paragraphs.map(({ id }) => id)).toEqual(['goals', 'carried', 'counts', 'beside']);
    expect(memo.proposal.heading).toBe('Regiondirektörens förslag');
    expect(memo.proposal.paragraph.text).toBe(
      'Uppföljningen av aktiviteterna kopplade till miljömål godkänns.',
    );
    expect([memo.signed.heading, memo.copies.heading]).toEqual(['I tjänsten', 'Utdrag till']);
  });

  it('[M2] tells which goals are measured, for the region as a whole, and which period is next', () => {
    expect(textOf(draft(), 'goals')).toMatch(/^Regionstyrelsen har fyra miljömål för 2023: ”/);
    expect(textOf(draft(), 'goals')).toContain('Tre av dem, ”');
    expect(textOf(draft(), 'goals')).toContain(
      'mäts för regionen som helhet, och utfallet kan inte delas upp på avdelningar.',
    );
    expect(textOf(draft(), 'goals')).toContain(
      'Närmast följs perioden ”Delår augusti” upp, senast den 31 augusti 2023.',
    );
  });

  it('[M5] tells of ordinary work by itself, and of the stage goal that it helps', () => {
    expect(textOf(draft(), 'beside')).toBe(
      'Vid sidan av aktiviteterna bidrar ett ordinarie arbete till målen. Det är en del av verksamheten och räknas för sig. Bland det arbetet finns bidrag till etappmålet ”Alla personbilar och transportfordon har fossilfri drift” (senast den 31 december 2030).',
    );
  });

  it('[M2] has a table of departments and goals in the organisation’s order, and one of the whole region’s indicators', () => {
    const [goals, indicators] = memoOf(draft(), words).appendix.tables;
    expect(goals?.rows).toHaveLength(9);
    expect(goals?.rows[0]?.[0]).toBe('Regionservice');
    expect(goals?.rows[0]?.at(-1)).toBe('5');
    expect(indicators?.rows[0]).toEqual([
      'Koldioxid från tjänsteresor och transporter',
      '1\u00A0678 ton CO2e (2015)',
      '1\u00A0538 ton CO2e (2022)',
      '1\u00A0510,2 ton CO2e (2026)',
    ]);
    expect(JSON.stringify(indicators)).not.toContain('Regionservice');
  });
});

describe('the sentences in every variation', () => {
  const facts = demoFacts();
  const [a, b, c] = facts.goals.map((goal) => ({ ...goal, isMeasured: false, isCarried: true }));
  if (!a || !b || !c) throw new Error('The demonstration has fewer goals');
  const m = (goal: typeof a) => ({ ...goal, isMeasured: true });

  it.each([
    ['none', [], ''],
    ['one, measured', [m(a)], 'Det mäts för regionen som helhet'],
    ['one, not measured', [a], 'Det mäts inte.'],
    ['none of two', [a, b], 'Inget av dem mäts.'],
    ['one of two', [m(a), b], `Ett av dem, ”${a.title}”, mäts`],
    ['two of three', [m(a), m(b), c], `Två av dem, ”${a.title}” och ”${b.title}”, mäts`],
    ['all', [m(a), m(b)], 'Alla mäts för regionen som helhet'],
  ])('[M2] measured goals: %s', (_, goals, sentence) => {
    expect(words.goals({ ...facts, goals, periods: [] }, today)).toContain(sentence);
  });

  it.each([
    ['none', [], ''],
    ['one to come', [['2023-08-31', false]], 'Närmast följs perioden ”P0” upp, senast den 31 augusti 2023.'],
    ['one closed', [['2023-08-31', true]], 'Perioden ”P0” är uppföljd och avslutad.'],
    [
      'one closed and one to come',
      [
        ['2023-08-31', true],
        ['2023-12-31', false],
      ],
      'Perioden ”P0” är uppföljd och avslutad. Härnäst följs perioden ”P1” upp, senast den 31 december 2023.',
    ],
    [
      'two closed',
      [
        ['2023-08-31', true],
        ['2023-12-31', true],
      ],
      'Perioderna ”P0” och ”P1” är uppföljda och avslutade.',
    ],
    ['one that is late', [['2023-04-30', false]], ''],
  ] as [string, [string, boolean][], string][])('[M4] periods: %s', (_, given, sentence) => {
    const periods = given.map(([ends, isClosed], n) => ({ title: `P${n}`, ends, dueOn: null, isClosed }));
    expect(words.goals({ ...facts, goals: [], periods }, today)).toBe(sentence);
  });

  it.each([
    [[], ''],
    [[said], 'Arbetet beskrivs i kommentarer och inkluderar bl.a. ”Svinnet har halverats” (Kost).'],
    [[done], 'Bland aktiviteterna finns ”Rekrytera energiingenjör” (Fastighet).'],
    [
      [said, done],
      'Arbetet beskrivs i kommentarer och inkluderar bl.a. ”Svinnet har halverats” (Kost). Ett annat exempel bland aktiviteterna är ”Rekrytera energiingenjör” (Fastighet).',
    ],
    [
      [said, { ...said, key: 'c-2', place: 'Städ', text: 'Vi provar\n”torr” städning …' }],
      'Arbetet beskrivs i kommentarer och inkluderar bl.a. ”Svinnet har halverats” (Kost) och ”Vi provar ’torr’ städning …” (Städ).',
    ],
  ] as [Quote[], string][])('[M3] quotes what was ticked, and nothing else %#', (quotes, sentence) => {
    expect(words.work(quotes)).toBe(sentence);
  });

  it.each([
    [0, 0, 10, ''],
    [
      1,
      0,
      10,
      'Vid sidan av aktiviteterna bidrar ett ordinarie arbete till målen. Det är en del av verksamheten och räknas för sig.',
    ],
    [
      13,
      0,
      10,
      'Vid sidan av aktiviteterna bidrar 13 ordinarie arbeten till målen. De är en del av verksamheten och räknas för sig.',
    ],
    [
      0,
      1,
      10,
      'Av de tio aktiviteterna är en möjliggörande: den skapar förutsättningar för att andra ska nå målen.',
    ],
    [
      0,
      2,
      13,
      'Av de 13 aktiviteterna är två möjliggörande: de skapar förutsättningar för att andra ska nå målen.',
    ],
    [
      0,
      1,
      1,
      'Den enda aktiviteten är möjliggörande: den skapar förutsättningar för att andra ska nå målen.',
    ],
    [0, 3, 3, 'Alla aktiviteter är möjliggörande: de skapar förutsättningar för att andra ska nå målen.'],
  ])('[M5] %i ordinary, %i enabling of %i', (ordinary, enabling, activities, sentence) => {
    expect(saidAs(words.beside({ ...facts, ordinary, enabling, activities, stageGoals: [] }))).toBe(sentence);
  });

  it('[M5] no sentence contradicts its facts', () => {
    const counts = fc.record({
      ordinary: fc.nat(20),
      enabling: fc.nat(20),
      more: fc.nat(20),
      measured: fc.array(fc.boolean(), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(counts, ({ ordinary, enabling, more, measured }) => {
        const goals = measured.map((isMeasured, n) => ({ ...a, key: `g-${n}`, title: `G${n}`, isMeasured }));
        const given = { ...facts, goals, ordinary, enabling, activities: enabling + more };
        const beside = saidAs(words.beside(given));
        expect(beside.includes('ordinarie')).toBe(ordinary > 0);
        expect(beside.includes('möjliggörande')).toBe(enabling > 0);
        expect(beside.includes('Alla aktiviteter')).toBe(enabling > 1 && more === 0);
        expect(beside.includes('etappmålet')).toBe(ordinary + enabling > 0);
        const told = words.goals(given, today);
        expect(told.includes('mäts för regionen')).toBe(measured.includes(true));
        // Only what is measured is named as measured.
        const named = / av dem, (.*), mäts/.exec(told)?.[1] ?? '';
        expect(goals.filter(({ title, isMeasured }) => named.includes(`”${title}”`) && !isMeasured)).toEqual(
          [],
        );
        expect(`${beside} ${told}`).not.toMatch(/undefined|\(\)|[.,]{2}|\bnoll\b/);
        expect(beside + told).not.toMatch(/ {2}|^ | $/);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });
});

describe('what people write', () => {
  const id = { id: 'counts', source: 'facts' } as const;

  it('[M6] stands when the facts are taken anew, is shown as behind them, and can be given back', () => {
    const edited = withText(draft(), id, 'Mina ord.', words);
    const facts = { ...demoFacts(), activities: 11 };
    const later = broughtUpToDate(edited, facts, [], today);
    const [was, is] = [edited, later].map((one) =>
      memoOf(one, words).description.paragraphs.find((p) => p.id === 'counts'),
    );
    expect(was).toMatchObject({ text: 'Mina ord.', isEdited: true, isBehind: false });
    expect(is).toMatchObject({ text: 'Mina ord.', isEdited: true, isBehind: true });
    expect(textOf(restored(later, 'counts'), 'counts')).toContain('totalt elva aktiviteter');
  });

  it('[M6] written back to what stood there, is no change any more', () => {
    const edited = withText(draft(), id, 'Mina ord.', words);
    expect(withText(edited, id, golden, words).edits).toEqual({});
  });

  it('[M6] may be a paragraph where nothing was to be said, or nothing where something was', () => {
    const work = { id: 'work', source: 'comments' } as const;
    expect(textOf(withText(draft(), work, 'Egna ord.', words), 'work')).toBe('Egna ord.');
    expect(textOf(withText(draft(), id, '', words), 'counts')).toBe('');
  });

  it('[M6] may be paragraphs of one’s own, each by itself', () => {
    const two = withOwn(withOwn(draft()));
    const own = (n: number) => ({ id: `own-${n}`, source: 'own' }) as const;
    const written = withText(withText(two, own(0), 'Ett', words), own(1), 'Två', words);
    expect(withoutOwn(written, 'own-0').own).toEqual(['Två']);
  });

  it('[M3] a tick puts the quote last, and off takes it out', () => {
    const both = withQuote(withQuote(draft(), said, true), done, true);
    expect(withQuote(both, said, true).quotes).toEqual([done, said]);
    expect(withQuote(both, said, false).quotes).toEqual([done]);
  });

  it('[M10] comes back from the device as it was; facts of another version are left out, and words are not', () => {
    const mine = withText(withQuote(draft(), said, true), id, 'Mina ord.', words);
    const stored: unknown = JSON.parse(JSON.stringify(storedOf(mine)));
    expect(draftIn(stored)).toEqual(mine);
    expect(draftIn({ ...(stored as object), factsVersion: 0 })).toEqual({ ...mine, facts: undefined });
    for (const bad of [undefined, null, 'x', [], {}, { headings: {}, takenOn: 'i går' }])
      expect(draftIn(bad)).toBeUndefined();
  });
});

describe('what has come between', () => {
  it('[M8] nothing is listed exactly when the facts are what they were', () => {
    const change = fc.constantFrom(
      'none',
      'counted',
      'cell',
      'goal',
      'waiting',
      'period',
      'indicator',
      'gone',
    );
    fc.assert(
      fc.property(change, fc.nat(8), (what, n) => {
        const then = demoFacts();
        const lines = then.lines.map((line, at) =>
          at !== n
            ? line
            : what === 'counted'
              ? { ...line, counted: line.counted + 1 }
              : what === 'cell'
                ? { ...line, cells: line.cells.map((one) => ({ ...one, ordinary: one.ordinary + 1 })) }
                : line,
        );
        const now = {
          ...then,
          lines: what === 'gone' ? lines.filter((_, at) => at !== n) : lines,
          goals: what === 'goal' ? then.goals.slice(1) : then.goals,
          waiting: what === 'waiting' ? then.waiting + 1 : then.waiting,
          periods: what === 'period' ? then.periods.map((one) => ({ ...one, isClosed: true })) : then.periods,
          indicators: what === 'indicator' ? [] : then.indicators,
        };
        expect(differencesBetween({ facts: then, quotes: [] }, now, [])).toHaveLength(
          what === 'none' ? 0 : 1,
        );
      }),
      { seed: 2023, numRuns: 100 },
    );
  });

  it('[M8][M7] a quote that was rewritten or is gone is told, and follows when the draft is brought up to date', () => {
    const mine = draft({ quotes: [said, done] });
    const live = [{ ...said, text: 'Svinnet har minskat.' }];
    expect(differencesBetween(mine, mine.facts, live)).toEqual([
      { what: 'quoteChanged', title: 'Kost' },
      { what: 'quoteGone', title: 'Fastighet' },
    ]);
    expect(broughtUpToDate(mine, mine.facts, live, today).quotes).toEqual(live);
  });
});

describe('what can be quoted', () => {
  it('[M3] comments and the titles of what counts, in the organisation’s order; nothing of what was dropped', () => {
    const tables = demoTables();
    const [first, second] = [...tables.activities.by('shelf', '2023/regionservice')];
    if (!first || !second) throw new Error('Regionservice does nothing');
    const comment = {
      removed: false,
      shelf: first.shelf,
      periodKey: null,
      isCorrection: false,
      status: null,
      by: anna,
      on: today,
    };
    const say = (key: string, { key: subjectKey, unitShelf }: typeof first, text: string) =>
      tables.comments.put({ ...comment, key, title: text, subjectKey, unitShelf, text });
    say('c-1', first, 'Det går bra.');
    say('c-2', second, 'Det blev inget.');
    tables.activities.put({ ...second, state: 'dropped' });
    const groups = quotesOf(demoOverview(tables), tables);
    expect(groups[0]?.department.title).toBe('Regionservice');
    const all = groups.flatMap(({ quotes }) => quotes);
    expect(all.filter(({ kind }) => kind === 'comment').map(({ text }) => text)).toEqual(['Det går bra.']);
    expect(all.filter(({ kind }) => kind === 'activity')).toHaveLength(9);
    expect(JSON.stringify(all)).not.toContain(anna.name);
  });
});

describe('the headings', () => {
  const known = { board: 'Regionstyrelsen', name: 'Ingrid', mail: 'i@x.example', day: today, year: 2024 };

  it('[M9] are remembered from one memo to the next, a diary number with its own year', () => {
    const mine = someHeadings({ diaryNumber: 'RS/143/2023', copies: ['Miljöstrateg'], authorUnit: 'Miljö' });
    const remembered = rememberedIn(rememberedOf(mine, 2023, undefined));
    expect(firstHeadings(remembered, known)).toMatchObject({
      copies: ['Miljöstrateg'],
      authorUnit: 'Miljö',
      diaryNumber: '',
    });
    expect(firstHeadings(remembered, { ...known, year: 2023 }).diaryNumber).toBe('RS/143/2023');
    expect(
      rememberedIn(rememberedOf({ ...mine, diaryNumber: 'RS/1' }, 2024, remembered))?.diaryNumbers,
    ).toEqual({
      2023: 'RS/143/2023',
      2024: 'RS/1',
    });
  });

  it('[M9] of a setting that somebody has spoiled are what is readable of it', () => {
    for (const bad of [null, '', 'x', '[]', '3']) expect(rememberedIn(bad)).toBeUndefined();
    expect(rememberedIn('{"copies":["a",3],"signatories":[{"name":1},"x"],"diaryNumbers":[]}')).toEqual({
      authorUnit: '',
      addressee: '',
      signatories: [{ name: '', title: '' }],
      copies: ['a'],
      diaryNumbers: {},
    });
  });
});
