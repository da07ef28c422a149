import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortened } from '../../src/basics/shortened.ts';

it('leaves what fits, and ends what does not between two words', () => {
  expect(shortened('Kost har fått två mål.', 22)).toBe('Kost har fått två mål.');
  expect(shortened('Kost har fått två mål.', 21)).toBe('Kost har fått två…');
  expect(shortened('Kost, Städ, Lokal', 12)).toBe('Kost, Städ…');
  expect(shortened('Arbetsmarknadsintroduktion', 10)).toBe('Arbetsmar…');
  expect(shortened(`${'k'.repeat(8)}🌱🌱`, 10)).toBe(`${'k'.repeat(8)}…`);
});

it('never exceeds its length, and never ends in half an emoji', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 2, max: 150 }),
      (words, most) => {
        const short = shortened(words, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short).not.toMatch(/\p{Surrogate}/u);
        expect(short === words).toBe(words.length <= most);
      },
    ),
    { seed: 2023, numRuns: 300 },
  );
});
