import type { Day } from '../basics/day.ts';
import { isDay } from '../basics/day.ts';

export type Signatory = { readonly name: string; readonly title: string };

/** What stands around the memo's text, each as somebody has typed it. */
export type Headings = {
  readonly authorUnit: string;
  readonly authorName: string;
  readonly authorMail: string;
  readonly addressee: string;
  readonly diaryNumber: string;
  readonly day: Day;
  /** Empty: the title that the product writes. */
  readonly title: string;
  readonly signatories: readonly Signatory[];
  readonly copies: readonly string[];
};

/** What an organisation remembers from one memo to the next; a diary number belongs to its year. */
export type Remembered = Pick<Headings, 'authorUnit' | 'addressee' | 'signatories' | 'copies'> & {
  readonly diaryNumbers: Readonly<Record<string, string>>;
};

/** The setting's key. */
export const memoSetting = 'memo';

const noSignatory: Signatory = { name: '', title: '' };

/** [M9] The headings of a new memo: what is remembered, and of the author what is known. */
export function firstHeadings(
  remembered: Remembered | undefined,
  known: {
    readonly board: string;
    readonly name: string;
    readonly mail: string;
    readonly day: Day;
    readonly year: number;
  },
): Headings {
  const [first = noSignatory, second = noSignatory] = remembered?.signatories ?? [];
  return {
    authorUnit: remembered?.authorUnit ?? '',
    authorName: known.name,
    authorMail: known.mail,
    addressee: remembered?.addressee || known.board,
    diaryNumber: remembered?.diaryNumbers[known.year] ?? '',
    day: known.day,
    title: '',
    signatories: [first, second],
    copies: remembered?.copies ?? [],
  };
}

/** What is worth remembering of a memo's headings. */
export function rememberedOf(
  { authorUnit, addressee, signatories, copies, diaryNumber }: Headings,
  year: number,
  before: Remembered | undefined,
): string {
  const diaryNumbers = { ...before?.diaryNumbers, [year]: diaryNumber };
  return JSON.stringify({ authorUnit, addressee, signatories, copies, diaryNumbers } satisfies Remembered);
}

/** The setting's value, if it is one: anybody who owns the site can write anything there. */
export function rememberedIn(value: string | null | undefined): Remembered | undefined {
  const raw = parsed(value ?? '');
  if (raw === undefined) return undefined;
  const diaryNumbers = isObject(raw['diaryNumbers']) ? raw['diaryNumbers'] : {};
  return {
    authorUnit: textIn(raw, 'authorUnit'),
    addressee: textIn(raw, 'addressee'),
    ...peopleIn(raw),
    diaryNumbers: Object.fromEntries(
      Object.entries(diaryNumbers).filter((one): one is [string, string] => typeof one[1] === 'string'),
    ),
  };
}

export function headingsIn(raw: unknown): Headings | undefined {
  if (!isObject(raw)) return undefined;
  const day = textIn(raw, 'day');
  return isDay(day)
    ? {
        authorUnit: textIn(raw, 'authorUnit'),
        authorName: textIn(raw, 'authorName'),
        authorMail: textIn(raw, 'authorMail'),
        addressee: textIn(raw, 'addressee'),
        diaryNumber: textIn(raw, 'diaryNumber'),
        day,
        title: textIn(raw, 'title'),
        ...peopleIn(raw),
      }
    : undefined;
}

/** Who signs, and who gets a copy. */
function peopleIn(raw: Loose): Pick<Headings, 'signatories' | 'copies'> {
  return {
    signatories: listIn(raw, 'signatories').flatMap((one) =>
      isObject(one) ? [{ name: textIn(one, 'name'), title: textIn(one, 'title') }] : [],
    ),
    copies: listIn(raw, 'copies').filter((one) => typeof one === 'string'),
  };
}

type Loose = { readonly [name: string]: unknown };

export function isObject(raw: unknown): raw is Loose {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function textIn(raw: Loose, name: string): string {
  const value = raw[name];
  return typeof value === 'string' ? value : '';
}

function listIn(raw: Loose, name: string): readonly unknown[] {
  const value = raw[name];
  return Array.isArray(value) ? value : [];
}

function parsed(text: string): Loose | undefined {
  try {
    const raw: unknown = JSON.parse(text);
    return isObject(raw) ? raw : undefined;
  } catch {
    return undefined;
  }
}
