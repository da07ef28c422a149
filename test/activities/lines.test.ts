import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanTitle } from '../../src/activities/activityLine.ts';
import { lineRefusal, previewOf, splitLines, titlesOf, wantedLines } from '../../src/activities/lines.ts';

/** Letters, digits, emoji, other scripts, markup, and what lines and bullets are made of. */
const piece = fc.constantFrom(
  'Nya recept',
  'å',
  '7',
  '🌱',
  'مرحبا',
  '<b>',
  '=A1',
  '\u200f',
  '-',
  '–',
  '•',
  '*',
  '1.',
  '2)',
  ' ',
  '\u00a0',
  '\t',
  '\u0007',
  '\n',
  '\r\n',
  '\u2028',
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** Written another way than the rule: everything but white space, control characters and what bullets are made of. */
const substance = (text: string) => text.replace(/[\s\p{Cc}\-–—*+•]|\d{1,3}[.)]/gu, '');

describe('text of several lines', () => {
  it('[V13] loses nothing but white space and bullets, and keeps the order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(substance(splitLines(text).join('\n'))).toBe(substance(text));
      }),
      { seed: 20230825, numRuns: 2000 },
    );
  });

  it('[V13] makes titles that are clean and not empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const title of splitLines(text)) {
          expect(title).not.toBe('');
          expect(cleanTitle(title)).toBe(title);
        }
      }),
      { seed: 20230826, numRuns: 2000 },
    );
  });

  it('[V13] of any text at all no line is longer than what was there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const lines = splitLines(text);
        expect(lines.join('').length).toBeLessThanOrEqual(text.length);
        expect(lines.length).toBeLessThanOrEqual(text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).length);
      }),
      { seed: 20230827, numRuns: 1000 },
    );
  });

  it.each<[string, string[]]>([
    ['En rad', ['En rad']],
    ['', []],
    ['\n \r\n\t\n', []],
    ['Ett\nTvå\r\nTre\rFyra', ['Ett', 'Två', 'Tre', 'Fyra']],
    ['- Ett\n• Två\n* Tre\n– Fyra\n·Fem', ['Ett', 'Två', 'Tre', 'Fyra', '·Fem']],
    ['1. Ett\n2) Två\n 12. Tre', ['Ett', 'Två', 'Tre']],
    ['-Ett\n•Två\n☐ Tre', ['Ett', 'Två', 'Tre']],
    ['-\n•\n1.\nKvar', ['Kvar']],
    // What is no bullet stays.
    ['-5 grader\n2023 års plan\n3.5 ton\n+46 70', ['-5 grader', '2023 års plan', '3.5 ton', '+46 70']],
    ['<b>Ett</b>\n=SUMMA(A1)\n@alla', ['<b>Ett</b>', '=SUMMA(A1)', '@alla']],
    ['Cell\tannan cell\nRad två', ['Cell annan cell', 'Rad två']],
  ])('[V13] %j becomes %j', (text, titles) => {
    expect(splitLines(text)).toEqual(titles);
  });

  it('[V13] a line that was emptied in the preview is left out; one that is too long says so', () => {
    const lines = previewOf('Ett\nTvå\nTre').map((line) =>
      line.id === 1 ? { ...line, title: ' \n' } : line,
    );
    expect(titlesOf(lines)).toEqual(['Ett', 'Tre']);
    expect(wantedLines(lines).map(({ id }) => id)).toEqual([0, 2]);
    expect(lines.map(lineRefusal)).toEqual([undefined, undefined, undefined]);
    expect(lineRefusal({ id: 0, title: 'x'.repeat(256) })).toEqual({
      refused: 'titleTooLong',
      field: 'title',
      limit: 255,
    });
  });
});
