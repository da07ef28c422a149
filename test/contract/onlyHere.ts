import { test, TestRunner } from 'vitest';

/** Set by scripts/verifyTenant.ts alone, so that no stray token in the environment turns `npm test` upon a tenant. */
export const isTenantRun = process.env['KASKAD_CONTRACT'] === 'tenant';

/**
 * A test of what only the stand-in can arrange, or only the stand-in promises: `why` says which. In a tenant it
 * is not asked, and its table says so.
 */
export function onlyHere(why: string) {
  return (name: string, body: () => Promise<void> | void, timeoutMs?: number): void => {
    test(name, isTenantRun ? () => notAsked(why) : body, timeoutMs);
  };
}

/** Ends the running test without a verdict: its world cannot ask this. */
export function notAsked(why: string): never {
  const running = TestRunner.getCurrentTest();
  if (!running) throw new Error(`Outside a test: ${why}`);
  running.context.skip(why);
  throw new Error('skip returned');
}
