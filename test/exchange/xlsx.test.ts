import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Cell } from '../../src/exchange/table.ts';
import { xlsxOf } from '../../src/exchange/xlsx.ts';

/** The parts of the file that a reader opens. */
async function opened(rows: Cell[][], names = ['Aktiviteter']) {
  const file = await xlsxOf(names.map((name) => ({ name, head: ['Rubrik', 'Antal', 'Dag'], rows })));
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
  const sheet = part('xl/worksheets/sheet1.xml');
  const cells = new Map(
    [...sheet.matchAll(/<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="(\w+)")?><v>([^<]*)<\/v><\/c>/g)].map(
      ([, place = '', type, value]) => [place, type === 's' ? { text: texts[Number(value)] } : Number(value)],
    ),
  );
  return { part, sheet, cells };
}

it('[E3] keeps numbers and days what they are, and text text, whatever it begins with', async () => {
  const { cells, sheet } = await opened([
    ['=1+1', -2.5, { day: '2023-08-25' }],
    ['@a & <b>', 7, null],
  ]);
  expect(Object.fromEntries(cells)).toEqual({
    A1: { text: 'Rubrik' },
    B1: { text: 'Antal' },
    C1: { text: 'Dag' },
    A2: { text: '=1+1' },
    B2: -2.5,
    // Days since 1899-12-30.
    C2: 45163,
    A3: { text: '@a &amp; &lt;b&gt;' },
    B3: 7,
  });
  expect(sheet).not.toContain('<f>');
});

it('[E3] has a head that is bold and stays in sight, days as days, and columns that fit', async () => {
  const { sheet, part } = await opened([['En ganska lång rubrik på en aktivitet', 1, { day: '2023-08-25' }]]);
  expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
  expect(part('xl/styles.xml')).toContain('<b/>');
  expect(part('xl/styles.xml')).toContain('yyyy-mm-dd');
  const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths[0]).toBeGreaterThan(35);
  expect(widths[1]).toBeLessThan(20);
});

it('[E3] every table has a sheet, whatever it is called', async () => {
  const long = 'Regionservice: mat/recept [2023] och allt det andra';
  const { part } = await opened([], ['', long, long, 'Lägen']);
  const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toHaveLength(4);
  expect(new Set(names).size).toBe(4);
  for (const name of names) expect(name).toMatch(/^[^[\]/\\:*?]{1,31}$/);
});

it('[E3] takes three thousand rows, a text of any length, and characters that no file can hold', async () => {
  const rows = Array.from({ length: 3000 }, (_, n): Cell[] => [`Aktivitet ${n}`, n, null]);
  const { cells } = await opened([...rows, [`\u0000\u0001${'å'.repeat(40_000)}😀`, 0, null]]);
  expect(cells.get('A3001')).toEqual({ text: 'Aktivitet 2999' });
  expect((cells.get('A3002') as { text: string }).text).toMatch(/^å{32765}$/);
});
