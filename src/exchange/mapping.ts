import { plainWord } from './importCodes.ts';
import { type ImportField, importFields, type ImportKind } from './importFields.ts';
import { textIn } from './cellValues.ts';
import { type FileRow, isEmptyCell, type RawCell, type Sheet } from './sheet.ts';

/** A heading of the file; `id` tells two of the same name apart. */
export type Column = {
  readonly at: number;
  readonly title: string;
  readonly id: string;
  readonly isTwice: boolean;
};

/** Which column of the file holds a field, by the field's name. */
export type Mapping = { readonly [field: string]: number | undefined };

export type Headed = {
  readonly columns: readonly Column[];
  readonly rows: readonly FileRow[];
  /** The number of the row that the headings stand in. */
  readonly headN: number;
};

/** Exports often begin with a title and a date. */
const mostBeforeHead = 10;

/** [I9] The headings are the row, of the first ten, that most of the kind's own columns are known in; else the first. */
export function headed({ rows }: Pick<Sheet, 'rows'>, kind: ImportKind): Headed {
  const known = new Set(importFields[kind].flatMap(({ called }) => called.map(plainWord)));
  const score = ({ cells }: FileRow) => cells.filter((cell) => known.has(plainWord(textIn(cell)))).length;
  const firsts = rows.slice(0, mostBeforeHead);
  const best = firsts.reduce((most, row) => Math.max(most, score(row)), 0);
  const at = Math.max(
    0,
    firsts.findIndex((row) => score(row) === best),
  );
  const head = rows[at];
  return { columns: columnsOf(head?.cells ?? []), rows: rows.slice(at + 1), headN: head?.n ?? 1 };
}

function columnsOf(cells: readonly RawCell[]): Column[] {
  const seen = new Map<string, number>();
  const titles = cells.map((cell) => textIn(cell));
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(plainWord(title), (counts.get(plainWord(title)) ?? 0) + 1);
  return titles.flatMap((title, at) => {
    if (isEmptyCell(title)) return [];
    const plain = plainWord(title);
    const nth = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, nth);
    return [{ at, title, id: nth === 1 ? plain : `${plain}#${nth}`, isTwice: (counts.get(plain) ?? 0) > 1 }];
  });
}

/** The letter that Excel shows above the column. */
export function columnLetter(at: number): string {
  const first = at < 26 ? '' : columnLetter(Math.floor(at / 26) - 1);
  return first + String.fromCharCode(65 + (at % 26));
}

/**
 * [I10] A column for each field: the one that was chosen for these headings last, else the one that is called so, else one whose
 * name holds it. No column serves two fields.
 */
export function suggested(kind: ImportKind, columns: readonly Column[], remembered?: Remembered): Mapping {
  const fields = importFields[kind];
  const chosen = remembered?.[setName(kind, columns)];
  if (chosen) {
    const at = new Map(columns.map((column) => [column.id, column.at]));
    return Object.fromEntries(fields.map(({ name }) => [name, at.get(chosen[name] ?? '')]));
  }
  const taken = new Set<number>();
  const mapping: Record<string, number | undefined> = {};
  const take = (field: ImportField, fits: (plain: string, called: readonly string[]) => boolean) => {
    if (mapping[field.name] !== undefined) return;
    const called = field.called.map(plainWord);
    const found = columns.find(({ at, title }) => !taken.has(at) && fits(plainWord(title), called));
    if (!found) return;
    mapping[field.name] = found.at;
    taken.add(found.at);
  };
  // First what is called just so, the likelier name before the less likely.
  const depth = Math.max(...fields.map(({ called }) => called.length));
  for (let n = 0; n < depth; n += 1)
    for (const field of fields) take(field, (plain, called) => called[n] === plain);
  for (const field of fields)
    take(field, (plain, called) => called.some((word) => word.length >= 5 && plain.startsWith(word)));
  return mapping;
}

/** For each set of headings, the id of the column that each field was found in. */
export type Remembered = { readonly [set: string]: { readonly [field: string]: string } };

/** Whatever order the columns stand in. */
function setName(kind: ImportKind, columns: readonly Column[]): string {
  return `${kind} ${columns
    .map(({ id }) => id)
    .sort()
    .join(' ')}`;
}

/** As many sets as anybody has files. */
const mostSets = 30;

export function remember(
  before: Remembered,
  kind: ImportKind,
  columns: readonly Column[],
  mapping: Mapping,
): Remembered {
  const ids = new Map(columns.map((column) => [column.at, column.id]));
  const chosen = Object.entries(mapping).flatMap(([field, at]) => {
    const id = at === undefined ? undefined : ids.get(at);
    return id === undefined ? [] : [[field, id] as const];
  });
  const name = setName(kind, columns);
  const others = Object.entries(before).filter(([one]) => one !== name);
  return Object.fromEntries([...others.slice(-(mostSets - 1)), [name, Object.fromEntries(chosen)]]);
}

/** What lay on the device, as far as it is what we once wrote. */
export function rememberedIn(raw: unknown): Remembered {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).filter(
      (entry): entry is [string, Record<string, string>] =>
        typeof entry[1] === 'object' &&
        entry[1] !== null &&
        Object.values(entry[1]).every((id) => typeof id === 'string'),
    ),
  );
}

/** The fields that must have a column, and have none. */
export function unmapped(kind: ImportKind, mapping: Mapping): string[] {
  return importFields[kind]
    .filter(({ name, isNeeded }) => isNeeded && mapping[name] === undefined)
    .map(({ name }) => name);
}
