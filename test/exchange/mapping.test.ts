import { describe, expect, it } from 'vitest';
import { importFields, importKinds } from '../../src/exchange/importFields.ts';
import { templateWords } from '../../src/exchange/importWords.tsx';
import {
  columnLetter,
  headed,
  remember,
  rememberedIn,
  suggested,
  unmapped,
} from '../../src/exchange/mapping.ts';
import { problemTable } from '../../src/exchange/problemTable.ts';
import { readFile } from '../../src/exchange/readFile.ts';
import { templateOf } from '../../src/exchange/template.ts';
import { xlsxOf } from '../../src/exchange/xlsx.ts';
import { en } from '../../src/text/en.ts';
import { enLater } from '../../src/text/enLater.ts';
import { sv } from '../../src/text/sv.ts';
import { svLater } from '../../src/text/svLater.ts';

const headOf = (kind: (typeof importKinds)[number], ...titles: string[]) =>
  headed(
    {
      rows: [
        { n: 1, cells: titles },
        { n: 2, cells: ['x'] },
      ],
    },
    kind,
  );
const fieldsOf = (kind: (typeof importKinds)[number], ...titles: string[]) => {
  const { columns } = headOf(kind, ...titles);
  const found = Object.entries(suggested(kind, columns)).filter(([, at]) => at !== undefined);
  return Object.fromEntries(found.map(([field, at]) => [field, titles[at ?? -1]]));
};

describe('finding the columns', () => {
  it('[I9] takes for headings the row that most columns are known in', () => {
    const rows = [
      { n: 1, cells: ['Uttag ur Planeraren', null] },
      { n: 2, cells: ['2023-08-25'] },
      { n: 4, cells: ['Aktivitetsnamn', 'Mål', 'Ansvarig enhet'] },
      { n: 5, cells: ['Nya recept', 'Avfall', 'Kost'] },
    ];
    const head = headed({ rows }, 'activities');
    expect(head.headN).toBe(4);
    expect(head.rows.map(({ n }) => n)).toEqual([5]);
    expect(
      headed(
        {
          rows: [
            { n: 3, cells: ['A', 'B'] },
            { n: 4, cells: ['1', '2'] },
          ],
        },
        'units',
      ).headN,
    ).toBe(3);
  });

  it('[I10] knows Swedish and English names, the likelier first, and uses no column twice', () => {
    expect(
      fieldsOf(
        'activities',
        'ID',
        'Åtgärd',
        'Organisationsenhet',
        'Kopplat mål',
        'STATUS',
        'Handläggare',
        'Planerat slut',
      ),
    ).toEqual({
      id: 'ID',
      title: 'Åtgärd',
      unit: 'Organisationsenhet',
      goals: 'Kopplat mål',
      state: 'STATUS',
      responsible: 'Handläggare',
      due: 'Planerat slut',
    });
    expect(fieldsOf('units', 'Unit name', 'Manager', 'Parent unit')).toEqual({
      title: 'Unit name',
      head: 'Manager',
      parent: 'Parent unit',
    });
    expect(fieldsOf('goals', 'Mål', 'Målvärde 2030')).toEqual({ title: 'Mål', targetValue: 'Målvärde 2030' });
    expect(unmapped('activities', suggested('activities', headOf('activities', 'Åtgärd').columns))).toEqual([
      'goals',
    ]);
  });

  it('[I10] tells two columns of the same heading apart', () => {
    const { columns } = headOf('units', 'Namn', 'Chef', 'namn', '');
    expect(columns).toEqual([
      { at: 0, title: 'Namn', id: 'namn', isTwice: true },
      { at: 1, title: 'Chef', id: 'chef', isTwice: false },
      { at: 2, title: 'namn', id: 'namn#2', isTwice: true },
    ]);
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('[I10] remembers what was chosen for a set of headings, whatever order they stand in', () => {
    const { columns } = headOf('units', 'Kolumn 1', 'Kolumn 2');
    const kept = remember({}, 'units', columns, { title: 1, head: 0, parent: undefined });
    const other = headOf('units', 'Kolumn 2', 'Kolumn 1').columns;
    expect(suggested('units', other, rememberedIn(JSON.parse(JSON.stringify(kept))))).toMatchObject({
      title: 0,
      head: 1,
    });
    expect(suggested('goals', other, kept)['title']).toBeUndefined();
    expect([rememberedIn(null), rememberedIn({ a: { b: 1 }, c: null })]).toEqual([{}, {}]);
    let many = kept;
    for (let n = 0; n < 40; n += 1)
      many = remember(many, 'units', headOf('units', `K${n}`).columns, { title: 0 });
    expect(Object.keys(many)).toHaveLength(30);
  });
});

describe('[I23] templates', () => {
  it.each([
    ['Swedish', { ...sv, ...svLater }],
    ['English', { ...en, ...enLater }],
  ])('every column of each is known again, in %s', async (_, text) => {
    for (const kind of importKinds) {
      const words = templateWords(kind, text);
      const file = await xlsxOf(templateOf(kind, words));
      const read = readFile('mall.xlsx', new Uint8Array(await file.arrayBuffer()));
      if ('problem' in read) throw new Error(read.problem);
      expect(read.sheets).toHaveLength(2);
      const { columns } = headed(read.sheets[0] ?? { rows: [] }, kind);
      const fields = importFields[kind].map(({ name }) => name);
      expect(suggested(kind, columns)).toEqual(Object.fromEntries(fields.map((name, at) => [name, at])));
      for (const field of fields) expect(words.hints[field], `${kind} ${field}`).toBeTruthy();
    }
  });
});

it('[I22] the problems make a table of their own', () => {
  expect(problemTable('fel', ['Rad'], [{ n: 3, column: 'Mål', value: '=x', words: 'Rätta' }])).toEqual({
    name: 'fel',
    head: ['Rad'],
    rows: [[3, 'Mål', '=x', 'Rätta']],
  });
});
