import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Memo, MemoWords, Table } from './memo.ts';

/** From here on a table of departments and goals wants the paper's long side. */
const wideFrom = 6;
/** A4 in twentieths of a point, and its margins. */
const paper = { width: 11_906, height: 16_838, margin: 1_418 };

/** [M11] The memo as a Word document: real headings, Swedish, a title, page numbers, and tables whose heads are repeated. */
export function memoDocx(memo: Memo, words: MemoWords): Promise<ArrayBuffer> {
  const isWide = memo.appendix.tables.some(({ head }) => head.length >= wideFrom);
  const around = {
    headers: { default: new Header({ children: headerOf(memo) }) },
    footers: { default: new Footer({ children: [pageLine(words)] }) },
  };
  const sections: ISectionOptions[] = [{ ...around, properties: onPaper(false), children: textOf(memo) }];
  if (memo.appendix.tables.length > 0) {
    sections.push({ ...around, properties: onPaper(isWide), children: appendixOf(memo, isWide) });
  }
  const document = new Document({
    title: clean(memo.title),
    creator: clean(memo.headings.authorName),
    description: clean(memo.headings.diaryNumber),
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: 'sv-SE' } },
          paragraph: { spacing: { after: 160, line: 276 } },
        },
        heading1: heading(32, 360, 240),
        heading2: heading(26, 320, 120),
        heading3: heading(22, 240, 120),
      },
    },
    sections,
  });
  return Packer.toArrayBuffer(document);
}

function heading(size: number, before: number, after: number) {
  return {
    run: { font: 'Calibri', size, bold: true, color: '000000', language: { value: 'sv-SE' } },
    paragraph: { spacing: { before, after }, keepNext: true },
  };
}

function onPaper(isWide: boolean): NonNullable<ISectionOptions['properties']> {
  const { width, height, margin } = paper;
  return {
    page: {
      size: { width, height, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: { top: margin, right: margin, bottom: margin, left: margin },
    },
  };
}

function headerOf({ headings }: Memo): Paragraph[] {
  const told = clean(headings.diaryNumber).trim();
  return told === ''
    ? []
    : [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(told)] })];
}

function pageLine({ page }: MemoWords): Paragraph {
  // The numbers are fields that Word fills in; the words around them are the catalogue's.
  const marks = { current: '\uE001', all: '\uE002' };
  const children = page(marks.current, marks.all)
    .split(/([\uE001\uE002])/)
    .map((part) => {
      if (part === marks.current) return PageNumber.CURRENT;
      return part === marks.all ? PageNumber.TOTAL_PAGES : part;
    });
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children, size: 18 })] });
}

/** In the order of the memo that boards are used to. */
function textOf(memo: Memo): Paragraph[] {
  const { headings, description, proposal, signed, copies } = memo;
  return [
    ...block([headings.authorUnit, headings.authorName, headings.authorMail]),
    ...block([headings.addressee, headings.diaryNumber, headings.day]),
    title(memo.title, HeadingLevel.HEADING_1),
    title(description.heading, HeadingLevel.HEADING_2),
    ...description.paragraphs.flatMap(({ text }) => lines(text)),
    title(proposal.heading, HeadingLevel.HEADING_2),
    ...lines(proposal.paragraph.text),
    title(signed.heading, HeadingLevel.HEADING_2),
    ...signed.signatories.flatMap((one) => block([one.name, one.title], 480)),
    ...(copies.to.length === 0
      ? []
      : [title(copies.heading, HeadingLevel.HEADING_2), ...copies.to.flatMap(lines)]),
  ];
}

/** Lines that stand close together; empty ones are left out. */
function block(all: readonly string[], before = 0): Paragraph[] {
  const told = all.map((one) => clean(one).trim()).filter((one) => one !== '');
  return told.map(
    (one, n) =>
      new Paragraph({
        children: [new TextRun(one)],
        keepNext: n < told.length - 1,
        spacing: { before: n === 0 ? before : 0, after: n === told.length - 1 ? 240 : 0 },
      }),
  );
}

function title(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({ heading: level, children: [new TextRun(clean(text))] });
}

/** A line break that somebody has typed begins a new paragraph. */
function lines(text: string): Paragraph[] {
  return clean(text)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => new Paragraph({ children: [new TextRun(line)] }));
}

function appendixOf({ appendix }: Memo, isWide: boolean): (Paragraph | DocxTable)[] {
  return [
    title(appendix.heading, HeadingLevel.HEADING_2),
    ...appendix.tables.flatMap((table) => [
      title(table.title, HeadingLevel.HEADING_3),
      tableOf(table, (isWide ? paper.height : paper.width) - 2 * paper.margin),
    ]),
  ];
}

function tableOf({ head, rows }: Table, width: number): DocxTable {
  // The first column names what the row is of, and needs more room.
  const share = Math.floor(width / (head.length + 0.5));
  const widths = head.map((_, n) => (n === 0 ? width - share * (head.length - 1) : share));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((text, n) => cell(text, widths[n] ?? share, isHead || n === 0)),
    });
  return new DocxTable({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };

function cell(text: string, width: number, isBold: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    borders: { top: line, bottom: line, left: line, right: line },
    children: [
      new Paragraph({
        spacing: { after: 0, line: 240 },
        children: [new TextRun({ text: clean(text), size: 18, bold: isBold })],
      }),
    ],
  });
}

/** Word refuses a document with characters that XML cannot hold. */
function clean(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
