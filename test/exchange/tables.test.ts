import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/exchange/csv.ts';
import { placesIn } from '../../src/exchange/span.ts';
import type { Table } from '../../src/exchange/table.ts';
import { activityTable, assignmentTable, checkInTable, coverageTable } from '../../src/exchange/tables.ts';
import { tableWords } from '../../src/exchange/tableWords.tsx';
import { countedOverview } from '../../src/followup/countedOverview.ts';
import { sv } from '../../src/text/sv.ts';
import { svLater } from '../../src/text/svLater.ts';
import {
  aPeriod,
  aUnit,
  anActivity,
  anAssignment,
  anna,
  board,
  kitchen,
  regionTables,
  service,
  smallRegion,
  travel,
} from '../builders.ts';

const words = tableWords({ ...sv, ...svLater });
const makers = [activityTable, assignmentTable, coverageTable, checkInTable];

/** A table's rows by what stands above each cell. */
const told = ({ head, rows }: Table) =>
  rows.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n]])));

function demo(key = 'regionstyrelsen') {
  const world = regionTables();
  const room = world.units.get(key);
  if (!room) throw new Error(`There is no ${key}`);
  return { world, span: { year: 2023, room } };
}

describe('[E6] whose rows they are', () => {
  it('the room’s own and those of all below it, in the order of the tree, and last what is no longer active', () => {
    const world = smallRegion();
    world.units.put(
      aUnit({ key: 'lagad', level: 'unit', parentKey: 'service-kost', departmentKey: 'service' }),
    );
    world.units.put(aUnit({ key: 'nedlagd', level: 'unit', parentKey: 'service', active: false }));
    expect(placesIn(world.units, service).map(({ key }) => key)).toEqual([
      'service',
      'service-kost',
      'lagad',
      'service-stad',
      'nedlagd',
    ]);
    expect(placesIn(world.units, kitchen).map(({ key }) => key)).toEqual(['service-kost', 'lagad']);
  });

  it('a circle of parents made by hand ends', () => {
    const world = smallRegion();
    world.units.put(aUnit({ key: 'ett', level: 'unit', parentKey: 'två', departmentKey: 'service' }));
    world.units.put(aUnit({ key: 'två', level: 'unit', parentKey: 'ett', departmentKey: 'service' }));
    const one = world.units.get('ett') ?? service;
    expect(placesIn(world.units, one).map(({ key }) => key)).toEqual(['ett', 'två']);
  });
});

describe('[E7] the activities', () => {
  it('of the demonstration are all there once, with whether they count', () => {
    const { world, span } = demo();
    const rows = told(activityTable(world, span, words));
    expect(rows).toHaveLength([...world.activities.values()].length);
    const { counted } = countedOverview(world, 2023, span.room);
    expect(rows.filter((row) => row['Räknas'] === 'Ja')).toHaveLength(counted);
    expect(
      rows.find((row) => row['Aktivitet'] === 'Nya recept minskar svinnet från matproduktionen'),
    ).toMatchObject({
      Avdelning: 'Regionservice',
      Enhet: 'Kost',
      Mål: 'Minskat avfall',
      Läge: 'Pågår',
    });
  });

  it('that wait, are dropped or ordinary are told as such', () => {
    const world = smallRegion();
    world.assignments.put(anAssignment(travel, kitchen));
    const put = (key: string, fields: object) =>
      world.activities.put(anActivity(kitchen, [travel], { key, title: key, ...fields }));
    put('a', { state: 'dropped' });
    put('b', { kind: 'ordinary' });
    put('c', { goalKeys: ['avfall'], handedOver: '2023-09-01' });
    expect(told(activityTable(world, { year: 2023, room: service }, words))).toMatchObject([
      { Aktivitet: 'a', Räknas: 'Nej' },
      { Aktivitet: 'b', Räknas: 'Ordinarie arbete' },
      { Aktivitet: 'c', Räknas: 'Väntar på målet', Överförd: { day: '2023-09-01' } },
    ]);
  });
});

it('[E8] the assignments tell what was asked and answered', () => {
  const world = smallRegion();
  const bo = { id: 'b', name: 'Bo Ek' };
  world.assignments.put(
    anAssignment(travel, kitchen, {
      consultation: 'discuss',
      consultedBy: anna,
      consultedOn: '2023-02-01',
      requestedBy: bo,
      requestedOn: '2023-01-15',
      note: 'Vi har inga bilar',
    }),
  );
  expect(told(assignmentTable(world, { year: 2023, room: kitchen }, words))).toEqual([
    {
      Avdelning: 'Service',
      Enhet: 'Kost',
      Mål: 'Målet resor',
      Läge: 'Fördelat',
      Samråd: 'Låt oss prata',
      'Svarat av': 'Anna Berg',
      'Svarat den': { day: '2023-02-01' },
      'Efterfrågat av': 'Bo Ek',
      'Efterfrågat den': { day: '2023-01-15' },
      Anteckning: 'Vi har inga bilar',
    },
  ]);
});

describe('[E9] the coverage', () => {
  it('is the overview’s own counts, department by department and goal by goal', () => {
    const { world, span } = demo();
    const overview = countedOverview(world, 2023, span.room);
    const rows = told(coverageTable(world, span, words)).filter((row) => row['Enhet'] === null);
    expect(rows).toHaveLength(overview.departments.length * (overview.goals.length + 1));
    for (const { unit, cells, counted, ordinary } of overview.departments) {
      const [all, ...goals] = rows.filter((row) => row['Avdelning'] === unit.title);
      expect(all).toMatchObject({ Aktiviteter: counted, 'Ordinarie arbete': ordinary });
      expect(goals.map((row) => [row['Mål'], row['Aktiviteter'], row['Varav klara']])).toEqual(
        cells.map((cell) => [cell.goal.title, cell.activities, cell.finished]),
      );
    }
  });

  it('of a department is its own line and its units’, of a unit its own alone', () => {
    const { world, span } = demo('regionservice');
    const places = new Set(coverageTable(world, span, words).rows.map((row) => row[1]));
    expect([...places]).toEqual([
      null,
      ...placesIn(world.units, span.room)
        .slice(1)
        .map(({ title }) => title),
    ]);
    const kost = demo('regionservice-kost');
    const rows = coverageTable(kost.world, kost.span, words).rows;
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['Kost']));
  });
});

it('[E10] the check-ins are what was said with a status or in a period, and why something was put right', () => {
  const world = smallRegion();
  world.assignments.put(anAssignment(travel, kitchen));
  world.activities.put(anActivity(kitchen, [travel]));
  world.periods.put(aPeriod());
  const said = {
    title: 'x',
    removed: false,
    shelf: '2023/service',
    unitShelf: '2023/service-kost',
    by: anna,
    periodKey: null,
    status: null,
    text: null,
    isCorrection: false,
  };
  const assignmentKey = '2023/resor/service-kost';
  world.comments.put({
    ...said,
    key: 'c3',
    subjectKey: 'a-1',
    on: '2023-09-02',
    text: 'Fel förut',
    periodKey: '2023-delar-augusti',
    isCorrection: true,
  });
  world.comments.put({
    ...said,
    key: 'c2',
    subjectKey: assignmentKey,
    on: '2023-09-01',
    status: 'onPlan',
    periodKey: '2023-delar-augusti',
  });
  world.comments.put({ ...said, key: 'c1', subjectKey: 'a-1', on: '2023-08-20', text: 'Bara en tanke' });
  expect(told(checkInTable(world, { year: 2023, room: board }, words))).toEqual([
    {
      Dag: { day: '2023-09-01' },
      Avdelning: 'Service',
      Enhet: 'Kost',
      Period: 'Delår augusti',
      Aktivitet: null,
      Mål: 'Målet resor',
      Läge: 'Enligt plan',
      Kommentar: null,
      Av: 'Anna Berg',
      'Rättelse efter stängning': null,
    },
    {
      Dag: { day: '2023-09-02' },
      Avdelning: 'Service',
      Enhet: 'Kost',
      Period: 'Delår augusti',
      Aktivitet: 'Nya recept',
      Mål: 'Målet resor',
      Läge: null,
      Kommentar: 'Fel förut',
      Av: 'Anna Berg',
      'Rättelse efter stängning': 'Ja',
    },
  ]);
});

it('[E2] no cell of any table that is written begins as a formula does, whatever people have typed', () => {
  const typed = fc.tuple(
    fc.constantFrom('=', '+', '-', '@', '\t', '', '"=', ';='),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(typed, (parts) => {
      const text = parts.join('');
      const { world, span } = demo();
      const [first] = world.activities.values();
      if (!first) throw new Error('There is nothing');
      world.activities.put({ ...first, title: text, description: text, responsibleName: text });
      for (const make of makers) {
        const { data } = Papa.parse<string[]>(csvOf(make(world, span, words)).slice(1), { delimiter: ';' });
        for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }
    }),
    { seed: 11, numRuns: 30 },
  );
});

it('[E7] with nothing in the lists there are heads alone', () => {
  const { units } = smallRegion();
  const world = { ...smallRegion(), units };
  const empty = { year: 1999, room: board };
  for (const make of [activityTable, assignmentTable, checkInTable])
    expect(make(world, empty, words).rows).toEqual([]);
});
