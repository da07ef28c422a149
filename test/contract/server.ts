import type { Person } from '../../standin/graph/graph.ts';
import type { Call } from './call.ts';
import { isTenantRun } from './onlyHere.ts';
import { startStandinWorld } from './standinWorld.ts';
import { openTenantWorld } from './tenantWorld.ts';

/** What a test may expect of the site that it runs against, whichever that is. */
export type SiteFacts = {
  hostname: string;
  /** Server-relative, like /sites/goals. */
  path: string;
  title: string;
  /** Where Graph says that the site is: https://hostname/path. */
  address: string;
  owner: { id: string; name: string; mail: string };
  /** A time of this run as it is read back: the stand-in's exact second, any whole second of a tenant. */
  moment: unknown;
  /** The origin and version that stand in links. */
  links: string;
};

/** One of two worlds: the stand-in behind real HTTP, or a site in a tenant (`npm run verify:tenant`). */
export type Contract = {
  /** As the site's owner with every scope. */
  call: Call;
  /** Somebody else, or fewer scopes. A tenant has only the tokens that were given: without one, the test is not asked. */
  as(person: Person, scopes?: string[]): Promise<Call>;
  /** Without a token. */
  anonymous: Call;
  token(person: Person, scopes?: string[]): Promise<string>;
  origin: string;
  site: string;
  facts: SiteFacts;
  /** What the stand-in has refused, a line each; only here. */
  refused: string[];
  /** Moves the clock behind Created and Modified; only here. */
  setNow(now: Date): void;
  close(): Promise<void>;
};

/** The world for one file of tests. A file to keep things in is the stand-in's alone. */
export async function startContract(file?: string): Promise<Contract> {
  return isTenantRun ? openTenantWorld() : startStandinWorld(file);
}
