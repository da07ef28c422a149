import { hasValues, type Column, type Facets, type Kind, type ListColumn } from './column.ts';
import { fieldNotRecognized, invalidRequest, notImplemented } from './errors.ts';
import { readMoment, siteMidnight, wholeSeconds } from './times.ts';
import { builtInFieldNames } from './builtIn.ts';

export type FieldValue = string | number | boolean;
/** The values of an item under their internal names; a column without a value is absent. */
export type Fields = Record<string, FieldValue>;
/** Null clears. */
export type Writing = Map<ListColumn, FieldValue | null>;

/** Reported for SharePoint's multi-line text. */
const longestNote = 63_999;
const longestLine = 255;

/** Reads the fields that a client sends. Every text of refusal but the first is assumed. */
export function readFields(columns: ReadonlyMap<string, ListColumn>, sent: Record<string, unknown>): Writing {
  const writing: Writing = new Map();
  for (const [name, value] of Object.entries(sent)) {
    if (name === '@odata.type' || name === '@odata.etag' || name === '@odata.context') continue;
    if (name.includes('@odata.')) throw notImplemented(`the annotation '${name}'`);
    const column = columns.get(name);
    const base = columns.get(name.replace(/LookupId$/, ''));
    if (base && !hasValues(base.facet)) throw notImplemented(`values of columns with '${base.facet.kind}'`);
    if (!column) {
      if (builtInFieldNames.has(name)) throw invalidRequest(`Field '${name}' is read-only`);
      throw fieldNotRecognized(name);
    }
    if (column.readOnly) throw invalidRequest(`Field '${name}' is read-only`);
    writing.set(column, read(column, value));
  }
  return writing;
}

type Readable = Pick<Column, 'name' | 'facet' | 'defaultValue'>;

function read(column: Readable, value: unknown): FieldValue | null {
  // SharePoint keeps no empty text: it comes back as no value.
  if (value === null || value === '') return null;
  switch (column.facet.kind) {
    case 'text':
      return readText(column.name, value, column.facet.settings);
    case 'choice':
      return readChoice(column.name, value, column.facet.settings);
    case 'number':
      return readNumber(column.name, value, column.facet.settings);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(column.name, 'true or false');
      return value;
    case 'dateTime':
      return readDate(column.name, value, column.facet.settings);
    case 'personOrGroup':
    case 'lookup':
    case 'calculated':
      throw notImplemented(`values of columns with '${column.facet.kind}'`);
  }
}

function readText(name: string, value: unknown, settings: Facets['text']): string {
  if (typeof value !== 'string') throw wrongType(name, 'text');
  refuseControls(name, value);
  const longest = settings.allowMultipleLines ? longestNote : (settings.maxLength ?? longestLine);
  if (value.length > longest) throw invalidRequest(`Field '${name}' may have at most ${longest} characters`);
  return value;
}

function readChoice(name: string, value: unknown, settings: Facets['choice']): string {
  if (settings.displayAs === 'checkBoxes') throw notImplemented('values of columns with several choices');
  if (typeof value !== 'string') throw wrongType(name, 'text');
  refuseControls(name, value);
  if (settings.choices.includes(value)) return value;
  if (!settings.allowTextEntry) throw invalidRequest(`'${value}' is not a choice of field '${name}'`);
  if (value.length > longestLine)
    throw invalidRequest(`Field '${name}' may have at most ${longestLine} characters`);
  return value;
}

function readNumber(name: string, value: unknown, { minimum, maximum }: Facets['number']): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(name, 'a number');
  if (value < minimum || value > maximum) {
    throw invalidRequest(`Field '${name}' must be between ${minimum} and ${maximum}`);
  }
  return value;
}

function readDate(name: string, value: unknown, { format }: Facets['dateTime']): string {
  const moment = typeof value === 'string' ? readMoment(value) : undefined;
  if (!moment) throw wrongType(name, 'an ISO 8601 date');
  return wholeSeconds(format === 'dateOnly' ? siteMidnight(moment) : moment);
}

/** SharePoint stores through XML 1.0, which has no room for them. */
function refuseControls(name: string, value: string): void {
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    const allowed = code >= 32 || code === 9 || code === 10 || code === 13;
    if (!allowed || code === 0xfffe || code === 0xffff) {
      throw invalidRequest(`Field '${name}' has a character that cannot be stored`);
    }
  }
  // A lone surrogate has no UTF-8 form.
  if (/\p{Surrogate}/u.test(value))
    throw invalidRequest(`Field '${name}' has a character that cannot be stored`);
}

function wrongType(name: string, expected: string) {
  return invalidRequest(`Field '${name}' must be ${expected}`);
}

/** The value that a new item gets when the client sends none; throws when the column could not hold it. */
export function defaultOf(column: Readable): FieldValue | null {
  const { facet, defaultValue } = column;
  if (!defaultValue || defaultValue.value === '') return null;
  return read(
    column,
    facet.kind === 'text' || facet.kind === 'choice'
      ? defaultValue.value
      : typed(facet.kind, defaultValue.value),
  );
}

function typed(kind: Kind, value: string): unknown {
  if (kind === 'number') return Number(value);
  if (kind !== 'boolean') return value;
  // SharePoint's own words for a yes/no column's default are 1 and 0.
  const words = new Map([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
  ]);
  return words.get(value.toLowerCase()) ?? value;
}

/**
 * The form in which values are compared and indexed. Assumed: without regard to case, as
 * SharePoint's database collations do, for å, ä and ö too.
 */
export function comparable(value: FieldValue): string | number {
  if (typeof value === 'string') return value.toLowerCase();
  return Number(value);
}

/** A column may be called `constructor` or `__proto__`, which plain reading and assignment mistake. */
export function fieldOf(fields: Fields, name: string): FieldValue | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function setField(fields: Fields, name: string, value: FieldValue): void {
  Object.defineProperty(fields, name, { value, enumerable: true, writable: true, configurable: true });
}
