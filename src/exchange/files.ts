import { csvOf } from './csv.ts';
import { fileName, type Table } from './table.ts';

export type Format = 'xlsx' | 'csv';
export type NamedFile = { readonly name: string; readonly content: Blob };

/** [E4] One workbook of all tables, or one file of text for each. What writes a workbook is fetched when it is first needed. */
export async function filesOf(
  tables: readonly Table[],
  format: Format,
  name: readonly (string | number)[],
): Promise<NamedFile[]> {
  if (format === 'csv') {
    const type = 'text/csv;charset=utf-8';
    return tables.map((table) => ({
      name: `${fileName(tables.length > 1 ? [table.name, ...name] : name)}.csv`,
      content: new Blob([csvOf(table)], { type }),
    }));
  }
  const { xlsxOf } = await import('./xlsx.ts');
  return [{ name: `${fileName(name)}.xlsx`, content: await xlsxOf(tables) }];
}
