import { expect, test } from 'vitest';
import { isTenantRun } from './onlyHere.ts';

/**
 * A question that nobody could answer for us. `assumed` is what the stand-in answers; a tenant's answer is only
 * recorded, in the table that `npm run verify:tenant` writes.
 */
export function probe(question: string, assumed: string, ask: () => Promise<string>): void {
  test(`probe: ${question}`, async ({ annotate }) => {
    const seen = await ask();
    await annotate(assumed, 'assumed');
    await annotate(seen, 'seen');
    expect(seen).toBe(isTenantRun ? seen : assumed);
  });
}
