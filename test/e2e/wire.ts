import type { Route } from 'playwright-core';
import { ConnectionLost } from '../../standin/graph/faults/fault.ts';

/** One thing that a tab has asked of Graph, alone or as a member of a batch. */
export type Asked = {
  readonly method: string;
  /** From the version on, decoded. */
  readonly path: string;
  readonly body: string;
};

/** A place on the wire where the first request of a kind is held: on its way there, or its answer on the way back. */
export type Gate = {
  /** Resolves when a request stands at it. */
  readonly reached: Promise<void>;
  /** Lets it go on; whoever asked may be gone by then. */
  open(): void;
  /** The connection breaks there. */
  cut(): void;
};

/** The way between the tabs and Graph. Nothing on it happens by time: it is up or down, or a request is held. */
export type Wire = {
  /** Everything that has been asked, in order. */
  readonly asked: readonly Asked[];
  setUp(isUp: boolean): void;
  gate(side: 'there' | 'back', isIt: (one: Asked) => boolean): Gate;
  /** Carries a request of the browser to whoever answers it. */
  carry(route: Route, answer: (request: Request) => Promise<Response>): Promise<void>;
};

type Fate = 'open' | 'cut';
type Held = {
  readonly side: 'there' | 'back';
  readonly isIt: (one: Asked) => boolean;
  readonly fate: Promise<Fate>;
  reach(): void;
};

export function openWire(): Wire {
  const asked: Asked[] = [];
  const held = new Set<Held>();
  let isUp = true;

  /** What becomes of a request at this point of its way. */
  async function fateAt(side: 'there' | 'back', members: readonly Asked[]): Promise<Fate> {
    const gate = [...held].find((one) => one.side === side && members.some(one.isIt));
    if (!gate) return 'open';
    held.delete(gate);
    gate.reach();
    return gate.fate;
  }

  return {
    asked,
    setUp(next) {
      isUp = next;
    },
    gate(side, isIt) {
      let reach: () => void = () => undefined;
      let decide: (fate: Fate) => void = () => undefined;
      const reached = new Promise<void>((resolve) => (reach = resolve));
      const fate = new Promise<Fate>((resolve) => (decide = resolve));
      held.add({ side, isIt, fate, reach });
      return { reached, open: () => decide('open'), cut: () => decide('cut') };
    },
    async carry(route, answer) {
      if (!isUp) return route.abort('internetdisconnected');
      const members = membersOf(route);
      // Now, while whoever asks is certainly there to be asked for it.
      const request = await requestOf(route);
      asked.push(...members);
      if ((await fateAt('there', members)) === 'cut') return abort(route);
      await reply(route, async () => {
        const response = await answer(request);
        if ((await fateAt('back', members)) === 'cut') throw new ConnectionLost();
        return response;
      });
    },
  };
}

function membersOf(route: Route): Asked[] {
  const request = route.request();
  const path = decodeURIComponent(request.url()).replace(/^https:\/\/[^/]+/, '');
  const body = request.postData() ?? '';
  if (!path.endsWith('/$batch')) return [{ method: request.method(), path, body }];
  const { requests } = JSON.parse(body) as { requests: { method: string; url: string; body?: unknown }[] };
  return requests.map((one) => ({
    method: one.method,
    path: decodeURIComponent(one.url),
    body: JSON.stringify(one.body ?? ''),
  }));
}

/** Hands a request of the browser to the stand-in, which answers it as a fetch. */
export async function forward(route: Route, answer: (request: Request) => Promise<Response>): Promise<void> {
  const request = await requestOf(route);
  await reply(route, () => answer(request));
}

async function requestOf(route: Route): Promise<Request> {
  const asked = route.request();
  const body = asked.postDataBuffer();
  const headers = await asked.allHeaders();
  for (const name of Object.keys(headers)) if (name.startsWith(':')) delete headers[name];
  const url = new URL(asked.url());
  return new Request(url, {
    method: asked.method(),
    headers: { ...headers, host: url.host },
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}

async function reply(route: Route, answer: () => Promise<Response>): Promise<void> {
  try {
    const response = await answer();
    const { status } = response;
    const body = Buffer.from(await response.arrayBuffer());
    await ended(route, route.fulfill({ status, headers: Object.fromEntries(response.headers), body }));
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    await abort(route);
  }
}

function abort(route: Route): Promise<void> {
  return ended(route, route.abort('connectionreset'));
}

/** A page that has been closed or has crashed hears nothing any more. */
async function ended(route: Route, telling: Promise<void>): Promise<void> {
  await telling.catch((failure: unknown) => {
    const frame = route.request().frame();
    if (!frame.isDetached() && !frame.page().isClosed()) throw failure;
  });
}

/**
 * The browser's requests after a redirect do not come by here any more, so a page takes its place that goes on at once;
 * what stands beside it, such as cookies, stays.
 */
export function withPageForRedirect(response: Response): Response {
  const to = response.headers.get('Location');
  if (to === null) return response;
  const headers = new Headers(response.headers);
  headers.delete('Location');
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!doctype html><script>location.replace(${JSON.stringify(to)})</script>`, { headers });
}
