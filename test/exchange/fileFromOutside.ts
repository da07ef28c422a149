import { strToU8, zipSync } from 'fflate';

/** Files as other programs write them, by hand: what our own writer never makes. */

const utf16 = (text: string, isBig = false) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < text.length; n += 1) view.setUint16(n * 2, text.charCodeAt(n), !isBig);
  return bytes;
};

/** The letters of Windows-1252 that our tests use are those of Latin-1. */
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export const encodings = {
  'utf-8': (text: string) => strToU8(text),
  'utf-8 with a mark': (text: string) => strToU8(`\uFEFF${text}`),
  'utf-16le with a mark': (text: string) => utf16(`\uFEFF${text}`),
  'utf-16be with a mark': (text: string) => utf16(`\uFEFF${text}`, true),
  'windows-1252': latin1,
} as const;

type SheetParts = {
  readonly name?: string;
  readonly rows: string;
  readonly after?: string;
  readonly state?: string;
};

/** A workbook whose sheets' rows are given as XML. */
export function handMadeWorkbook(
  sheets: readonly SheetParts[],
  parts: { texts?: string; styles?: string; workbookPr?: string } = {},
): Uint8Array {
  const names = sheets
    .map(
      ({ name = 'Blad1', state }, n) =>
        `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"${state ? ` state="${state}"` : ''}/>`,
    )
    .join('');
  const links = sheets
    .map(
      (_, n) => `<Relationship Id="rId${n + 1}" Type="x/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
    )
    .join('');
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook>${parts.workbookPr ?? ''}<sheets>${names}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${links}</Relationships>`),
    ...(parts.texts ? { 'xl/sharedStrings.xml': strToU8(`<sst>${parts.texts}</sst>`) } : {}),
    ...(parts.styles ? { 'xl/styles.xml': strToU8(`<styleSheet>${parts.styles}</styleSheet>`) } : {}),
    ...Object.fromEntries(
      sheets.map(({ rows, after = '' }, n) => [
        `xl/worksheets/sheet${n + 1}.xml`,
        strToU8(`<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`),
      ]),
    ),
  });
}

export const textCell = (place: string, text: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** The shell of old workbooks, in which a workbook with a password lies too. */
export function oldShell(inside = ''): Uint8Array {
  return new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...utf16(inside)]);
}
