import type { DepartmentFacts, Facts, Said } from '../followup/facts.ts';
import { capital, list, number } from './enNumbers.ts';
import type { sentences as svSentences } from './svSentences.ts';

const either = new Intl.ListFormat('en', { type: 'disjunction' });
const mostNames = 3;

/** The headline in the second language; the memo itself is written in Swedish. */
export const sentences: Pick<typeof svSentences, 'headline'> = {
  headline: (facts) => [heldSentence(facts), assignedSentence(facts), activeSentence(facts)],
};

function heldSentence({ board, year, possible, departments }: Facts): Said[] {
  if (departments.length === 0) return [`${board} has no departments.`];
  if (possible === 0) return [`${board} has no goals for ${year}.`];
  const holding = departments.filter(({ held }) => held > 0);
  const without = departments.filter(({ held }) => held === 0);
  if (holding.length === 0)
    return [{ words: 'No department', of: 'held' }, ` has been assigned any of ${possibleOf(possible)}.`];
  const has = holding.length === 1 ? 'has' : 'have';
  return [
    { words: capital(whoOf(holding.length, departments.length)), of: 'held' },
    ` ${has} been assigned ${countsOf(holding)} of ${possibleOf(possible)}`,
    ...(without.length === 0
      ? []
      : [
          `, while ${countOf(without.length)}${named(without)} ${without.length === 1 ? 'has' : 'have'} none`,
        ]),
    '.',
  ];
}

function possibleOf(n: number): string {
  return n === 1 ? 'one possible goal' : `${number(n)} possible goals`;
}

function countsOf(holding: readonly DepartmentFacts[]): string {
  const counts = [...new Set(holding.map(({ held }) => held))].sort((a, b) => a - b);
  const [least = 0] = counts;
  if (counts.length > mostNames) return `between ${number(least)} and ${number(counts.at(-1) ?? least)}`;
  return either.format(counts.map((n) => number(n)));
}

function assignedSentence({ departments }: Facts): Said[] {
  const those = departments.filter(({ hasAssigned }) => hasAssigned);
  const n = those.length;
  const end = ` ${n === 1 ? 'has' : 'have'} assigned goals to units.`;
  if (n === 0) return [{ words: 'No department', of: 'hasAssigned' }, ' has assigned goals to units.'];
  if (n === 1 && departments.length > 1)
    return ['Only ', { words: 'one department', of: 'hasAssigned' }, `${named(those)}${end}`];
  const names = n < departments.length ? named(those) : '';
  return [{ words: capital(whoOf(n, departments.length)), of: 'hasAssigned' }, `${names}${end}`];
}

function activeSentence({ board, departments, activities }: Facts): Said[] {
  const n = departments.filter(({ hasOwnActivity }) => hasOwnActivity).length;
  const who = n === 0 ? 'no department' : whoOf(n, departments.length);
  return [
    'Of the goals at department level, ',
    { words: who, of: 'hasOwnActivity' },
    ` ${n <= 1 ? 'has' : 'have'} at least one activity, and in all `,
    { words: activities === 1 ? 'one activity' : `${number(activities)} activities`, of: 'activities' },
    ` ${activities === 1 ? 'has' : 'have'} been entered within ${board}.`,
  ];
}

function whoOf(n: number, all: number): string {
  if (n < all) return `${number(n)} of ${number(all)} departments`;
  return all === 1 ? 'the only department' : 'all departments';
}

function countOf(n: number): string {
  return n === 1 ? 'one department' : `${number(n)} departments`;
}

function named(departments: readonly DepartmentFacts[]): string {
  if (departments.length > mostNames) return '';
  return ` (${list.format(departments.map(({ title }) => title))})`;
}
