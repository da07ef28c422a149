import { describe, expect, it } from 'vitest';
import { isKey, longestKey } from '../../src/basics/key.ts';

describe('a key', () => {
  it.each(['resor', '2023/resor/regionservice-kost', '0189e0c4-7f3a-7b1e-8000-1a2b3c4d5e6f', 'a'])(
    '%s is one',
    (text) => {
      expect(isKey(text)).toBe(true);
    },
  );

  it.each(['', 'Resor', 'städ', 'a b', '-a', 'a-', 'a--b', 'a/', '/a', 'a//b', 'a.b', '../a', 'a\n', "a'b"])(
    '%j is none',
    (text) => {
      expect(isKey(text)).toBe(false);
    },
  );

  it('is at most 200 characters', () => {
    expect(isKey('a'.repeat(longestKey))).toBe(true);
    expect(isKey('a'.repeat(longestKey + 1))).toBe(false);
  });
});
