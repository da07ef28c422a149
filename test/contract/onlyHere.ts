import { TestRunner } from 'vitest';

/** Set by scripts/verifyTenant.ts alone, so that no stray token in the environment turns `npm test` upon a tenant. */
export const isTenantRun = process.env['KASKAD_CONTRACT'] === 'tenant';

/**
 * The first line of a test of what only the stand-in can arrange, or only the stand-in promises. In a tenant the
 * test ends here, and its table says "not asked" and `why`.
 */
export function onlyHere(why: string): void {
  if (isTenantRun) notAsked(why);
}

/** Ends the running test without a verdict: its world cannot ask this. */
export function notAsked(why: string): never {
  const running = TestRunner.getCurrentTest();
  if (!running) throw new Error(`Outside a test: ${why}`);
  return running.context.skip(why);
}
