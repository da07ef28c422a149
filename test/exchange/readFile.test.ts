import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dayIn, isGarbled, numberOf, yearIn, yesIn } from '../../src/exchange/cellValues.ts';
import { csvOf } from '../../src/exchange/csv.ts';
import { readFile } from '../../src/exchange/readFile.ts';
import { mostBytes } from '../../src/exchange/sheet.ts';
import { xlsxOf } from '../../src/exchange/xlsx.ts';
import { encodings, handMadeWorkbook, oldShell, textCell } from './fileFromOutside.ts';

const bytesOf = (text: string) => strToU8(text);

function sheetsOf(name: string, bytes: Uint8Array) {
  const read = readFile(name, bytes);
  if ('problem' in read) throw new Error(read.problem);
  return read.sheets;
}
const cellsOf = (name: string, bytes: Uint8Array) => sheetsOf(name, bytes)[0]?.rows.map(({ cells }) => cells);
const problemOf = (name: string, bytes: Uint8Array) => {
  const read = readFile(name, bytes);
  return 'problem' in read ? read.problem : undefined;
};

/** Nothing that a column could be parted by, and no white space at an end. */
const word = fc.stringMatching(/^[A-Za-zåäöÅÄÖé0-9][A-Za-zåäöÅÄÖé0-9 .:-]{0,8}[A-Za-zåäöÅÄÖé0-9]$/);

describe('reading text', () => {
  it.each(Object.entries(encodings))('[I1] knows %s by its bytes', (_, encode) => {
    expect(cellsOf('x.csv', encode('Namn;Ort\r\nÅsa Öberg;Växjö\r\n'))).toEqual([
      ['Namn', 'Ort'],
      ['Åsa Öberg', 'Växjö'],
    ]);
  });

  it('[I1] knows UTF-16 without a mark', () => {
    const all = encodings['utf-16le with a mark']('Namn;Ort\r\nKost;Lund');
    expect(cellsOf('x.txt', all.slice(2))).toEqual([
      ['Namn', 'Ort'],
      ['Kost', 'Lund'],
    ]);
  });

  it('[I1] any table comes back from any encoding and any separator', () => {
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 6 }),
      );
    const encode = fc.constantFrom(...Object.values(encodings));
    fc.assert(
      fc.property(table, encode, fc.constantFrom(';', ',', '\t'), (rows, encoded, by) => {
        const text = rows.map((row) => row.join(by)).join('\r\n');
        expect(cellsOf('x.csv', encoded(text))).toEqual(rows);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('[I2] takes what the first line has most of, and what stands in quotes as text', () => {
    expect(cellsOf('x.csv', bytesOf('"Mål, och mer";Utfall\n"a;b";"1 234,5"\n'))).toEqual([
      ['Mål, och mer', 'Utfall'],
      ['a;b', '1 234,5'],
    ]);
    expect(cellsOf('x.csv', bytesOf('sep=|\nA|B\n1|2'))).toEqual([
      ['A', 'B'],
      ['1', '2'],
    ]);
  });

  it('[I2] counts the rows as Excel does, and takes the apostrophe before a formula away again', () => {
    const [sheet] = sheetsOf('x.csv', bytesOf("Namn;Tal\r\n\r\n'=1+1;-2\r\n;;\r\nKost;3\r\n"));
    expect(sheet?.rows).toEqual([
      { n: 1, cells: ['Namn', 'Tal'] },
      { n: 3, cells: ['=1+1', '-2'] },
      { n: 5, cells: ['Kost', '3'] },
    ]);
  });

  it('[I2] [E2] what we write as text is read as it was', () => {
    const rows = [
      ['=SUM(A1)', '@x'],
      ["'citat", '-ett'],
      ['rad\nbruten', 'a;"b"'],
    ];
    const text = csvOf({ name: 'x', head: ['A', 'B'], rows });
    expect(cellsOf('x.csv', bytesOf(text))?.slice(1)).toEqual(rows);
  });
});

describe('what is no use', () => {
  const rows = (n: number) => bytesOf(`Namn;Nivå\n${'Kost;Enhet\n'.repeat(n)}`);
  const locked = oldShell('EncryptedPackage');

  it.each([
    ['empty', 'x.csv', new Uint8Array()],
    ['empty', 'x.csv', bytesOf('\n;;\n')],
    ['onlyHead', 'x.csv', bytesOf('Namn;Nivå\n')],
    ['tooManyRows', 'x.csv', rows(50_000)],
    ['tooManyColumns', 'x.csv', bytesOf(`${'a;'.repeat(300)}b\n${'1;'.repeat(300)}2`)],
    ['tooLarge', 'x.csv', new Uint8Array(mostBytes + 1)],
    ['oldExcel', 'x.xls', oldShell('Workbook')],
    ['oldExcel', 'renamed.xlsx', oldShell('Workbook')],
    ['locked', 'x.xlsx', locked],
    ['notExcel', 'x.xlsx', zipSync({ 'word/document.xml': bytesOf('<w/>') })],
    ['damaged', 'x.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0])],
    ['notTable', 'x.csv', bytesOf('%PDF-1.7 …')],
    ['notTable', 'x.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0])],
  ])('[I3] says %s of %s', (problem, name, bytes) => {
    expect(problemOf(name, bytes)).toBe(problem);
  });

  it('[I3] takes five thousand rows, and says how many there were beyond', () => {
    expect(sheetsOf('x.csv', rows(5000))[0]?.rows).toHaveLength(5001);
    expect(readFile('x.csv', rows(50_000))).toEqual({ problem: 'tooManyRows', count: 50_000 });
  });

  it('[I3] a workbook of 50,000 rows, and one that would grow beyond all bounds, are refused in time', () => {
    const many = Array.from(
      { length: 50_000 },
      (_, n) => `<row r="${n + 1}">${textCell(`A${n + 1}`, 'Kost')}</row>`,
    );
    expect(readFile('x.xlsx', handMadeWorkbook([{ rows: many.join('') }]))).toEqual({
      problem: 'tooManyRows',
      count: 49_999,
    });
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(1024 * 1024) });
    const lies = bomb.slice();
    // What it says of itself, in the directory at its end.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const at = bomb.findIndex((_, n) => n < bomb.length - 4 && view.getUint32(n, true) === 0x02014b50);
    view.setUint32(at + 24, 90 * 1024 * 1024, true);
    expect(problemOf('bomb.xlsx', bomb)).toBe('tooLarge');
    // One that says that it is small does not grow beyond that.
    new DataView(lies.buffer).setUint32(at + 24, 100, true);
    expect(problemOf('lies.xlsx', lies)).toBeDefined();
  });

  it('[I3] nothing that anybody sends makes it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (noise, isZip) => {
        const bytes = isZip ? new Uint8Array([0x50, 0x4b, 3, 4, ...noise]) : noise;
        expect(readFile('x.xlsx', bytes)).toBeTypeOf('object');
      }),
      { seed: 8, numRuns: 500 },
    );
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '<c r="A1">',
            '<row>',
            '</row>',
            '</c>',
            '<v>',
            '</v>',
            '<t',
            '>',
            '&#x1F600;',
            '&#xFFFFFFF;',
            '1',
            '"',
          ),
        }),
        (xml) => {
          expect(readFile('x.xlsx', handMadeWorkbook([{ rows: xml }]))).toBeTypeOf('object');
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });
});

describe('reading workbooks', () => {
  it('[I4] reads what we write: text, numbers, days and nothing', async () => {
    const file = await xlsxOf([
      {
        name: 'Ett',
        head: ['Text', 'Tal', 'Dag'],
        rows: [
          ['=1+1 & <b>', -2.5, { day: '2023-08-25' }],
          [' å\nä ', null, { day: '1999-12-31' }],
        ],
      },
      { name: 'Två', head: ['A'], rows: [['b']] },
    ]);
    const sheets = sheetsOf('x.xlsx', new Uint8Array(await file.arrayBuffer()));
    expect(sheets.map(({ name }) => name)).toEqual(['Ett', 'Två']);
    expect(sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['Text', 'Tal', 'Dag'],
      ['=1+1 & <b>', -2.5, { day: '2023-08-25' }],
      [' å\nä ', null, { day: '1999-12-31' }],
    ]);
  });

  it('[I4] takes the value of a formula, tells its errors, and leaves hidden sheets alone', () => {
    const rows = `<row r="1">${textCell('A1', 'Namn')}</row><row r="4"><c r="A4" t="str"><f>UPPER(B1)</f><v>KOST</v></c><c r="C4"><f>1+1</f><v>2</v></c><c r="D4" t="e"><f>X</f><v>#REF!</v></c><c r="E4" t="b"><v>1</v></c></row>`;
    const file = handMadeWorkbook([
      { name: 'Dold', rows, state: 'hidden' },
      { name: 'Syns', rows },
    ]);
    const sheets = sheetsOf('x.xlsx', file);
    expect(sheets.map(({ name }) => name)).toEqual(['Syns']);
    expect(sheets[0]?.rows[1]).toEqual({ n: 4, cells: ['KOST', null, 2, { error: '#REF!' }, true] });
  });

  it('[I4] knows days by how they are shown, from 1900 and from 1904', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-41D]d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; dyr&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const rows = `<row r="1">${textCell('A1', 'Dag')}</row><row r="2"><c r="A2" s="1"><v>45163</v></c><c r="B2" s="2"><v>45163.75</v></c><c r="C2" s="3"><v>45163</v></c><c r="D2" s="0"><v>45163</v></c></row>`;
    expect(cellsOf('x.xlsx', handMadeWorkbook([{ rows }], { styles }))?.[1]).toEqual([
      { day: '2023-08-25' },
      { day: '2023-08-25' },
      45_163,
      45_163,
    ]);
    const early = handMadeWorkbook([{ rows }], { styles, workbookPr: '<workbookPr date1904="1"/>' });
    expect(cellsOf('x.xlsx', early)?.[1]?.[0]).toEqual({ day: '2027-08-26' });
  });

  it('[I4] what a merged cell says holds for all of its rows, and that is told', () => {
    const rows = ['Avdelning', 'Regionservice', '', 'HR']
      .map(
        (text, n) =>
          `<row r="${n + 1}">${text ? textCell(`A${n + 1}`, text) : ''}${textCell(`B${n + 1}`, `rad ${n + 1}`)}</row>`,
      )
      .join('');
    const after =
      '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="F1:XFD1048576"/></mergeCells>';
    const [sheet] = sheetsOf('x.xlsx', handMadeWorkbook([{ rows, after }]));
    expect(sheet?.merged).toBe(1);
    expect(sheet?.rows.map(({ cells }) => cells[0])).toEqual([
      'Avdelning',
      'Regionservice',
      'Regionservice',
      'HR',
    ]);
  });

  it('[I4] joins a text of several styles, and leaves out how it is said aloud', () => {
    const texts =
      '<si><t>Namn</t></si><si><r><t>Ko</t></r><r><t xml:space="preserve">st &amp; </t></r><rPh><t>kana</t></rPh><r><t>städ_x000D_</t></r></si><si/>';
    const rows = '<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>';
    expect(cellsOf('x.xlsx', handMadeWorkbook([{ rows }], { texts }))?.[1]).toEqual(['Kost & städ\r']);
  });
});

describe('reading cells', () => {
  it.each([
    '2023-08-25',
    '20230825',
    '25/8 2023',
    '25/8/2023',
    '25.8.2023',
    '25 augusti 2023',
    '25 aug 2023',
    '2023-08-25 00:00:00',
  ])('[I5] %s is a day', (text) => {
    expect(dayIn(text)).toBe('2023-08-25');
  });

  it('[I5] what is no day, number, year or answer is none', () => {
    expect([dayIn('2023-02-30'), dayIn('snart'), dayIn('8/25/2023')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([
      numberOf('1 234,5'),
      numberOf('\u22122'),
      numberOf(3.5),
      numberOf('12 %'),
      numberOf('tolv'),
    ]).toEqual([1234.5, -2, 3.5, 12, undefined]);
    expect([
      yearIn('2023'),
      yearIn(2023),
      yearIn({ day: '2023-01-01' }),
      yearIn('23'),
      yearIn('20230'),
    ]).toEqual([2023, 2023, 2023, undefined, undefined]);
    expect([yesIn('Ja'), yesIn('x'), yesIn(true), yesIn('nej'), yesIn(false), yesIn('kanske')]).toEqual([
      true,
      true,
      true,
      false,
      false,
      undefined,
    ]);
  });

  it('[I6] knows letters that have been broken', () => {
    expect(['MÃ¥l', 'MÃ¤ngd', 'M\uFFFDl', 'Ã–rebro'].map(isGarbled)).toEqual([true, true, true, true]);
    expect(['Mål', 'Ödåkra', 'SÃO', 'SÃO PAULO'].map(isGarbled)).toEqual([false, false, false, false]);
  });
});
