import type { Overview, OverviewCell, OverviewRow } from './overview.ts';

/** The map as rows of texts, its head first: for pasting into a letter or a sheet. */
export function mapTable(
  { goals, departments }: Overview,
  words: { readonly department: string; readonly cell: (row: OverviewRow, cell: OverviewCell) => string },
): string[][] {
  return [
    [words.department, ...goals.map(({ title }) => title)],
    ...departments.map((row) => [row.unit.title, ...row.cells.map((cell) => words.cell(row, cell))]),
  ];
}

/** Tabs part the cells, so none may stand within one. A sheet takes what begins so for a formula: a mark before it keeps it text. */
export function asText(table: readonly (readonly string[])[]): string {
  const clean = (cell: string) => cell.replace(/[\t\r\n]+/g, ' ').replace(/^[=+\-@]/, "'$&");
  return table.map((row) => row.map(clean).join('\t')).join('\r\n');
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same as a table that Word and Outlook take for one. */
export function asMarkup(table: readonly (readonly string[])[]): string {
  const clean = (cell: string) => cell.replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
  const [head = [], ...rows] = table;
  const line = (cells: readonly string[], name: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${name}>${clean(cell)}</${name}>`).join('')}</tr>`;
  return `<table border="1"><thead>${line(head, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table>`;
}
