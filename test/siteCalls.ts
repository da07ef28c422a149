import type { Create, ListName, Update } from '../src/basics/change.ts';
import type { Version } from '../src/basics/version.ts';
import { GraphFailure } from '../src/graph/failure.ts';
import type { Answer, Ask, SetAside, SyncedSite, Where } from '../src/sync/site.ts';
import type { Stored } from '../src/world.ts';

// One ask at a time, for tests that are about what the site holds; a failure of the ask is thrown.

type Told = Exclude<Answer, GraphFailure>;

export async function create(site: SyncedSite, change: Create, commandKey: string): Promise<Stored> {
  return only(await ask(site, { ask: 'create', change, commandKey }));
}

export async function update(site: SyncedSite, change: Update, over: Stored): Promise<Stored> {
  return only(await ask(site, { ask: 'update', change, over }));
}

export async function find(site: SyncedSite, list: ListName, key: string): Promise<Stored | undefined> {
  return (await ask(site, { ask: 'find', list, key })).stored[0];
}

/** Everything that the readings bring, in one round. */
export async function read(
  site: SyncedSite,
  ...readings: readonly [list: ListName, where?: Where][]
): Promise<{ stored: Stored[]; setAside: SetAside[] }> {
  const answers = await site.talk(
    readings.map(([list, where]) => ({ ask: 'rows', list, ...(where ? { where } : {}) })),
  );
  const told = answers.map(succeeded);
  return {
    stored: told.flatMap(({ stored }) => stored),
    setAside: told.flatMap(({ setAside }) => setAside),
  };
}

export async function changes(
  site: SyncedSite,
  list: ListName,
  since?: string,
): Promise<Told & { token: string }> {
  const told = await ask(site, { ask: 'changes', list, ...(since === undefined ? {} : { since }) });
  if (!hasToken(told)) throw new Error('Changes without a token');
  return told;
}

export async function versions(
  site: SyncedSite,
  list: ListName,
  itemId: string,
): Promise<{ versions: readonly Version[]; setAside: readonly SetAside[] }> {
  const { versions: all = [], setAside } = await ask(site, { ask: 'versions', list, itemId });
  return { versions: all, setAside };
}

function hasToken(told: Told): told is Told & { token: string } {
  return told.token !== undefined;
}

async function ask(site: SyncedSite, asked: Ask): Promise<Told> {
  const [answer] = await site.talk([asked]);
  return succeeded(answer);
}

function succeeded(answer: Answer | undefined): Told {
  if (answer === undefined) throw new Error('No answer');
  if (answer instanceof GraphFailure) throw answer;
  return answer;
}

function only({ stored: [first] }: Told): Stored {
  if (!first) throw new Error('Nothing was stored');
  return first;
}
