import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walked } from '../../src/assignments/gridWalk.ts';

const size = { rows: 5, columns: 4 };
const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];

describe('walking in a grid', () => {
  it.each([
    ['ArrowDown', false, { row: 3, column: 1 }],
    ['ArrowUp', false, { row: 1, column: 1 }],
    ['ArrowLeft', false, { row: 2, column: 0 }],
    ['ArrowRight', false, { row: 2, column: 2 }],
    ['Home', false, { row: 2, column: 0 }],
    ['End', false, { row: 2, column: 3 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 4, column: 3 }],
    ['ArrowDown', true, { row: 4, column: 1 }],
    ['ArrowUp', true, { row: 0, column: 1 }],
    ['ArrowRight', true, { row: 2, column: 3 }],
    ['ArrowLeft', true, { row: 2, column: 0 }],
    ['PageDown', false, { row: 4, column: 1 }],
    ['PageUp', false, { row: 0, column: 1 }],
  ])('%s, control %s', (key, isControl, to) => {
    expect(walked({ row: 2, column: 1 }, key, isControl, size)).toEqual(to);
  });

  it.each([' ', 'Enter', 'Tab', 'a'])('%j walks nowhere', (key) => {
    expect(walked({ row: 2, column: 1 }, key, false, size)).toBeUndefined();
  });

  it('never leaves the grid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 13 }),
        (steps, rows, columns) => {
          let at = { row: 0, column: 0 };
          for (const [key, isControl] of steps) {
            at = walked(at, key, isControl, { rows, columns }) ?? at;
            expect(at.row >= 0 && at.row < rows && at.column >= 0 && at.column < columns).toBe(true);
          }
        },
      ),
      { seed: 20_230_825 },
    );
  });
});
