import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Idea, ideasOf, suggestionsFor, takenBy } from '../../src/activities/idea.ts';
import {
  aGoal,
  anActivity,
  anAssignment,
  aUnit,
  board,
  cleaning,
  kitchen,
  region,
  regionTables,
  service,
  staff,
  travel,
  waste,
  worldOf,
} from '../builders.ts';

const seeker = { goalKeys: new Set(['resor']), character: 'operational', taken: new Set<string>() } as const;

function anIdea(fields: Partial<Idea> & { key: string }): Idea {
  return {
    title: fields.key,
    goalKeys: ['resor'],
    kind: 'targeted',
    from: undefined,
    isFinished: false,
    character: undefined,
    originKey: null,
    ...fields,
  };
}
const fromLike = { unitTitle: 'Fastighet', character: 'operational' } as const;
const fromOther = { unitTitle: 'HR', character: 'administrative' } as const;
const keysOf = (ideas: readonly Idea[], who: Parameters<typeof suggestionsFor>[1] = seeker) =>
  suggestionsFor(ideas, who).map(({ idea }) => idea.key);

describe('[V10] ideas for a place', () => {
  it('what others do comes first, then what suits its character, then what is finished', () => {
    const ideas = [
      anIdea({ key: 'general' }),
      anIdea({ key: 'general-like', character: 'operational' }),
      anIdea({ key: 'other', from: fromOther }),
      anIdea({ key: 'other-done', from: fromOther, isFinished: true }),
      anIdea({ key: 'like', from: fromLike }),
      anIdea({ key: 'like-done', from: fromLike, isFinished: true }),
    ];
    expect(suggestionsFor(ideas, seeker).map(({ idea, reasons }) => [idea.key, ...reasons])).toEqual([
      ['like-done', 'others', 'sameCharacter', 'finished'],
      ['like', 'others', 'sameCharacter'],
      ['other-done', 'others', 'finished'],
      ['other', 'others'],
      ['general-like', 'sameCharacter'],
      ['general'],
    ]);
  });

  it('is for a goal of the place, and a general one for its character', () => {
    const ideas = [
      anIdea({ key: 'foreign-goal', goalKeys: ['energi'] }),
      anIdea({ key: 'one-of-two', goalKeys: ['energi', 'resor'] }),
      anIdea({ key: 'for-offices', character: 'administrative' }),
    ];
    expect(keysOf(ideas)).toEqual(['one-of-two']);
  });

  it('is not shown once it has been taken up, nor a copy of it, nor a copy of one of its own', () => {
    const own = anActivity(kitchen, [travel], { key: 'a-own', ideaKey: 'idea/digital-first' });
    const ideas = [
      anIdea({ key: 'idea/digital-first' }),
      anIdea({ key: 'a-copy', from: fromLike, originKey: 'idea/digital-first' }),
      anIdea({ key: 'a-copy-of-own', from: fromLike, originKey: 'a-own' }),
      anIdea({ key: 'a-new', from: fromLike }),
    ];
    expect(keysOf(ideas, { ...seeker, taken: takenBy([own]) })).toEqual(['a-new']);
  });

  it('that several have copied is shown once, where it is really done', () => {
    const ideas = [
      anIdea({ key: 'a-1', from: fromLike, originKey: 'idea/bicycles' }),
      anIdea({ key: 'a-2', from: fromLike, originKey: 'idea/bicycles' }),
      anIdea({ key: 'idea/bicycles' }),
    ];
    expect(keysOf(ideas)).toEqual(['a-1']);
  });

  const anyIdea = fc
    .record({
      n: fc.nat(30),
      goalKeys: fc.subarray(['resor', 'avfall', 'energi'], { minLength: 1 }),
      from: fc.constantFrom(undefined, fromLike, fromOther),
      isFinished: fc.boolean(),
      character: fc.constantFrom(undefined, 'operational' as const, 'administrative' as const),
      origin: fc.option(fc.nat(30)),
    })
    .map(({ n, origin, ...fields }) =>
      anIdea({ key: `idea-${n}`, originKey: origin === null ? null : `idea-${origin}`, ...fields }),
    );
  const anySeeker = fc.record({
    goalKeys: fc.subarray(['resor', 'avfall', 'energi']).map((keys) => new Set(keys)),
    character: fc.constantFrom('operational' as const, 'administrative' as const),
    taken: fc.uniqueArray(fc.nat(30)).map((ns) => new Set(ns.map((n) => `idea-${n}`))),
  });

  it('each once, never taken, always for one of its goals, and in an order that is each idea’s own', () => {
    fc.assert(
      fc.property(fc.array(anyIdea, { maxLength: 25 }), anySeeker, (ideas, who) => {
        const found = suggestionsFor(ideas, who);
        const keys = found.map(({ idea }) => idea.key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { idea } of found) {
          expect(who.taken.has(idea.key) || who.taken.has(idea.originKey ?? '')).toBe(false);
          expect(idea.goalKeys.some((key) => who.goalKeys.has(key))).toBe(true);
        }
        // Of two ideas that are alike in why they are shown, the one that came first stands first.
        const swapped = found.filter(({ idea, reasons }, n) => {
          const next = found[n + 1];
          const isAlike = next !== undefined && String(next.reasons) === String(reasons);
          return isAlike && ideas.indexOf(idea) > ideas.indexOf(next.idea);
        });
        expect(swapped).toEqual([]);
        // What one idea is worth does not hang on which others there are.
        const half = suggestionsFor(
          found.filter((_, n) => n % 2 === 0).map(({ idea }) => idea),
          who,
        );
        expect(half.map(({ idea }) => idea.key)).toEqual(keys.filter((_, n) => n % 2 === 0));
        expect(suggestionsFor(ideas, who)).toEqual(found);
      }),
      { seed: 10, numRuns: 300 },
    );
  });
});

describe('[V10] what others do, as ideas', () => {
  const others = [travel, waste].map((goal) => anAssignment(goal, staff));
  const world = (rows: ReturnType<typeof anActivity>[], assignments = others) =>
    worldOf({
      goals: [travel, waste],
      units: [region, board, service, staff, kitchen, cleaning],
      assignments,
      activities: rows,
    });
  const done = anActivity(staff, [travel], { key: 'a-1', state: 'done' });

  it('is only what counts there', () => {
    const rows = [
      done,
      anActivity(staff, [travel], { key: 'a-2', kind: 'ordinary' }),
      anActivity(staff, [travel], { key: 'a-3', state: 'dropped' }),
      anActivity(staff, [travel], { key: 'a-4', removed: true }),
      anActivity(staff, [aGoal({ key: 'energi' })], { key: 'a-5' }),
    ];
    const [idea, ...rest] = ideasOf(world(rows), 2023, [staff], service);
    expect(rest).toEqual([]);
    expect(idea).toMatchObject({ key: 'a-1', isFinished: true, from: { unitTitle: 'Stab' } });
  });

  it('names only the goals under which it counts', () => {
    const both = anActivity(staff, [travel, waste], { key: 'a-1' });
    const [idea] = ideasOf(world([both], [anAssignment(waste, staff)]), 2023, [staff], service);
    expect(idea?.goalKeys).toEqual(['avfall']);
  });

  it('is never the room’s own, but a unit may learn from its neighbours', () => {
    const held = [service, kitchen, cleaning].map((unit) => anAssignment(travel, unit));
    const rows = [service, kitchen, cleaning].map((unit) =>
      anActivity(unit, [travel], { key: `a-${unit.key}` }),
    );
    expect(ideasOf(world(rows, held), 2023, [service], service)).toEqual([]);
    const keys = ideasOf(world(rows, held), 2023, [service], kitchen).map(({ key }) => key);
    expect(keys).toEqual(['a-service-stad', 'a-service']);
  });

  it('takes departments by turns: a long list does not come before a short one’s first', () => {
    const busy = aUnit({ key: 'mycket', order: 3 });
    const rows = [
      ...[1, 2, 3].map((n) => anActivity(busy, [travel], { key: `a-${n}` })),
      anActivity(staff, [travel], { key: 'a-9' }),
    ];
    const tables = world(rows, [...others, anAssignment(travel, busy)]);
    tables.units.put(busy);
    const keys = (departments: Parameters<typeof ideasOf>[2]) =>
      ideasOf(tables, 2023, departments, service).map(({ key }) => key);
    expect(keys([busy, staff])).toEqual(['a-3', 'a-9', 'a-2', 'a-1']);
    expect(keys([staff, busy])).toEqual(['a-9', 'a-3', 'a-2', 'a-1']);
  });

  it('in the demonstration region: five for Regionservice from three departments', () => {
    const tables = regionTables();
    const unit = (key: string) => tables.units.get(key) ?? aUnit();
    const departments = ['fastighet', 'digitalisering-och-it', 'regionstaben', 'hr'].map(unit);
    const ideas = ideasOf(tables, 2023, departments, unit('regionservice'));
    expect(ideas.map(({ title }) => title).sort()).toEqual([
      'Digitala möten i stället för resor',
      'Energisnåla inställningar på elektronik',
      'Projekt för cirkulärt byggande',
      'Rekrytera en energiingenjör',
      'Uppmärksamma energislöseri',
    ]);
  });
});
