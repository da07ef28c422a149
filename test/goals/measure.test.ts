import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/basics/refusal.ts';
import { measure, type Measure } from '../../src/goals/measure.ts';
import { draftOf, outcomeIn, type OutcomeDraft, settled } from '../../src/goals/outcomeDraft.ts';
import { apply, type World } from '../../src/world.ts';
import { anIndicator, aPeriod, smallRegion, travel } from '../builders.ts';

const autumn = aPeriod({});
const key = `co2/${autumn.key}`;

function region() {
  const world = smallRegion();
  world.indicators.put(anIndicator(travel));
  world.periods.put(autumn);
  return world;
}

const wish = (fields: Partial<Measure> = {}): Measure => ({
  do: 'measure',
  year: 2023,
  roomKey: 'styrelsen',
  indicatorKey: 'co2',
  periodKey: autumn.key,
  was: null,
  to: { value: 910.5, comment: null, source: null },
  ...fields,
});

/** The same world after the wish. */
function after(one: Measure, world: World): World {
  const answer = measure(one, world);
  if (isRefusal(answer)) throw new Error(`Refused: ${answer.refused}`);
  for (const change of answer) apply(change, world);
  return world;
}

describe('putting in an outcome', () => {
  it('[F34] makes the one row of that indicator and period, with what was said of it', () => {
    const answer = measure(
      wish({ to: { value: 910.5, comment: ' Till och med juli ', source: ' ' } }),
      region(),
    );
    expect(answer).toEqual([
      {
        kind: 'create',
        list: 'measurements',
        row: {
          key,
          title: 'Utsläpp från resor 2023',
          removed: false,
          indicatorKey: 'co2',
          periodKey: autumn.key,
          year: 2023,
          value: 910.5,
          comment: 'Till och med juli',
          source: null,
        },
      },
    ]);
  });

  it('[F34] the same again changes nothing, whoever puts it in', () => {
    const world = after(wish(), region());
    expect(measure(wish(), world)).toEqual([]);
    expect(measure(wish({ was: { value: 1, comment: 'x', source: 'y' } }), world)).toEqual([]);
  });

  it('[F34] changes what its author saw, field by field', () => {
    const world = after(wish(), region());
    const was = { value: 910.5, comment: null, source: null };
    expect(measure(wish({ was, to: { ...was, value: 911 } }), world)).toEqual([
      { kind: 'update', list: 'measurements', key, fields: { value: { was: 910.5, to: 911 } } },
    ]);
  });

  it('[F34] leaves to others what its author left as it was', () => {
    const world = after(wish(), region());
    const was = { value: 910.5, comment: null, source: null };
    after(wish({ was, to: { ...was, source: 'Deras källa' } }), world);
    expect(measure(wish({ was, to: { ...was, comment: 'Min kommentar' } }), world)).toMatchObject([
      { fields: { comment: { was: null, to: 'Min kommentar' } } },
    ]);
  });

  it('[F34] is refused over what its author did not see', () => {
    const world = after(wish(), region());
    expect(measure(wish({ to: { value: 900, comment: null, source: 'Fastighet' } }), world)).toEqual({
      refused: 'changedByBoth',
      field: 'value',
      clash: { list: 'measurements', key, fields: { value: { mine: 900, theirs: 910.5 } } },
    });
  });

  it('[F34] stands up again where it was taken back', () => {
    const world = after(wish(), region());
    const row = world.measurements.get(key);
    if (row)
      apply(
        { kind: 'update', list: 'measurements', key, fields: { removed: { was: false, to: true } } },
        world,
      );
    expect(measure(wish({ to: { value: 900, comment: null, source: null } }), world)).toMatchObject([
      { kind: 'update', fields: { removed: { was: true, to: false }, value: { to: 900 } } },
    ]);
  });

  it.each<[string, Partial<Measure>, string]>([
    ['an indicator that is not there', { indicatorKey: 'nothing' }, 'indicatorUnknown'],
    ['a period that is not there', { periodKey: '2023-helar' }, 'periodUnknown'],
    ['a period of another year', { year: 2022 }, 'periodUnknown'],
    ['what is no number', { to: { value: Number.NaN, comment: null, source: null } }, 'valueMissing'],
  ])('[F34] is refused for %s', (_, fields, code) => {
    expect(measure(wish(fields), region())).toMatchObject({ refused: code });
  });

  it('[F34] is refused for a period or an indicator that was removed', () => {
    const world = region();
    world.periods.put({ ...autumn, removed: true });
    expect(measure(wish(), world)).toMatchObject({ refused: 'periodUnknown' });
    world.periods.put(autumn);
    world.indicators.put(anIndicator(travel, { removed: true }));
    expect(measure(wish(), world)).toMatchObject({ refused: 'indicatorUnknown' });
  });

  const outcome = fc.record({
    value: fc.integer({ min: -3, max: 3 }),
    comment: fc.constantFrom(null, 'Uppskattat', 'Mätt'),
    source: fc.constantFrom(null, 'Fastighet', 'Inköp'),
  });

  it('[F34] a draft that clashes is settled by one choice: mine in all that I touched, or theirs in what both did', () => {
    fc.assert(
      fc.property(fc.option(outcome), outcome, outcome, (seen, theirs, mine) => {
        const draft: OutcomeDraft = { ...draftOf(mine), seen };
        const saved = (one: OutcomeDraft) => {
          const to = outcomeIn(one);
          if (!to) throw new Error('Not a number');
          return wish({ was: one.seen, to });
        };
        const answer = measure(saved(draft), after(wish({ to: theirs }), region()));
        if (!isRefusal(answer) || !answer.clash) return;
        for (const whose of ['mine', 'theirs'] as const) {
          const world = after(wish({ to: theirs }), region());
          after(saved(settled(draft, answer.clash, whose)), world);
          for (const name of ['value', 'comment', 'source'] as const) {
            const isMine = seen === null || seen[name] !== mine[name];
            const isLost = whose === 'theirs' && name in answer.clash.fields;
            expect(world.measurements.get(key)?.[name]).toBe((isMine && !isLost ? mine : theirs)[name]);
          }
        }
      }),
      { seed: 2023, numRuns: 500 },
    );
  });
});
