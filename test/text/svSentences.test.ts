import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DepartmentFacts, type Facts, factsOf, saidAs } from '../../src/followup/facts.ts';
import { overviewOf } from '../../src/followup/overview.ts';
import { sentences } from '../../src/text/svSentences.ts';
import { regionTables } from '../builders.ts';
import { tallied } from '../followup/tallied.ts';

const golden =
  'En sammanställning visar att alla avdelningar har fått tre eller fyra miljömål nerfördelade, av fyra möjliga. Endast en avdelning (Regionservice) har fördelat mål till enhetsnivå. För de mål som ligger på avdelningsnivå har fyra avdelningar av nio minst en aktivitet inlagd, och totalt tio aktiviteter har lagts in inom Regionstyrelsen.';

const held = (...counts: number[]): DepartmentFacts[] =>
  counts.map((n, at) => ({
    key: `d-${at}`,
    title: ['Ekonomi', 'HR', 'Fastighet', 'Regionservice', 'Upphandling'][at] ?? `Avdelning ${at}`,
    held: n,
    hasAssigned: false,
    hasOwnActivity: false,
  }));
const facts = (fields: Partial<Facts> = {}): Facts => ({
  board: 'Regionstyrelsen',
  year: 2023,
  possible: 4,
  departments: held(4, 4, 4),
  activities: 0,
  ordinary: 0,
  waiting: 0,
  ...fields,
});
const assigning = (all: number, n: number) =>
  held(...Array.from({ length: all }, () => 4)).map((one, at) => ({ ...one, hasAssigned: at < n }));
const active = (all: number, n: number) =>
  held(...Array.from({ length: all }, () => 4)).map((one, at) => ({ ...one, hasOwnActivity: at < n }));

const headline = (given: Facts) => sentences.headline(given).map(saidAs);

describe('the paragraph of counts', () => {
  it('[F15][F16] is the memo’s own, letter for letter, from the demonstration region', () => {
    const world = tallied(regionTables(), 2023);
    const board = world.units.get('regionstyrelsen');
    if (!board) throw new Error('There is no board');
    expect(saidAs(sentences.count(factsOf(overviewOf(world, 2023, board))))).toBe(golden);
  });

  it.each<[string, Facts, string]>([
    [
      'the same number everywhere',
      facts(),
      'Alla avdelningar har fått fyra miljömål nerfördelade, av fyra möjliga.',
    ],
    [
      'one goal',
      facts({ possible: 1, departments: held(1, 1) }),
      'Alla avdelningar har fått ett miljömål nerfördelat, av ett möjligt.',
    ],
    [
      'one or two',
      facts({ departments: held(1, 2) }),
      'Alla avdelningar har fått ett eller två miljömål nerfördelade, av fyra möjliga.',
    ],
    [
      'a department without',
      facts({ departments: held(4, 0, 3) }),
      'Två avdelningar av tre har fått tre eller fyra miljömål nerfördelade, av fyra möjliga, medan en avdelning (HR) inte har fått något.',
    ],
    [
      'nobody has any',
      facts({ departments: held(0, 0) }),
      'Ingen avdelning har fått något miljömål nerfördelat, av fyra möjliga.',
    ],
    [
      'a wide spread',
      facts({ possible: 14, departments: held(1, 2, 3, 13) }),
      'Alla avdelningar har fått mellan ett och 13 miljömål nerfördelade, av 14 möjliga.',
    ],
    [
      'a single department',
      facts({ departments: held(4) }),
      'Den enda avdelningen har fått fyra miljömål nerfördelade, av fyra möjliga.',
    ],
    [
      'many without',
      facts({ departments: held(4, 0, 0, 0, 0) }),
      'En avdelning av fem har fått fyra miljömål nerfördelade, av fyra möjliga, medan fyra avdelningar inte har fått något.',
    ],
    [
      'a board without goals',
      facts({ possible: 0, board: 'Kulturnämnden' }),
      'Kulturnämnden har inga miljömål för 2023.',
    ],
    ['no departments', facts({ departments: [] }), 'Inom Regionstyrelsen finns inga avdelningar.'],
  ])('tells what is held: %s', (_, given, sentence) => expect(headline(given)[0]).toBe(sentence));

  it.each<[number, number, string]>([
    [9, 0, 'Ingen avdelning har fördelat mål till enhetsnivå.'],
    [9, 1, 'Endast en avdelning (Ekonomi) har fördelat mål till enhetsnivå.'],
    [9, 2, 'Två avdelningar av nio (Ekonomi och HR) har fördelat mål till enhetsnivå.'],
    [9, 3, 'Tre avdelningar av nio (Ekonomi, HR och Fastighet) har fördelat mål till enhetsnivå.'],
    [20, 13, '13 avdelningar av 20 har fördelat mål till enhetsnivå.'],
    [9, 9, 'Alla avdelningar har fördelat mål till enhetsnivå.'],
    [1, 1, 'Den enda avdelningen har fördelat mål till enhetsnivå.'],
    [1, 0, 'Ingen avdelning har fördelat mål till enhetsnivå.'],
  ])('of %i departments %i have assigned', (all, n, sentence) =>
    expect(headline(facts({ departments: assigning(all, n) }))[1]).toBe(sentence),
  );

  it.each<[number, number, number, string]>([
    [
      9,
      4,
      10,
      'För de mål som ligger på avdelningsnivå har fyra avdelningar av nio minst en aktivitet inlagd, och totalt tio aktiviteter har lagts in inom Regionstyrelsen.',
    ],
    [
      9,
      1,
      1,
      'För de mål som ligger på avdelningsnivå har en avdelning av nio minst en aktivitet inlagd, och totalt en aktivitet har lagts in inom Regionstyrelsen.',
    ],
    [
      9,
      0,
      0,
      'För de mål som ligger på avdelningsnivå har ingen avdelning någon aktivitet inlagd, och totalt ingen aktivitet har lagts in inom Regionstyrelsen.',
    ],
    [
      9,
      9,
      13,
      'För de mål som ligger på avdelningsnivå har alla avdelningar minst en aktivitet inlagd, och totalt 13 aktiviteter har lagts in inom Regionstyrelsen.',
    ],
  ])('of %i departments %i have activities, %i in all', (all, n, activities, sentence) =>
    expect(headline(facts({ departments: active(all, n), activities }))[2]).toBe(sentence),
  );

  it('says in the memo that a board holds none, in the order of words that follows "att"', () => {
    expect(saidAs(sentences.count(facts({ possible: 0 })))).toMatch(
      /^En sammanställning visar att Regionstyrelsen inte har några miljömål för 2023\. /,
    );
    expect(saidAs(sentences.count(facts({ departments: [] })))).toMatch(
      /^En sammanställning visar att det inte finns några avdelningar inom Regionstyrelsen\. /,
    );
  });
});

const department = fc.record({ held: fc.nat(5), hasAssigned: fc.boolean(), hasOwnActivity: fc.boolean() });
const anyFacts = fc
  .record({
    possible: fc.nat(5),
    departments: fc.array(department, { maxLength: 20 }),
    activities: fc.nat(30),
  })
  .map(({ departments, ...rest }) =>
    facts({
      ...rest,
      departments: departments.map((one, n) => ({
        key: `d-${n}`,
        title: `Avd${'abcdefghijklmnopqrst'[n]}`,
        ...one,
      })),
    }),
  );

it('no sentence contradicts the facts that it was made from', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const text = saidAs(sentences.count(given));
      const n = given.departments.length;
      const all = (is: (one: DepartmentFacts) => boolean) => n > 0 && given.departments.every(is);
      const none = (is: (one: DepartmentFacts) => boolean) => !given.departments.some(is);
      const [first = '', second = '', third = ''] = text.split('. ');
      const canHold = n > 0 && given.possible > 0;
      expect(/alla avdelningar|den enda/.test(first)).toBe(canHold && all((one) => one.held > 0));
      expect(first.includes('ingen avdelning')).toBe(canHold && none((one) => one.held > 0));
      expect(/^Alla|^Den enda/.test(second)).toBe(all((one) => one.hasAssigned));
      expect(second.startsWith('Ingen')).toBe(none((one) => one.hasAssigned));
      expect(/har alla avdelningar|har den enda/.test(third)).toBe(all((one) => one.hasOwnActivity));
      expect(third.includes('har ingen avdelning någon')).toBe(none((one) => one.hasOwnActivity));
      expect(third.includes('totalt ingen aktivitet')).toBe(given.activities === 0);
      expect(text).not.toMatch(/undefined| {2}|\(\)|\bav noll\b/);
      // No department is named as something that it is not.
      const others = given.departments.filter(({ hasAssigned }) => !hasAssigned);
      expect(others.filter(({ title }) => second.includes(title))).toEqual([]);
    }),
    { seed: 2023, numRuns: 2000 },
  );
});
