import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKey } from '../../src/basics/key.ts';
import { type SubPage, subPageIn, subPageText } from '../../src/panel/subPage.ts';

describe('a page as a link carries it', () => {
  it('[O5] is read back as it was written, whatever it names', () => {
    const key = fc.string({ minLength: 1, maxLength: 200 }).filter(isKey);
    const page = fc.record(
      { year: fc.integer({ min: 1000, max: 9999 }), roomKey: key, goalKey: key, activityKey: key },
      { requiredKeys: ['year'] },
    );
    fc.assert(
      fc.property(page, (drawn: SubPage) => {
        expect(subPageIn(subPageText(drawn))).toEqual(drawn);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it.each(['', 'room=regionservice', 'year=23', 'year=02023', 'year=2023.5', 'year=-2023', '%%%', '2023'])(
    '[O5] “%s” is none of ours',
    (text) => {
      expect(subPageIn(text)).toBeUndefined();
    },
  );

  it('[O5] nothing of it is believed that cannot be a key', () => {
    const page = subPageIn('year=2023&room=%3Cscript%3E&goal=avfall&activity=&other=1');
    expect(page).toEqual({ year: 2023, goalKey: 'avfall' });
  });
});
