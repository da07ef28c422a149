import { isTenantRun } from './onlyHere.ts';
import { startStandinWorld, type StandinWorldOptions } from './standinWorld.ts';
import { openTenantWorld } from './tenantWorld.ts';
import type { Contract } from './world.ts';

export type { Contract };

/** The world for one file of tests. Options are for the stand-in alone: a test that gives any begins with onlyHere. */
export async function startContract(options?: StandinWorldOptions): Promise<Contract> {
  return isTenantRun ? openTenantWorld() : startStandinWorld(options);
}
