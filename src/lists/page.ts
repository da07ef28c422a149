import * as v from 'valibot';
import type { ListName } from '../basics/change.ts';
import type { Version } from '../basics/version.ts';
import { GraphFailure } from '../graph/failure.ts';
import type { Stored } from '../world.ts';
import type { Told } from './asks.ts';
import { decodeItem, decodeVersion, type SetAside } from './record.ts';

const itemPage = v.object({
  value: v.array(v.unknown()),
  '@odata.nextLink': v.optional(v.string()),
  '@odata.deltaLink': v.optional(v.string()),
});
const brokenOff = v.object({ error: v.unknown() });
const tombstone = v.object({ id: v.string(), deleted: v.object({}) });

/** Rows as they come in, page by page. */
export type Gathering = {
  /** Takes a page, and gives the path of the next one, if there is one. Throws a GraphFailure where the page is none. */
  add(body: unknown): string | undefined;
  told(): Told;
};

/** Rows of a list or of a part of it. */
export function gatherRows(list: ListName): Gathering {
  const rows = new Map<string, Row>();
  return {
    add(body) {
      const page = pageIn(body);
      for (const raw of page.value) take(rows, list, raw);
      return nextOf(page);
    },
    told: () => toldOf(rows),
  };
}

/** A list's changes. Graph may tell a row several times; the last time holds, also of what is gone. */
export function gatherChanges(list: ListName, since: string | undefined): Gathering {
  const rows = new Map<string, Row>();
  let token: string | undefined;
  return {
    add(body) {
      // Reported of Graph: a removed row can end the page with an error inside a good answer, and does so each time.
      if (since !== undefined && v.is(brokenOff, body)) throw tokenIsOver('The changes broke off');
      const page = pageIn(body);
      for (const raw of page.value) {
        const removed = v.safeParse(tombstone, raw);
        if (removed.success) rows.set(removed.output.id, 'gone');
        else take(rows, list, raw);
      }
      const next = nextOf(page);
      const last = page['@odata.deltaLink'];
      if (next === undefined && last === undefined)
        throw new GraphFailure('unavailable', 'The changes came back without an end');
      token = last === undefined ? undefined : relative(last);
      return next;
    },
    told: () => ({ ...toldOf(rows), ...(token === undefined ? {} : { token }) }),
  };
}

/** What a row that was written came back as. */
export function gatherWritten(list: ListName): Gathering {
  let stored: Stored | undefined;
  return {
    add(body) {
      const row = decodeItem(list, body);
      if ('why' in row)
        throw new GraphFailure('unavailable', `The written row came back unreadable: ${row.why}`);
      stored = row;
      return undefined;
    },
    told: () => ({ stored: stored ? [stored] : [], gone: [], setAside: [] }),
  };
}

/** What a row has been. */
export function gatherVersions(list: ListName): Gathering {
  const versions: Version[] = [];
  const setAside: SetAside[] = [];
  return {
    add(body) {
      const page = pageIn(body);
      for (const raw of page.value) {
        const version = decodeVersion(list, raw);
        if ('why' in version) setAside.push(version);
        else versions.push(version);
      }
      return nextOf(page);
    },
    // Graph gives the newest first, which no documentation promises.
    told: () => ({ stored: [], gone: [], setAside, versions: versions.sort((a, b) => a.number - b.number) }),
  };
}

/** A token that nothing can be asked with any more: everything has to be read anew. Like Graph's own 410. */
export function tokenIsOver(message: string): GraphFailure {
  return new GraphFailure('notFound', message, { status: 410, code: 'resyncRequired' });
}

/** A link from Graph as the path that graph-client and $batch want. */
export function relative(link: string): string {
  let url: URL;
  try {
    url = new URL(link);
  } catch (cause) {
    throw new GraphFailure('unavailable', 'A link came back that is none', { cause });
  }
  return url.pathname.replace(/^\/v1\.0/, '') + url.search;
}

type Row = Stored | SetAside | 'gone';

function take(rows: Map<string, Row>, list: ListName, raw: unknown): void {
  const row = decodeItem(list, raw);
  // Those that have no number of their own must not hide each other.
  rows.set(row.itemId === '?' ? `?${rows.size}` : row.itemId, row);
}

function toldOf(rows: ReadonlyMap<string, Row>): Told {
  const stored: Stored[] = [];
  const gone: string[] = [];
  const setAside: SetAside[] = [];
  for (const [itemId, row] of rows) {
    if (row === 'gone') gone.push(itemId);
    else if ('why' in row) setAside.push(row);
    else stored.push(row);
  }
  return { stored, gone, setAside };
}

function pageIn(body: unknown): v.InferOutput<typeof itemPage> {
  const page = v.safeParse(itemPage, body);
  if (!page.success)
    throw new GraphFailure('unavailable', 'The rows came back in a form that is not Graph’s');
  return page.output;
}

function nextOf(page: v.InferOutput<typeof itemPage>): string | undefined {
  const next = page['@odata.nextLink'];
  return next === undefined ? undefined : relative(next);
}
