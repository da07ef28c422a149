import { type Day, isDay } from '../basics/day.ts';
import { numberIn } from '../goals/numberIn.ts';
import { slugOf } from '../basics/slug.ts';
import type { RawCell } from './sheet.ts';

/** What a cell says as text: one line, unless several are asked for. Empty where it says nothing. */
export function textIn(cell: RawCell | undefined, isLong = false): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.error;
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nej';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = cell.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  return isLong ? text : text.replaceAll(/\s+/g, ' ');
}

/** How two names are held against each other: case, accents, dots and doubled spaces are no difference. */
export function sameName(text: string): string {
  const there = names.get(text);
  if (there !== undefined) return there;
  const name = slugOf(text) || text.trim().toLowerCase();
  // The names of a file are held against each other thousands of times.
  if (names.size >= mostNames) names.clear();
  names.set(text, name);
  return name;
}

const names = new Map<string, string>();
const mostNames = 20_000;

export function numberOf(cell: RawCell | undefined): number | undefined {
  return typeof cell === 'number' ? cell : numberIn(textIn(cell).replace(/%$/, ''));
}

export function yearIn(cell: RawCell | undefined): number | undefined {
  if (typeof cell === 'object' && cell !== null && 'day' in cell) return Number(cell.day.slice(0, 4));
  const text = textIn(cell);
  const year = Number(/^(\d{4})(?:-\d\d-\d\d)?$/.exec(text)?.[1]);
  return year >= 1900 && year <= 2200 ? year : undefined;
}

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const english: Readonly<Record<string, string>> = { may: 'maj', oct: 'okt' };
const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const joinedDay = /^(\d{4})(\d\d)(\d\d)$/;
const dayFirst = /^(\d{1,2})[/.](\d{1,2})[/. ]\s*(\d{4})$/;
const named = /^(\d{1,2})\.? ([a-zåäö]+)\.? (\d{4})$/i;

/** [I5] A day as people in Sweden write it: 2023-08-25, 20230825, 25/8 2023, 25.8.2023, 25 augusti 2023. */
export function dayIn(cell: RawCell | undefined): Day | undefined {
  if (typeof cell === 'object' && cell !== null && 'day' in cell) return cell.day;
  const text = textIn(cell);
  const iso = isoDay.exec(text) ?? joinedDay.exec(text);
  if (iso) return made(iso[1], iso[2], iso[3]);
  const plain = dayFirst.exec(text);
  if (plain) return made(plain[3], plain[2], plain[1]);
  const [, day, word = '', year] = named.exec(text) ?? [];
  const short = word.toLowerCase().slice(0, 3);
  const month = months.indexOf(english[short] ?? short);
  return day === undefined || month < 0 ? undefined : made(year, String(month + 1), day);
}

function made(year = '', month = '', day = ''): Day | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

const yes = new Set(['ja', 'j', 'x', '1', 'sant', 'true', 'yes', 'y', 'aktiv', 'active']);
const no = new Set([
  'nej',
  'n',
  '0',
  'falskt',
  'false',
  'no',
  '-',
  'inaktiv',
  'inactive',
  'avslutad',
  'closed',
]);

export function yesIn(cell: RawCell | undefined): boolean | undefined {
  const text = textIn(cell).toLowerCase();
  if (yes.has(text)) return true;
  return no.has(text) ? false : undefined;
}

/** [I6] What is left of å, ä and ö when a file was opened in the wrong encoding and saved again. */
export function isGarbled(cell: RawCell | undefined): boolean {
  return typeof cell === 'string' && /\uFFFD|Ã[\u0080-\u00BF\u2013-\u2026\u0160\u0178\u017D]/.test(cell);
}
