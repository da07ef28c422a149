import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../src/basics/refusal.ts';
import { type Said, saidAs } from '../../src/followup/facts.ts';
import { en as enFirst } from '../../src/text/en.ts';
import { enLater } from '../../src/text/enLater.ts';
import { sv as svFirst } from '../../src/text/sv.ts';
import { type FullText, svLater } from '../../src/text/svLater.ts';
import { codes, emptyAtNone, partsOf, takesWords, words } from './examples.ts';

const sv: FullText = { ...svFirst, ...svLater };
const en: FullText = { ...enFirst, ...enLater };

type Entry = string | ((...parts: never[]) => string);

/** Every entry by its path: `opening.holds`. */
function entriesOf(catalogue: FullText): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const walk = (part: object, path: string) => {
    for (const [name, value] of Object.entries(part) as [string, Entry | object][]) {
      const here = path === '' ? name : `${path}.${name}`;
      if (typeof value === 'object') walk(value, here);
      else found.set(here, value);
    }
  };
  walk(catalogue, '');
  return found;
}

/** Sentences whose numbers can be opened come in parts. */
type Sentences = readonly (Said | readonly Said[])[];

function inWhole(told: string | Sentences): string {
  if (typeof told === 'string') return told;
  return told.map((part) => saidAs([part].flat())).join('');
}

function said(path: string, entry: Entry): string[] {
  if (typeof entry === 'string') return [entry];
  const say = entry as (...parts: readonly unknown[]) => string | Sentences;
  const tries = partsOf[path] ?? (takesWords.has(path) ? [words] : [0, 1, 2, 12, 13].map((n) => [n]));
  return tries.filter(([n]) => !(emptyAtNone.has(path) && n === 0)).map((parts) => inWhole(say(...parts)));
}

/** Everything that a catalogue says, `path: words`, so that a test that fails names the entry. */
function everythingIn(catalogue: FullText): string[] {
  return [...entriesOf(catalogue)].flatMap(([path, entry]) =>
    said(path, entry).map((sentence) => `${path}: ${sentence}`),
  );
}

/** What stands after the path. */
const wordsOf = (line: string) => line.slice(line.indexOf(': ') + 2);

const catalogues: [string, FullText][] = [
  ['sv', sv],
  ['en', en],
];

describe.each(catalogues)('the catalogue %s', (_, catalogue) => {
  it('says something everywhere, without holes', () => {
    const all = everythingIn(catalogue);
    expect(all.length).toBeGreaterThan(150);
    const holes = /undefined|null|NaN|\[object|\$\{| {2}/;
    const bad = (text: string) => text === '' || text !== text.trim() || holes.test(text);
    expect(all.filter((line) => bad(wordsOf(line)))).toEqual([]);
  });

  it('stays silent only where nothing is to be said', () => {
    expect(catalogue.opening.ordinary(0)).toBe('');
    expect(catalogue.opening.waiting(0)).toBe('');
    expect(catalogue.opening.handedDown(0, 0)).toBe('');
  });

  it('has words for every refusal, with the limit where there is one', () => {
    const refusals = (Object.keys(codes) as RefusalCode[]).map((code) => catalogue.refused(code, 255));
    expect(new Set(refusals).size).toBe(refusals.length);
    for (const sentence of refusals) expect(sentence).toMatch(/\.$/);
    expect(catalogue.refused('titleTooLong', 255)).toContain('255');
    expect(catalogue.refused('goalNotThisYear', 2027)).toContain('2027');
  });
});

it('both languages have the same entries, of the same kind', () => {
  const shape = (catalogue: FullText) =>
    [...entriesOf(catalogue)].map(([path, entry]) => `${path}: ${typeof entry}`).sort();
  expect(shape(en)).toEqual(shape(sv));
  expect([sv.language, en.language]).toEqual(['sv', 'en']);
});

it('no English is left in the Swedish, and no Swedish in the English', () => {
  const english =
    /\b(save|saved|cancel|close|loading|retry|try|again|error|the|your|you|unit|units|goal|goals|activity|activities|offline|department|year|choose|title|show|and)\b/i;
  const swedish = /[åäö]|\b(och|inte|mål|spara|avbryt|välj|har|ni|en|ett|att|till)\b/i;
  const given = /kost|städ|Kost|Städ|Minskat avfall|Fossilfri drift/g;
  const left = (catalogue: FullText, foreign: RegExp) =>
    everythingIn(catalogue).filter((line) => foreign.test(wordsOf(line).replaceAll(given, '')));
  expect(left(sv, english)).toEqual([]);
  expect(left(en, swedish)).toEqual(['language: en']);
});

it('English agrees with its numbers', () => {
  expect(en.opening.holds(4, 4)).toBe('You hold 4 of 4 goals.');
  expect(en.opening.handedDown(3, 4)).toBe('Three of four units have goals.');
  expect(en.opening.handedDown(1, 4)).toBe('One of four units has goals.');
  expect([0, 1, 5, 13].map(en.opening.activities)).toEqual([
    'No activities are logged.',
    'One activity is logged.',
    'Five activities are logged.',
    '13 activities are logged.',
  ]);
  expect(en.next.unitsWithoutGoals(['Kost', 'Städ'])).toBe('Kost and Städ have no goals yet.');
});
