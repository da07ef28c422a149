import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aGoal, anIndicator, aPeriod, smallRegion, travel } from '../builders.ts';
import { emptyTables } from '../../src/world.ts';
import { carryOut, planOf, statesOf, wrongIn } from './importing.ts';

const head =
  'Slag;Namn;Hör till målet;Från år;Till år;Mäts;Klart senast;Måttenhet;Basår;Basvärde;Målår;Målvärde';
const rows = [
  'Mätetal;Matavfall;Minskat avfall;;;;;ton;2015;1 200,5;2026;600',
  'Etappmål;Halverat svinn;Minskat avfall;;;;2025-12-31;;;;;',
  'Mål;Minskat avfall;;2023;2026;ja;;;;;;',
  'Mål;Ren luft;;2023;;nej;;;;;;',
];
const file = [head, ...rows].join('\n');

describe('planning goals', () => {
  it('[I17] makes goals with their stage goals and indicators, whatever order they come in; twice is once', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 4 }), (shuffled) => {
        const world = emptyTables();
        const text = [head, ...shuffled].join('\n');
        const plan = planOf('goals', text, world);
        expect(wrongIn(plan)).toEqual([]);
        carryOut(plan, world);
        expect(world.goals.get('minskat-avfall')).toMatchObject({
          fromYear: 2023,
          toYear: 2026,
          isMeasured: true,
          isCarried: true,
        });
        expect(world.goals.get('ren-luft')).toMatchObject({ toYear: null, isMeasured: false });
        expect(world.stageGoals.get('minskat-avfall-halverat-svinn')).toMatchObject({ due: '2025-12-31' });
        expect(world.indicators.get('minskat-avfall-matavfall')).toMatchObject({
          direction: 'down',
          baselineValue: 1200.5,
          targetValue: 600,
        });
        const again = planOf('goals', text, world);
        expect(again.wishes).toEqual([]);
        expect(new Set(statesOf(again))).toEqual(new Set(['same']));
      }),
      { seed: 8, numRuns: 24 },
    );
  });

  it('[I17] changes what is said of a goal that is there, and brings back what was taken away', () => {
    const world = emptyTables();
    carryOut(planOf('goals', file, world), world);
    const plan = planOf('goals', 'Mål;Till år\nMINSKAT AVFALL;2030', world);
    expect(plan.lines[0]).toMatchObject({
      state: 'changed',
      diffs: [{ field: 'toYear', from: 2026, to: 2030 }],
    });
    carryOut(plan, world);
    expect(world.goals.get('minskat-avfall')).toMatchObject({ title: 'Minskat avfall', toYear: 2030 });
    const stage = world.stageGoals.get('minskat-avfall-halverat-svinn');
    if (stage) world.stageGoals.put({ ...stage, removed: true });
    const back = planOf('goals', file.replace('2026;ja', '2030;ja'), world);
    expect(statesOf(back)).toEqual(['same', 'new', 'same', 'same']);
    carryOut(back, world);
    expect(world.stageGoals.get('minskat-avfall-halverat-svinn')?.removed).toBe(false);
  });

  it('each mistake has its row, and never stops the others', () => {
    const world = emptyTables();
    const wrong = [
      'Etappmål;Utan dag;Ren luft;;;;;;;;;',
      'Etappmål;Utan mål;;;;;2025-12-31;;;;;',
      'Etappmål;Fel mål;Rymden;;;;2025-12-31;;;;;',
      'Mätetal;Halvt;Ren luft;;;;;ton;2015;;2026;',
      'Mål;Bakvänt;;2026;2023;;;;;;;',
      'Mål;Fel år;;tjugo;;;;;;;;',
      'Dröm;Fel slag;;;;;;;;;;',
      'Mål;Mäts kanske;;;;kanske;;;;;;',
    ];
    const plan = planOf('goals', [file, ...wrong].join('\n'), world);
    expect(wrongIn(plan)).toEqual([
      '6 due missing',
      '7 goal missing',
      '8 goal goalUnknown',
      '9 baselineValue missing',
      '9 targetValue missing',
      '10 toYear goalEndsEarly',
      '11 fromYear notYear',
      '12 what notKnown',
      '13 isMeasured notYesNo',
    ]);
    carryOut(plan, world);
    expect([...world.goals.values()]).toHaveLength(2);
  });
});

describe('planning outcomes', () => {
  function measured() {
    const world = smallRegion();
    world.indicators.put(anIndicator(travel));
    world.indicators.put(anIndicator(travel, { key: 'tag', title: 'Resor med tåg', direction: 'up' }));
    world.periods.put(aPeriod());
    world.periods.put(
      aPeriod({ key: '2023-helar', title: 'Helår 2023', kind: 'fullYear', ends: '2023-12-31' }),
    );
    return world;
  }
  const outcomes =
    'Mätetal;Period;Utfall;Källa\nUtsläpp från resor;2023;1 601,5;Körjournalen\nResor med tåg;Delår augusti;12;\n';

  it('[I21] puts in the outcomes of a period, or of the year; twice is once', () => {
    const world = measured();
    const plan = planOf('measurements', outcomes, world);
    expect(wrongIn(plan)).toEqual([]);
    carryOut(plan, world);
    expect([...world.measurements.values()].map(({ key, value, source }) => [key, value, source])).toEqual([
      ['co2/2023-helar', 1601.5, 'Körjournalen'],
      ['tag/2023-delar-augusti', 12, null],
    ]);
    expect(planOf('measurements', outcomes, world).wishes).toEqual([]);
    const changed = planOf('measurements', outcomes.replace('1 601,5;Körjournalen', '1599;'), world);
    expect(changed.lines[0]?.diffs).toEqual([{ field: 'value', from: 1601.5, to: 1599 }]);
    carryOut(changed, world);
    expect(world.measurements.get('co2/2023-helar')).toMatchObject({ value: 1599, source: 'Körjournalen' });
  });

  it('each mistake has its row, and a closed period keeps what it has', () => {
    const world = measured();
    world.goals.put(aGoal({ key: 'annat', title: 'Annat' }));
    world.indicators.put(anIndicator(aGoal({ key: 'annat' }), { key: 'co2-annat' }));
    world.periods.put(aPeriod({ state: 'closed' }));
    const text =
      'Mätetal;Mål;Period;Utfall\nUtsläpp från resor;;2023;1\nUtsläpp från resor;Annat;2023;2\nOkänt;;2023;3\nResor med tåg;;2019;4\nResor med tåg;;Helår 2023;många\nResor med tåg;;Delår augusti;5\nResor med tåg;;;6\nUtsläpp från resor;Annat;2023;\nUtsläpp från resor;Annat;2023;7';
    const plan = planOf('measurements', text, world);
    expect(wrongIn(plan)).toEqual([
      '2 indicator several',
      '3 - sameTwice',
      '4 indicator indicatorUnknown',
      '5 period periodUnknown',
      '6 value notNumber',
      '7 - periodClosed',
      '8 period missing',
      '9 value missing',
      '9 - sameTwice',
      '10 - sameTwice',
    ]);
  });
});
