import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Organisation } from './demo/organisation.ts';
import { type Entra, openEntra } from './entra/entra.ts';
import { type LocalGraph, openGraph } from './graph/graph.ts';
import type { ActivityType } from './graph/notificationRequest.ts';
import { dayAndTime } from './server/clock.ts';
import { listen } from './server/listen.ts';
import { newMemory, recall, remember } from './server/memory.ts';
import { openNetwork, type ProductNetwork } from './server/network.ts';
import { openRoutes } from './server/routes.ts';
import { createTokens } from './tokens.ts';

export type Standin = {
  /** The one address to open: http://127.0.0.1:PORT/ */
  url: string;
  graph: LocalGraph;
  /** The same as the product reaches it: through the network that the strip has chosen. */
  network: ProductNetwork;
  /** What https://login.microsoftonline.com would answer. */
  entra: Entra;
  organisation(): Organisation;
  /** The pretend day, YYYY-MM-DD. */
  day(): string;
  /** Moves the graph's clock: the pretend day with the real time of day. */
  setDay(day: string): void;
  /** For the seeder and tests, which have no window to sign in through. */
  tokenFor(personId: string, scopes: string[]): Promise<string>;
  /** The whole app as a fetch, so that tests need no socket. */
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
};

export type StandinOptions = {
  /** Where everything is kept, e.g. .standin/site: graph.sqlite and standin.json. */
  folder: string;
  /** The built pages, e.g. .standin/web. */
  webFolder: string;
  /** Used when the folder is empty. */
  organisation: Organisation;
  clientId: string;
  /** Fills an empty site; called at the first start and by "Börja om". */
  seed: (standin: Standin) => Promise<void>;
  /** 4310 unless told; a taken one is said aloud and the next tried. 0 takes any free one. */
  port?: number;
  /** More Host values for /standin/*; the end-to-end tests serve the window as https://teams.microsoft.com. */
  allowedHosts?: readonly string[];
  /** Where the tab lives when not on the window's own origin. */
  tabOrigin?: string;
  tabPath?: string;
  /** What the app's manifest declares under `activities`. */
  activityTypes?: readonly ActivityType[];
  /** The addresses that Entra may lead back to. */
  redirectUris?: readonly string[];
  log?: (line: string) => void;
};

/** Opens the folder, keeping what is there, and seeds it when empty. With listen: false no socket is opened. */
export async function startStandin(options: StandinOptions & { listen?: boolean }): Promise<Standin> {
  const { folder, clientId, log = () => {} } = options;
  mkdirSync(folder, { recursive: true });
  let memory = recall(folder) ?? newMemory(options.organisation);
  const tokens = createTokens(memory.secret);
  const graph = openGraph({
    file: join(folder, 'graph.sqlite'),
    verifyToken: (token) => tokens.verify(token),
    now: () => dayAndTime(memory.day, new Date()),
    log,
    ...(options.activityTypes && { activityTypes: options.activityTypes }),
  });
  const network = openNetwork(
    (request) => graph.fetch(request),
    (request) => graph.files(request),
  );
  let port = options.port ?? 4310;
  let isResetting = false;

  const keep = (change: Partial<typeof memory>): void => {
    memory = { ...memory, ...change };
    remember(folder, memory);
  };

  const issue = async (
    personId: string,
    scopes: string[],
    more: { nonce?: string; claims?: string } = {},
  ) => {
    const person = memory.organisation.people.find(({ id }) => id === personId);
    if (person === undefined) throw new Error(`There is no person ${personId} in this organisation.`);
    return tokens.issue({
      person: { id: person.id, name: person.name, mail: person.mail },
      tenantId: memory.organisation.tenantId,
      clientId,
      scopes,
      ...more,
    });
  };

  /** A seeding that stops half-way leaves isSeeded false, so that the next start begins anew. */
  const fill = async (): Promise<void> => {
    const { tenantId, site, people, day } = memory.organisation;
    keep({ isSeeded: false, day, beginning: randomUUID() });
    graph.clear();
    graph.setDirectory({ tenantId, site, people });
    // Filling a site is years of work in a moment; nobody is to wait for it, or to find the budgets spent.
    graph.setThrottling('none');
    try {
      await options.seed(standin);
    } finally {
      graph.setThrottling({});
      graph.forgetThrottling();
      graph.resetMeter();
    }
    keep({ isSeeded: true, day });
  };

  const fetch = openRoutes({
    webFolder: options.webFolder,
    clientId,
    tabOrigin: options.tabOrigin,
    tabPath: options.tabPath ?? '/tab.html',
    hosts: () => new Set([`127.0.0.1:${port}`, `localhost:${port}`, ...(options.allowedHosts ?? [])]),
    organisation: () => memory.organisation,
    day: () => memory.day,
    beginning: () => memory.beginning,
    setDay: (day) => keep({ day }),
    token: ({ personId, scopes, nonce, claims }) =>
      issue(personId, scopes, {
        ...(nonce !== undefined && { nonce }),
        ...(claims !== undefined && { claims }),
      }),
    teams: {
      network,
      feedOf: (person) => graph.feedOf(person),
      markRead: (person, entry) => graph.markRead(person, entry),
    },
    controls: graph,
    log,
    reset: async () => {
      if (isResetting) return 'busy';
      isResetting = true;
      try {
        await fill();
        return 'done';
      } finally {
        isResetting = false;
      }
    },
  });

  const entra = openEntra({
    tenantId: () => memory.organisation.tenantId,
    clientId,
    people: () => memory.organisation.people,
    redirectUris: options.redirectUris ?? [],
    issue,
  });

  let listening: Awaited<ReturnType<typeof listen>> | undefined;
  const standin: Standin = {
    get url() {
      return `http://127.0.0.1:${port}/`;
    },
    graph,
    network,
    entra,
    organisation: () => memory.organisation,
    day: () => memory.day,
    setDay: (day) => keep({ day }),
    tokenFor: async (personId, scopes) => (await issue(personId, scopes)).accessToken,
    fetch,
    close: async () => {
      await listening?.close();
      graph.close();
    },
  };

  try {
    if (memory.isSeeded) {
      const { tenantId, site, people } = memory.organisation;
      graph.setDirectory({ tenantId, site, people });
    } else await fill();
    if (options.listen !== false) {
      listening = await listen(fetch, port, log);
      port = listening.port;
    }
  } catch (error) {
    graph.close();
    throw error;
  }
  return standin;
}
