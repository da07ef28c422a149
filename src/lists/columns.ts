import * as v from 'valibot';
import { type Day, isDay } from '../basics/day.ts';

/** How Graph is told to make a column; its facets are Graph's own (columnDefinition). */
export type ColumnFacet =
  | { readonly text: { readonly allowMultipleLines?: boolean; readonly maxLength?: number } }
  | { readonly choice: { readonly choices: readonly string[] } }
  | { readonly number: Record<string, never> }
  | { readonly boolean: Record<string, never> }
  | { readonly dateTime: { readonly format: 'dateOnly' } };

/** One column of one list: how it is made, written and read. `decode` throws on what the product could not have written. */
export type Column<T> = {
  readonly facet: ColumnFacet;
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly encode: (value: T) => string | number | boolean | null;
  /** `undefined` stands for an empty field: Graph leaves those out. */
  readonly decode: (raw: unknown) => T;
};

type Traits = { readonly indexed?: boolean; readonly unique?: boolean };

const singleLine = { text: { maxLength: 255 } } as const;
const manyLines = { text: { allowMultipleLines: true } } as const;

/** A line of text that is always there, at most 255 characters. */
export function line(traits: Traits = {}): Column<string> {
  return column(
    singleLine,
    traits,
    (value) => value,
    (raw) => v.parse(v.string(), raw),
  );
}

/** A line of text, or nothing. */
export function maybeLine(traits: Traits = {}): Column<string | null> {
  return column(
    singleLine,
    traits,
    (value) => value,
    (raw) => v.parse(v.nullable(v.string()), raw ?? null),
  );
}

/** Text of several lines, or nothing. Cannot be indexed. */
export function maybeLines(): Column<string | null> {
  return column(
    manyLines,
    {},
    (value) => value,
    (raw) => v.parse(v.nullable(v.string()), raw ?? null),
  );
}

/** One of a few words, compared to the letter. */
export function choice<const C extends string>(...choices: readonly C[]): Column<C> {
  return column(
    { choice: { choices } },
    {},
    (value) => value,
    (raw) => v.parse(v.picklist(choices), raw),
  );
}

/** One of a few words, or none. */
export function maybeChoice<const C extends string>(...choices: readonly C[]): Column<C | null> {
  return column(
    { choice: { choices } },
    {},
    (value) => value,
    (raw) => v.parse(v.nullable(v.picklist(choices)), raw ?? null),
  );
}

export function number(traits: Traits = {}): Column<number> {
  return column(
    { number: {} },
    traits,
    (value) => value,
    (raw) => v.parse(v.number(), raw),
  );
}

export function maybeNumber(): Column<number | null> {
  return column(
    { number: {} },
    {},
    (value) => value,
    (raw) => v.parse(v.nullable(v.number()), raw ?? null),
  );
}

/** Yes or no; a field that SharePoint leaves out means no. */
export function flag(): Column<boolean> {
  return column(
    { boolean: {} },
    {},
    (value) => value,
    (raw) => v.parse(v.boolean(), raw ?? false),
  );
}

export function day(): Column<Day> {
  return column({ dateTime: { format: 'dateOnly' } }, {}, atNoon, dayIn);
}

export function maybeDay(): Column<Day | null> {
  return column(
    { dateTime: { format: 'dateOnly' } },
    {},
    (value) => (value === null ? null : atNoon(value)),
    (raw) => (raw === undefined || raw === null ? null : dayIn(raw)),
  );
}

/** A value of several parts, kept as JSON text since Graph cannot write person or multi-value columns for everyone. */
export function json<T>(schema: v.GenericSchema<unknown, T>): Column<T> {
  return column(
    manyLines,
    {},
    (value) => JSON.stringify(value),
    (raw) =>
      v.parse(
        schema,
        raw === undefined || raw === null ? null : (JSON.parse(v.parse(v.string(), raw)) as unknown),
      ),
  );
}

function column<T>(
  facet: ColumnFacet,
  { indexed = false, unique = false }: Traits,
  encode: Column<T>['encode'],
  decode: Column<T>['decode'],
): Column<T> {
  // SharePoint wants an index under a unique column.
  return { facet, indexed: indexed || unique, unique, encode, decode };
}

// A date-only column reads back as midnight in the site's time zone, told in UTC: noon is the same day in every zone.
const atNoon = (value: Day): string => `${value}T12:00:00Z`;

/** Just under twelve hours later it is still the same day in every zone from UTC−11 to UTC+11, whatever hour was told. */
const almostHalfADayMs = (12 * 60 * 60 - 1) * 1000;

function dayIn(raw: unknown): Day {
  const instant = Date.parse(v.parse(v.string(), raw));
  const text = Number.isNaN(instant) ? '' : new Date(instant + almostHalfADayMs).toISOString().slice(0, 10);
  if (!isDay(text)) throw new Error('not a day');
  return text;
}
