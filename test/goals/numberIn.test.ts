import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asTyped, numberIn } from '../../src/goals/numberIn.ts';

describe('a number that somebody has typed', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['1234,5', 1234.5],
    ['1234.5', 1234.5],
    ['1 234,5', 1234.5],
    ['1\u00A0234,5', 1234.5],
    ['1\u202F234\u202F567,25', 1234567.25],
    ['1\u2009234', 1234],
    ['  27,2  ', 27.2],
    ['-3,5', -3.5],
    ['\u22123,5', -3.5],
    ['\u20133,5', -3.5],
    ['007', 7],
  ])('[F53] %j is %d', (text, value) => expect(numberIn(text)).toBe(value));

  it.each([
    '',
    ' ',
    'tolv',
    '12 ton',
    '1,2,3',
    '1.234,5',
    '1,234.5',
    '12 34',
    '1 2345',
    '1  234',
    ',5',
    '5,',
    '--5',
    '- 5',
    '+5',
    '1e3',
    '0x10',
    'Infinity',
    'NaN',
    '٣',
    '9'.repeat(400),
  ])('[F53] %j is none', (text) => expect(numberIn(text)).toBeUndefined());

  it('[F53] what is shown is read back the same, also as Swedes group it', () => {
    const value = fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(4))
      .map(([n, decimals]) => n / 10 ** decimals);
    const grouped = new Intl.NumberFormat('sv', { maximumFractionDigits: 6 });
    fc.assert(
      fc.property(value, (one) => {
        expect(numberIn(asTyped(one))).toBe(one + 0);
        expect(numberIn(grouped.format(one))).toBe(one + 0);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it('[F53] whatever is typed, the answer is a number or nothing', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('0', '1', '29', ' ', ',', '.', '-', '+', 'e', '\u2212', '\u00A0', 'Å'),
          maxLength: 12,
        }),
        (text) => {
          const read = numberIn(text);
          expect(read === undefined || Number.isFinite(read)).toBe(true);
        },
      ),
      { seed: 2023, numRuns: 500 },
    );
  });
});
