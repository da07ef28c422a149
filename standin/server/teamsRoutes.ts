import type { Hono } from 'hono';
import * as v from 'valibot';
import type { FeedEntry } from '../graph/activityFeed.ts';
import { networks } from '../graph/faults/networks.ts';
import type { ProductNetwork } from './network.ts';

/** What the pretend Teams window asks of the stand-in beside the tab's own business. */
export type TeamsDesk = {
  network: ProductNetwork;
  feedOf(personId: string): FeedEntry[];
  markRead(personId: string, entry: number): void;
};

const networkRequest = v.object({
  network: v.picklist(networks),
  /** The same one brings the same trouble again. */
  seed: v.exactOptional(v.pipe(v.number(), v.safeInteger()), 1),
});
const readRequest = v.object({ person: v.string(), id: v.pipe(v.number(), v.safeInteger()) });

/** The network switch of the strip, and the activity feed of the rail. */
export function addTeamsRoutes(app: Hono, desk: TeamsDesk): void {
  app.post('/standin/network', async (context) => {
    const asked = v.safeParse(networkRequest, await json(context.req.raw));
    if (!asked.success) return refused(`Say { network: ${networks.join(' | ')}, seed? }.`);
    desk.network.choose(asked.output.network, asked.output.seed);
    return answer({ network: desk.network.chosen() });
  });
  app.get('/standin/feed', (context) => {
    const person = context.req.query('person');
    return person === undefined ? refused('Say ?person=ID.') : answer({ entries: desk.feedOf(person) });
  });
  app.post('/standin/feed/read', async (context) => {
    const asked = v.safeParse(readRequest, await json(context.req.raw));
    if (!asked.success) return refused('Say { person, id }.');
    desk.markRead(asked.output.person, asked.output.id);
    return answer({ entries: desk.feedOf(asked.output.person) });
  });
}

const unstored = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

function answer(value: object): Response {
  return Response.json(value, { headers: unstored });
}

function refused(message: string): Response {
  return Response.json({ error: { code: 'invalidRequest', message } }, { status: 400, headers: unstored });
}

async function json(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined; // not JSON at all: refused like any other request that says nothing of use
  }
}
