import { importFields, type ImportKind } from './importFields.ts';
import type { Cell, Table } from './table.ts';

export type TemplateWords = {
  readonly name: string;
  /** What the second sheet is called, and its heads. */
  readonly help: string;
  readonly helpHead: readonly string[];
  readonly needed: string;
  /** By field. */
  readonly columns: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
  readonly example: Readonly<Record<string, string>>;
};

/** [I23] A file to fill in: the columns with one example, and a sheet that explains them. What it calls them is known again. */
export function templateOf(kind: ImportKind, words: TemplateWords): Table[] {
  const fields = importFields[kind].map(({ name, isNeeded }) => ({ name, isNeeded: isNeeded === true }));
  const titleOf = (field: string) => words.columns[field] ?? field;
  return [
    {
      name: words.name,
      head: fields.map(({ name }) => titleOf(name)),
      rows: [fields.map(({ name }): Cell => words.example[name] ?? null)],
    },
    {
      name: words.help,
      head: words.helpHead,
      rows: fields.map(({ name, isNeeded }): Cell[] => [
        titleOf(name),
        isNeeded ? words.needed : null,
        words.hints[name] ?? null,
        words.example[name] ?? null,
      ]),
    },
  ];
}
