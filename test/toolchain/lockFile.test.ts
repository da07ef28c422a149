import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const versions = v.optional(v.record(v.string(), v.string()), {});
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

const lock = v.parse(
  v.object({ packages: v.record(v.string(), v.object({ optionalDependencies: versions })) }),
  read('package-lock.json'),
).packages;

test('the lock file knows every platform, so that npm ci works on all of them', () => {
  const locked = new Set(Object.keys(lock).map((place) => place.split('node_modules/').pop()));
  // npm leaves out, without a word, what the registry did not have on the day; npm ci then refuses the file.
  const missing = Object.values(lock)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies))
    .filter((name) => !locked.has(name));
  expect(missing).toEqual([]);
});

test('every package is pinned to one version', () => {
  const own = v.parse(v.object({ dependencies: versions, devDependencies: versions }), read('package.json'));
  const loose = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});
