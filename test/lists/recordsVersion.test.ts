import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { columnNames } from '../../src/lists/record.ts';
import { listNames, lists } from '../../src/lists/lists.ts';
import { recordsVersion } from '../../src/world.ts';

/**
 * The version that goes with each shape of the records. When this fails, the fields of a record have changed: raise
 * `recordsVersion` in src/world.ts, so that copies on people's devices are read anew, and write the new pair here.
 */
const shapes: Record<number, string> = {
  1: '0ad0b29e97b41a66',
  2: 'c77269279456370e',
  3: '294e8c9c0ea71c84',
  4: 'd45d20379f07c4a9',
  5: '0c232abf4717b8bb',
  6: '2e84aadd5934c2ae',
};

it('the copies on devices are told apart from records of another shape', () => {
  const facets = listNames.map((list) => [
    list,
    columnNames(list),
    Object.values<{ facet: unknown }>(lists[list].columns).map(({ facet }) => facet),
  ]);
  const shape = createHash('sha256').update(JSON.stringify(facets)).digest('hex').slice(0, 16);
  expect({ [recordsVersion]: shape }).toEqual({ [recordsVersion]: shapes[recordsVersion] });
});
