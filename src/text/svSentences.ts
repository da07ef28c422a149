import type { DepartmentFacts, Facts, Said } from '../followup/facts.ts';
import { capital, list, number } from './svNumbers.ts';

const either = new Intl.ListFormat('sv', { type: 'disjunction' });

/** Names are told while they are few; the rest stands behind the number. */
const mostNames = 3;

/** What the overview says first, and the memo in its count: the same sentences, made of the same facts. */
export const sentences = {
  headline: (facts: Facts): readonly (readonly Said[])[] => [
    begun([...heldClause(facts, 'main'), '.']),
    assignedSentence(facts),
    activeSentence(facts),
  ],
  /** The memo's paragraph of counts. */
  count: (facts: Facts): readonly Said[] => [
    'En sammanställning visar att ',
    ...heldClause(facts, 'that'),
    '. ',
    ...assignedSentence(facts),
    ' ',
    ...activeSentence(facts),
  ],
};

/** As the beginning of a sentence. */
function begun([first = '', ...rest]: readonly Said[]): Said[] {
  return [typeof first === 'string' ? capital(first) : { ...first, words: capital(first.words) }, ...rest];
}

/** “… att alla avdelningar har fått tre eller fyra miljömål nerfördelade, av fyra möjliga”. */
function heldClause({ board, year, possible, departments }: Facts, after: 'main' | 'that'): Said[] {
  // In Swedish "not" stands before the verb in a clause that follows "att", and after it elsewhere.
  if (departments.length === 0) {
    return [
      after === 'that'
        ? `det inte finns några avdelningar inom ${board}`
        : `inom ${board} finns inga avdelningar`,
    ];
  }
  if (possible === 0) {
    return [
      after === 'that'
        ? `${board} inte har några miljömål för ${year}`
        : `${board} har inga miljömål för ${year}`,
    ];
  }
  const holding = departments.filter(({ held }) => held > 0);
  const without = departments.filter(({ held }) => held === 0);
  const ofPossible = `, av ${number(possible, 'ett')} ${possible === 1 ? 'möjligt' : 'möjliga'}`;
  if (holding.length === 0) {
    return [{ words: 'ingen avdelning', of: 'held' }, ` har fått något miljömål nerfördelat${ofPossible}`];
  }
  return [
    { words: whoOf(holding.length, departments.length), of: 'held' },
    ` har fått ${goalsOf(holding)}${ofPossible}`,
    ...(without.length === 0
      ? []
      : [`, medan ${countOf(without.length)}${named(without)} inte har fått något`]),
  ];
}

/** “tre eller fyra miljömål nerfördelade”; a wide spread is told by its ends. */
function goalsOf(holding: readonly DepartmentFacts[]): string {
  const counts = [...new Set(holding.map(({ held }) => held))].sort((a, b) => a - b);
  const [least = 0] = counts;
  const most = counts.at(-1) ?? least;
  const words = counts.map((n) => number(n, 'ett'));
  const told =
    counts.length > mostNames
      ? `mellan ${number(least, 'ett')} och ${number(most, 'ett')}`
      : either.format(words);
  return `${told} miljömål ${most === 1 ? 'nerfördelat' : 'nerfördelade'}`;
}

/** “Endast en avdelning (Regionservice) har fördelat mål till enhetsnivå.” */
function assignedSentence({ departments }: Facts): Said[] {
  const those = departments.filter(({ hasAssigned }) => hasAssigned);
  const end = ' har fördelat mål till enhetsnivå.';
  if (those.length === 0) return [{ words: 'Ingen avdelning', of: 'hasAssigned' }, end];
  if (those.length === 1 && departments.length > 1) {
    return ['Endast ', { words: 'en avdelning', of: 'hasAssigned' }, `${named(those)}${end}`];
  }
  const who = capital(whoOf(those.length, departments.length));
  const names = those.length < departments.length ? named(those) : '';
  return [{ words: who, of: 'hasAssigned' }, `${names}${end}`];
}

/** “För de mål som ligger på avdelningsnivå har fyra avdelningar av nio minst en aktivitet inlagd, och totalt tio …” */
function activeSentence({ board, departments, activities }: Facts): Said[] {
  const n = departments.filter(({ hasOwnActivity }) => hasOwnActivity).length;
  const who = n === 0 ? 'ingen avdelning' : whoOf(n, departments.length);
  const has = n === 0 ? ' någon aktivitet inlagd' : ' minst en aktivitet inlagd';
  const total: Said = { words: totalOf(activities), of: 'activities' };
  return [
    'För de mål som ligger på avdelningsnivå har ',
    { words: who, of: 'hasOwnActivity' },
    `${has}, och totalt `,
    total,
    ` har lagts in inom ${board}.`,
  ];
}

function totalOf(activities: number): string {
  if (activities === 0) return 'ingen aktivitet';
  return activities === 1 ? 'en aktivitet' : `${number(activities)} aktiviteter`;
}

/** “alla avdelningar”, “fyra avdelningar av nio”, “den enda avdelningen”. */
function whoOf(n: number, all: number): string {
  if (n < all) return `${countOf(n)} av ${number(all)}`;
  return all === 1 ? 'den enda avdelningen' : 'alla avdelningar';
}

function countOf(n: number): string {
  return n === 1 ? 'en avdelning' : `${number(n)} avdelningar`;
}

function named(departments: readonly DepartmentFacts[]): string {
  if (departments.length > mostNames) return '';
  return ` (${list.format(departments.map(({ title }) => title))})`;
}
