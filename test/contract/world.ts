import type { LocalGraph, Person } from '../../standin/graph/graph.ts';
import type { Call } from './call.ts';

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
  /** Id of the app that the tokens were issued to. */
  app: unknown;
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
  /** The stand-in's own switches; only here. */
  standin(): LocalGraph;
  /** Moves the clock behind Created and Modified; only here. */
  setNow(now: Date): void;
  close(): Promise<void>;
};
