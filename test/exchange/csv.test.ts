import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/exchange/csv.ts';
import { filesOf } from '../../src/exchange/files.ts';
import { type Cell, fileName } from '../../src/exchange/table.ts';

const table = (rows: Cell[][], head = ['a', 'b', 'c']) => ({ name: 'Tabell', head, rows });
const read = (text: string) => {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').replace(/\r\n$/, ''), {
    delimiter: ';',
  });
  expect(errors).toEqual([]);
  return data;
};

describe('a file of text', () => {
  it('[E1] opens in a Swedish Excel: its mark, semicolons, line ends, decimal commas and days', () => {
    expect(
      csvOf(
        table([
          ['Återbruk; möbler', 1.5, { day: '2023-08-25' }],
          ['Två\nrader', -3, null],
        ]),
      ),
    ).toBe('\uFEFFa;b;c\r\n"Återbruk; möbler";1,5;2023-08-25\r\n"Två\nrader";-3;\r\n');
  });

  it.each(['=1+1', '+46 70', '-lista', '@summa', '\t=1', '\r=1', ' =1', '\u00a0=HYPERLINK("x")'])(
    '[E2] %j is text, and no formula',
    (words) => {
      expect(read(csvOf(table([[words, 1, null]])))[1]?.[0]).toBe(`'${words}`);
    },
  );

  it('[E2] a negative number stays a number, and words that only hold such a sign stay as they are', () => {
    expect(read(csvOf(table([[-0.25, 'a=b', 'x-y']])))[1]).toEqual(['-0,25', 'a=b', 'x-y']);
  });

  it('[E1] [E2] whatever is written is read back, and no cell begins as a formula does', () => {
    const words = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\uFEFF', ''));
    const odd = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', ';', '\n', ' =', "'");
    const text = fc.oneof(
      words,
      fc.tuple(odd, words).map((parts) => parts.join('')),
    );
    const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const [, ...lines] = read(csvOf(table(rows)));
        expect(lines).toHaveLength(rows.length);
        for (const [n, row] of rows.entries())
          for (const [m, wanted] of row.entries()) {
            const found = lines[n]?.[m] ?? 'nothing';
            const plain = typeof wanted === 'object' ? '' : String(wanted);
            expect([plain, `'${plain}`]).toContain(found);
            expect(typeof wanted === 'string' && /^[=+\-@\t\r]/.test(found)).toBe(false);
          }
      }),
      { seed: 20230825 },
    );
  });

  it('[E4] there is one for each table, named after it', async () => {
    const tables = [table([]), { ...table([]), name: 'Täckning' }];
    const files = await filesOf(tables, 'csv', ['export', 'Växel & <reception>', 2023]);
    expect(files.map(({ name }) => name)).toEqual([
      'tabell-export-vaxel-reception-2023.csv',
      'tackning-export-vaxel-reception-2023.csv',
    ]);
    expect(await filesOf(tables.slice(1), 'csv', ['x'])).toMatchObject([{ name: 'x.csv' }]);
  });

  it('[E5] a name holds nothing that a file cannot be called', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (parts) => {
        expect(fileName(parts)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
      { seed: 5 },
    );
  });
});
