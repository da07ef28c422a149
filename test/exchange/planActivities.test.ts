import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/exchange/csv.ts';
import { handOverList } from '../../src/exchange/handOver.ts';
import { handOverTable } from '../../src/exchange/handOverTable.ts';
import { departmentsIn } from '../../src/exchange/planActivities.ts';
import { activityTable } from '../../src/exchange/tables.ts';
import { tableWords } from '../../src/exchange/tableWords.tsx';
import { xlsxOf } from '../../src/exchange/xlsx.ts';
import { en } from '../../src/text/en.ts';
import { enLater } from '../../src/text/enLater.ts';
import { sv } from '../../src/text/sv.ts';
import { svLater } from '../../src/text/svLater.ts';
import {
  aGoal,
  anActivity,
  aPeriod,
  aStageGoal,
  aUnit,
  kitchen,
  regionTables,
  smallRegion,
  waste,
} from '../builders.ts';
import { carryOut, planOf, statesOf, wrongIn } from './importing.ts';

const head = 'Id;Aktivitet;Avdelning;Enhet;Mål;Status;Startdatum;Slutdatum;Ansvarig';
const goalOf = (title: string) => `Målet ${title}`;
const rows = [
  `P-1;Nya recept;Service;Kost;${goalOf('avfall')};Pågående;2023-03-01;31/12 2023;Eva Strand`,
  `P-2;Sopsortering;Service;;${goalOf('avfall')}, ${goalOf('resor')};Ej påbörjad;;;`,
  `P-3;Cykelpool;;Stab;${goalOf('resor')};Genomförd;;;Olof`,
];
const file = [head, ...rows].join('\n');
const activitiesIn = (world: ReturnType<typeof smallRegion>) => [...world.activities.values()];

describe('planning activities', () => {
  it('[I18] writes down what the planning system has, each with its unit and goals', () => {
    const world = smallRegion();
    const plan = planOf('activities', file, world);
    expect(wrongIn(plan)).toEqual([]);
    expect(statesOf(plan)).toEqual(['new', 'new', 'new']);
    expect(plan.lines.map(({ willWait }) => willWait === true)).toEqual([true, false, true]);
    carryOut(plan, world);
    expect(activitiesIn(world)).toMatchObject([
      {
        title: 'Nya recept',
        unitKey: 'service-kost',
        goalKeys: ['avfall'],
        state: 'ongoing',
        starts: '2023-03-01',
        due: '2023-12-31',
        responsibleId: null,
        responsibleName: 'Eva Strand',
      },
      { unitKey: 'service', goalKeys: ['avfall', 'resor'], state: 'planned', responsibleName: null },
      { unitKey: 'stab', state: 'done' },
    ]);
  });

  it('[I12] read in twice makes nothing new, whatever order its rows come in, with ids and without', () => {
    const withIds = fc.boolean();
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: 3 }),
        fc.shuffledSubarray(rows),
        withIds,
        (first, second, hasIds) => {
          const world = smallRegion();
          const text = (some: readonly string[]) =>
            [head, ...some.map((row) => (hasIds ? row : row.replace(/^P-\d/, '')))].join('\n');
          carryOut(planOf('activities', text(first), world), world);
          const before = activitiesIn(world);
          expect(before).toHaveLength(3);
          if (second.length === 0) return;
          const again = planOf('activities', text(second), world);
          expect(again.wishes).toEqual([]);
          expect(new Set(statesOf(again))).toEqual(new Set(['same']));
        },
      ),
      { seed: 8, numRuns: 60 },
    );
  });

  it('[I18] a line with an id is known again under another name; one without is another', () => {
    const world = smallRegion();
    carryOut(planOf('activities', file, world), world);
    const renamed = planOf('activities', file.replace('Nya recept', 'Bättre recept'), world);
    expect(renamed.lines[0]).toMatchObject({
      state: 'changed',
      diffs: [{ field: 'title', from: 'Nya recept', to: 'Bättre recept' }],
    });
    const noId = file.replaceAll(/^P-\d/gm, '');
    const other = smallRegion();
    carryOut(planOf('activities', noId, other), other);
    expect(statesOf(planOf('activities', noId.replace('Nya recept', 'Bättre recept'), other))).toEqual([
      'new',
      'same',
      'same',
    ]);
  });

  it('[I19] tells field by field what changes, and an empty cell changes nothing', () => {
    const world = smallRegion();
    carryOut(planOf('activities', file, world), world);
    const changed = `${head}\nP-1;Nya recept;Service;Kost;${goalOf('resor')};Klar;;;`;
    const plan = planOf('activities', changed, world);
    expect(plan.lines[0]?.diffs).toEqual([
      { field: 'goals', from: 'Målet avfall', to: 'Målet resor' },
      { field: 'state', from: 'ongoing', to: 'done' },
    ]);
    carryOut(plan, world);
    expect(activitiesIn(world).find(({ title }) => title === 'Nya recept')).toMatchObject({
      due: '2023-12-31',
      state: 'done',
    });
  });

  it('[I18] what was taken back is read in anew under the next number, and then known', () => {
    const world = smallRegion();
    carryOut(planOf('activities', file, world), world);
    for (const activity of activitiesIn(world)) world.activities.put({ ...activity, removed: true });
    carryOut(planOf('activities', file, world), world);
    expect(activitiesIn(world)).toHaveLength(3);
    expect(activitiesIn(world).every(({ key }) => key.endsWith('/2'))).toBe(true);
    expect(planOf('activities', file, world).wishes).toEqual([]);
  });

  it('[I18] what people have logged by hand is known by its unit, its name and its year', () => {
    const world = smallRegion();
    world.activities.put(anActivity(kitchen, [waste], { key: 'egen', title: 'nya  RECEPT' }));
    expect(statesOf(planOf('activities', file.replaceAll(/^P-\d/gm, ''), world))).toEqual([
      'changed',
      'new',
      'new',
    ]);
    const two = smallRegion();
    for (const key of ['a', 'b'])
      two.activities.put(anActivity(kitchen, [waste], { key, title: 'Nya recept' }));
    expect(wrongIn(planOf('activities', file.replaceAll(/^P-\d/gm, ''), two))).toEqual(['2 title several']);
  });

  it('[I18] an activity stays with its unit, and that is told', () => {
    const world = smallRegion();
    carryOut(planOf('activities', file, world), world);
    const plan = planOf('activities', file.replace('Service;Kost', 'Service;Städ'), world);
    expect(plan.lines[0]).toMatchObject({ state: 'same', remarks: [{ code: 'unitStays', value: 'Kost' }] });
  });

  it('each mistake has its row, its column and its words, and never stops the others', () => {
    const world = smallRegion();
    world.units.put(
      aUnit({ key: 'stab-kost', title: 'Kost', level: 'unit', parentKey: 'stab', departmentKey: 'stab' }),
    );
    world.goals.put(aGoal({ key: 'slut', toYear: 2022 }));
    const wrong = [
      ';Utan enhet;;;Målet avfall;;;;',
      ';Fel enhet;Service;Kök;Målet avfall;;;;',
      ';Två Kost;;Kost;Målet avfall;;;;',
      ';Utan mål;Service;;;;;;',
      ';Fel mål;Service;;Målet rymden;;;;',
      ';Gammalt mål;Service;;Målet slut;;;;',
      ';Fel läge;Service;;Målet avfall;Kanske;;;',
      ';Fel dag;Service;;Målet avfall;;snart;;',
      ';Bakvänt;Service;;Målet avfall;;2023-05-01;2023-04-01;',
      ';För tidigt;Service;;Målet avfall;;2022-05-01;;',
      ';;Service;;Målet avfall;;;;',
      ';MÃ¥l;Service;;Målet avfall;;;;',
      `;${'å'.repeat(256)};Service;;Målet avfall;;;;`,
    ];
    const plan = planOf('activities', [file, ...wrong].join('\n'), world);
    expect(wrongIn(plan)).toEqual([
      '5 unit missing',
      '6 unit unitUnknown',
      '7 unit several',
      '8 goals missing',
      '9 goals goalUnknown',
      '10 goals goalNotThisYear',
      '11 state notKnown',
      '12 starts notDay',
      '13 due dueBeforeStart',
      '14 starts dateBeforeYear',
      '15 title missing',
      '16 title garbled',
      '17 title tooLong',
    ]);
    carryOut(plan, world);
    expect(activitiesIn(world)).toHaveLength(3);
  });

  it('[I13] two rows of one id that differ are both left out', () => {
    const plan = planOf(
      'activities',
      `${file}\n${rows[0]}\nP-2;Annat;Service;;Målet avfall;;;;`,
      smallRegion(),
    );
    expect(statesOf(plan)).toEqual(['new', 'cannot', 'new', 'double', 'cannot']);
    expect(wrongIn(plan)).toEqual(['3 - sameTwice', '6 - sameTwice']);
  });

  it('[I20] a comma in a goal’s name, and a stage goal of it', () => {
    const world = smallRegion();
    world.goals.put(aGoal({ key: 'luft', title: 'Ren luft, rent vatten' }));
    world.stageGoals.put(aStageGoal({ goalKey: 'luft', title: 'Halverat 2030', key: 'luft-halv' }));
    const text =
      'Aktivitet;Enhet;Mål;Etappmål\nTvätta;Service;Målet avfall, Ren luft, rent vatten;Halverat 2030\nFel;Service;Målet avfall;Halverat 2030';
    const plan = planOf('activities', text, world);
    expect(wrongIn(plan)).toEqual(['3 stageGoal stageGoalUnknown']);
    expect(plan.wishes[0]).toMatchObject({
      goalKeys: ['avfall', 'luft'],
      details: { stageGoalKey: 'luft-halv' },
    });
  });

  it('[F33] nothing comes into a year that is closed', () => {
    const world = smallRegion();
    world.periods.put(aPeriod({ key: '2023-helar', kind: 'fullYear', state: 'closed' }));
    expect(wrongIn(planOf('activities', file, world))).toEqual([
      '2 - periodClosed',
      '3 - periodClosed',
      '4 - periodClosed',
    ]);
  });

  it('asks for the departments that the file names, and for all where lines may have moved', () => {
    const { units } = smallRegion();
    const cells = ['Nya recept', '', 'Kost'];
    const mapping = { title: 0, id: 1, unit: 2 };
    const roomsOf = (id: string) =>
      departmentsIn({ rows: [{ n: 2, cells: cells.with(1, id) }], mapping, year: 2023 }, units).map(
        ({ roomKey }) => roomKey,
      );
    expect(roomsOf('')).toEqual(['service']);
    expect(roomsOf('P-1')).toEqual(['service', 'stab']);
  });
});

describe('[I24] what we export', () => {
  const room = (world: ReturnType<typeof regionTables>) => {
    const unit = world.units.get('regionstyrelsen');
    if (!unit) throw new Error('no board');
    return { year: 2023, room: unit };
  };

  it.each([
    ['Swedish', tableWords({ ...sv, ...svLater })],
    ['English', tableWords({ ...en, ...enLater })],
  ])('comes back as nothing new, in %s, as a workbook and as text', async (_, words) => {
    const world = regionTables();
    const table = activityTable(world, room(world), words);
    const workbook = new Uint8Array(await (await xlsxOf([table])).arrayBuffer());
    for (const exported of [workbook, csvOf(table)]) {
      const plan = planOf('activities', exported, world);
      expect(wrongIn(plan)).toEqual([]);
      expect(new Set(statesOf(plan))).toEqual(new Set(['same']));
      expect(plan.lines.length).toBeGreaterThan(10);
    }
  });

  it('what was handed over to the planning system comes back by its key', () => {
    const world = regionTables();
    const { lines } = handOverList(world, room(world));
    const table = handOverTable(lines, tableWords({ ...sv, ...svLater }));
    const plan = planOf('activities', csvOf(table), world);
    expect(wrongIn(plan)).toEqual([]);
    expect(new Set(statesOf(plan))).toEqual(new Set(['same']));
  });
});
