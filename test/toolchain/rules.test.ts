import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countByLabel, labels, readRules, withCounts } from '../contract/rules.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rules = readRules();
/** Of the stand-in: Graph over HTTP, and the pretend window and sign-in beside it, which are proved where they are used too. */
const folders = ['test/contract', 'test/standin', 'test/e2e'].map((folder) => path.join(root, folder));
const quoted = new Set(
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name))),
    )
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(file, 'utf8').match(/\[C\d+\]/g) ?? [])
    .map((number) => number.slice(1, -1)),
);

describe('the rules of Graph', () => {
  it('each say how sure they are, in one of four words', () => {
    expect(rules.size).toBeGreaterThan(80);
    const odd = [...rules.values()].filter(({ label }) => !labels.some((known) => known === label));
    expect(odd).toEqual([]);
    expect(Object.values(countByLabel(rules.values())).reduce((sum, count) => sum + count, 0)).toBe(
      rules.size,
    );
  });

  it('are each proved by a test that quotes them, and no test quotes a rule that is not written', () => {
    const numbers = new Set(rules.keys());
    expect([...numbers].filter((number) => !quoted.has(number))).toEqual([]);
    expect([...quoted].filter((number) => !numbers.has(number))).toEqual([]);
  });

  it('are counted in the stand-in’s README as they are now (npx tsx scripts/countRules.ts)', () => {
    const readme = readFileSync(path.join(root, 'standin/README.md'), 'utf8');
    expect(readme).toMatch(/\d+ rules: \d+ documented, /);
    expect(readme).toBe(withCounts(readme));
  });
});
