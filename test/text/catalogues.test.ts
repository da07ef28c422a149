import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../src/basics/refusal.ts';
import { en as enFirst } from '../../src/text/en.ts';
import { enLater } from '../../src/text/enLater.ts';
import { sv as svFirst } from '../../src/text/sv.ts';
import { type FullText, svLater } from '../../src/text/svLater.ts';

const sv: FullText = { ...svFirst, ...svLater };
const en: FullText = { ...enFirst, ...enLater };

/** Complete by its type: a new code without a line here does not compile. */
const codes: Record<RefusalCode, true> = {
  titleMissing: true,
  titleTooLong: true,
  goalMissing: true,
  goalUnknown: true,
  goalNotThisYear: true,
  goalNotHeld: true,
  unitUnknown: true,
  unitInactive: true,
  unitOutside: true,
  keyTaken: true,
  activityUnknown: true,
  dueBeforeStart: true,
  dateBeforeYear: true,
  commentMissing: true,
  commentTooLong: true,
  dayMissing: true,
  reasonMissing: true,
  changedByBoth: true,
};

type Entry = string | ((...parts: never[]) => string);

/** Every entry by its path: `opening.holds`. */
function entriesOf(catalogue: FullText): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const walk = (part: object, path: string) => {
    for (const [name, value] of Object.entries(part) as [string, Entry | object][]) {
      const here = path === '' ? name : `${path}.${name}`;
      if (typeof value === 'object') walk(value, here);
      else found.set(here, value);
    }
  };
  walk(catalogue, '');
  return found;
}

/** What functions are tried with: numbers where they count, words where they name. */
const words = ['Kost', 'Minskat avfall', 'x'];
const partsOf: Record<string, readonly unknown[][]> = {
  'next.unitsWithoutGoals': [[['Kost']], [['Kost', 'Städ']], [['a', 'b', 'c', 'd']]],
  'assign.agreed': [[''], ['2023-10-12']],
  'assign.count': [
    [0, 0, 0],
    [1, 0, 0],
    [4, 1, 1],
    [3614, 12, 2],
  ],
  'assign.overtaken': [[['Avfall till Kost']], [['1', '2', '3', '4']]],
  'assign.intro': [['unit'], ['department'], ['board']],
  'assign.choose': [['unit'], ['department'], ['board']],
  'assign.place': [
    ['unit', 1, 4],
    ['department', 12, 300],
  ],
  'assign.cell': [['Minskat avfall', 'Kost']],
  'goals.stageGoal': [['Fossilfri drift', '2030']],
  'opening.holds': [
    [0, 4],
    [1, 4],
    [4, 4],
  ],
  'opening.handedDown': [
    [0, 4],
    [1, 1],
    [1, 4],
    [13, 20],
    [20, 20],
  ],
  'goals.standing': [
    [0, 0, false],
    [1, 1, true],
    [13, 13, true],
  ],
  'units.standing': [
    [0, 0],
    [1, 1],
    [13, 13],
  ],
  date: [['2023-08-25']],
  'units.agreed': [['2023-10-12'], ['']],
  'panel.countdown': [
    ['Kost', -1],
    ['Kost', 0],
    ['Kost', 1],
    ['Kost', 6],
  ],
  'panel.tools.shown': [
    [1, 12],
    [13, 13],
  ],
  'panel.goal.heldByThese': [[['Kost']], [['Kost', 'Städ']]],
  'meeting.round.progress': [
    [1, 4],
    [4, 4],
  ],
  'meeting.round.goalProgress': [
    [1, 4],
    [4, 4],
  ],
  'change.othersChanged': [[['Kost']], [['Kost', 'Städ']]],
  'notices.crowded': [['Regionservice 2023', 4600]],
  'waiting.saving': [[240, 12_000]],
  'commands.consult': [
    ['agreed', 'Avfall', 'Kost'],
    ['none', 'Avfall', 'Kost'],
  ],
  'ideas.introOthers': [[['Kost']], [['Kost', 'Städ']]],
  'ideas.nothingNew': [[['Kost']], [['Kost', 'Städ']]],
  'asking.waits': [[['Minskat avfall']], [['Kost', 'Städ']]],
  'asking.askedBy': [['Kost', '2023-08-25']],
  'asking.requests.by': [
    ['Kost', '2023-08-25'],
    ['Kost', ''],
  ],
  'asking.consultation.handed': [
    ['Kost', 1],
    ['Kost', 4],
  ],
  'asking.consultation.agreed': [
    ['25', 'Kost'],
    ['', ''],
  ],
  'asking.consultation.talking': [
    ['25', 'Kost'],
    ['', ''],
  ],
  'asking.consultation.wantsTalk': [[['Minskat avfall']]],
  'telling.goals': [[['Minskat avfall']], [['Kost', 'Städ']]],
  'telling.assigned': [[['Minskat avfall']], [['Kost', 'Städ']]],
  'telling.requested': [
    [['Minskat avfall'], 0],
    [['Kost', 'Städ'], 1],
    [['Kost', 'Städ'], 13],
  ],
  'telling.tell': [[['Kost']], [['Kost', 'Städ']], [['Kost', 'Städ', 'x']]],
  'telling.sentTo': [[['Kost']], [['Kost', 'Städ']]],
  'telling.offer': [[['Kost']], [['Kost', 'Städ']], [['Kost', 'Städ', 'x']]],
  'logging.lines.tooMany': [[240, 100]],
  'logging.goOn.sum': [
    [1, 1, 1],
    [2, 0, 0],
    [0, 13, 2],
  ],
  refused: Object.keys(codes).map((code) => [code, 255]),
};
const takesWords = new Set([
  'assign.grid',
  'assign.allTo',
  'assign.toAll',
  'assign.noUnits',
  'assign.noGoals',
  'logging.person.remove',
  'logging.person.asText',
  'logging.goOn.what',
  'asking.give',
  'asking.asked',
  'asking.requests.asks',
  'asking.requests.approveOf',
  'asking.requests.declineOf',
  'asking.consultation.agreeOn',
  'asking.consultation.discussOn',
  'telling.lines.goalAssigned',
  'telling.lines.goalRequested',
  'telling.nobody',
  'telling.copyOf',
  'telling.letter',
  'ideas.takeThis',
  'ideas.whyFinished',
  'ideas.afterOthers',
  'steps.assignTo',
  'panel.goal.by',
  'panel.goal.saidBy',
  'panel.goal.backTo',
  'log.willWait',
  'meeting.title',
  'meeting.round.then',
  'meeting.round.stateOf',
  'saved.notUndone',
  'commands.log',
  'commands.assign',
  'commands.withdraw',
  'commands.request',
  'commands.comment',
  'commands.dialogue',
  'commands.reminder',
  'commands.dismiss',
  'commands.restore',
  'commands.change',
  'commands.done',
  'commands.dropped',
  'commands.reopened',
  'commands.takeBack',
]);
/** Sentences that say nothing when there is nothing to say. */
const emptyAtNone = new Set(['asking.requests.waiting', 'opening.ordinary', 'opening.waiting']);

function said(path: string, entry: Entry): string[] {
  if (typeof entry === 'string') return [entry];
  const say = entry as (...parts: readonly unknown[]) => string;
  const tries = partsOf[path] ?? (takesWords.has(path) ? [words] : [0, 1, 2, 12, 13].map((n) => [n]));
  return tries.filter(([n]) => !(emptyAtNone.has(path) && n === 0)).map((parts) => say(...parts));
}

/** Everything that a catalogue says, `path: words`, so that a test that fails names the entry. */
function everythingIn(catalogue: FullText): string[] {
  return [...entriesOf(catalogue)].flatMap(([path, entry]) =>
    said(path, entry).map((sentence) => `${path}: ${sentence}`),
  );
}

/** What stands after the path. */
const wordsOf = (line: string) => line.slice(line.indexOf(': ') + 2);

const catalogues: [string, FullText][] = [
  ['sv', sv],
  ['en', en],
];

describe.each(catalogues)('the catalogue %s', (_, catalogue) => {
  it('says something everywhere, without holes', () => {
    const all = everythingIn(catalogue);
    expect(all.length).toBeGreaterThan(150);
    const holes = /undefined|null|NaN|\[object|\$\{| {2}/;
    const bad = (text: string) => text === '' || text !== text.trim() || holes.test(text);
    expect(all.filter((line) => bad(wordsOf(line)))).toEqual([]);
  });

  it('stays silent only where nothing is to be said', () => {
    expect(catalogue.opening.ordinary(0)).toBe('');
    expect(catalogue.opening.waiting(0)).toBe('');
    expect(catalogue.opening.handedDown(0, 0)).toBe('');
  });

  it('has words for every refusal, with the limit where there is one', () => {
    const refusals = (Object.keys(codes) as RefusalCode[]).map((code) => catalogue.refused(code, 255));
    expect(new Set(refusals).size).toBe(refusals.length);
    for (const sentence of refusals) expect(sentence).toMatch(/\.$/);
    expect(catalogue.refused('titleTooLong', 255)).toContain('255');
    expect(catalogue.refused('goalNotThisYear', 2027)).toContain('2027');
  });
});

it('both languages have the same entries, of the same kind', () => {
  const shape = (catalogue: FullText) =>
    [...entriesOf(catalogue)].map(([path, entry]) => `${path}: ${typeof entry}`).sort();
  expect(shape(en)).toEqual(shape(sv));
  expect([sv.language, en.language]).toEqual(['sv', 'en']);
});

it('no English is left in the Swedish, and no Swedish in the English', () => {
  const english =
    /\b(save|saved|cancel|close|loading|retry|try|again|error|the|your|you|unit|units|goal|goals|activity|activities|offline|department|year|choose|title|show|and)\b/i;
  const swedish = /[åäö]|\b(och|inte|mål|spara|avbryt|välj|har|ni|en|ett|att|till)\b/i;
  const given = /kost|städ|Kost|Städ|Minskat avfall|Fossilfri drift/g;
  const left = (catalogue: FullText, foreign: RegExp) =>
    everythingIn(catalogue).filter((line) => foreign.test(wordsOf(line).replaceAll(given, '')));
  expect(left(sv, english)).toEqual([]);
  expect(left(en, swedish)).toEqual(['language: en']);
});

it('English agrees with its numbers', () => {
  expect(en.opening.holds(4, 4)).toBe('You hold 4 of 4 goals.');
  expect(en.opening.handedDown(3, 4)).toBe('Three of four units have goals.');
  expect(en.opening.handedDown(1, 4)).toBe('One of four units has goals.');
  expect([0, 1, 5, 13].map(en.opening.activities)).toEqual([
    'No activities are logged.',
    'One activity is logged.',
    'Five activities are logged.',
    '13 activities are logged.',
  ]);
  expect(en.next.unitsWithoutGoals(['Kost', 'Städ'])).toBe('Kost and Städ have no goals yet.');
});
