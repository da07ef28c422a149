import { Hono } from 'hono';
import * as v from 'valibot';
import { isDay, type Organisation } from '../demo/organisation.ts';
import type { Controls } from '../graph/controls.ts';
import { ConnectionLost } from '../graph/faults/fault.ts';
import { addControls } from './controls.ts';
import { openPages } from './pages.ts';
import { sessionOf } from './session.ts';
import { addTeamsRoutes, type TeamsDesk } from './teamsRoutes.ts';
import { whyRefused } from './trust.ts';

/** What the routes need of the running stand-in. */
export type Desk = {
  webFolder: string;
  clientId: string;
  tabOrigin: string | undefined;
  tabPath: string;
  hosts(): ReadonlySet<string>;
  organisation(): Organisation;
  day(): string;
  beginning(): string;
  setDay(day: string): void;
  reset(): Promise<'done' | 'busy'>;
  token(asked: TokenRequest): Promise<{ accessToken: string; idToken: string; expiresInSeconds: number }>;
  teams: TeamsDesk;
  controls: Controls;
  log(line: string): void;
};

const tokenRequest = v.object({
  personId: v.string(),
  scopes: v.pipe(v.array(v.string()), v.maxLength(20)),
  clientId: v.string(),
  nonce: v.exactOptional(v.string()),
  claims: v.exactOptional(v.string()),
});
export type TokenRequest = v.InferOutput<typeof tokenRequest>;

const dayRequest = v.object({ day: v.pipe(v.string(), v.check(isDay)) });

/** A refusal in words, in the shape of Graph's own errors. */
function refusal(status: 400 | 403 | 404 | 409 | 500, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status, headers: { 'Cache-Control': 'no-store' } });
}

function answer(value: object): Response {
  return Response.json(value, {
    headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });
}

async function bodyOf<Shape extends v.GenericSchema>(
  request: Request,
  shape: Shape,
): Promise<v.InferOutput<Shape> | undefined> {
  try {
    const checked = v.safeParse(shape, await request.json());
    return checked.success ? checked.output : undefined;
  } catch {
    return undefined; // not JSON at all: the caller answers 400 for both
  }
}

export function openRoutes(desk: Desk): (request: Request) => Promise<Response> {
  const app = new Hono();
  const page = openPages(desk.webFolder, desk.tabOrigin);

  app.use('/standin/*', async (context, next) => {
    const reason = whyRefused(context.req.raw, desk.hosts());
    if (reason === undefined) return next();
    desk.log(`Refused ${context.req.method} ${context.req.path}: ${reason}`);
    return refusal(403, 'accessDenied', reason);
  });

  app.get('/standin/session', () =>
    answer(
      sessionOf({
        organisation: desk.organisation(),
        day: desk.day(),
        beginning: desk.beginning(),
        network: desk.teams.network.chosen(),
        clientId: desk.clientId,
        tabOrigin: desk.tabOrigin,
        tabPath: desk.tabPath,
      }),
    ),
  );

  app.post('/standin/token', async (context) => {
    const asked = await bodyOf(context.req.raw, tokenRequest);
    if (asked === undefined)
      return refusal(400, 'invalidRequest', 'Say { personId, scopes, clientId, nonce?, claims? }.');
    if (asked.clientId !== desk.clientId)
      return refusal(400, 'unauthorizedClient', `There is no application ${asked.clientId} in this tenant.`);
    if (!desk.organisation().people.some((person) => person.id === asked.personId))
      return refusal(400, 'invalidRequest', `There is no person ${asked.personId} in this organisation.`);
    return answer(await desk.token(asked));
  });

  app.post('/standin/day', async (context) => {
    const asked = await bodyOf(context.req.raw, dayRequest);
    if (asked === undefined) return refusal(400, 'invalidRequest', 'Say { day }, a day written YYYY-MM-DD.');
    desk.setDay(asked.day);
    return answer({ day: desk.day() });
  });

  app.post('/standin/reset', async () => {
    const outcome = await desk.reset();
    return outcome === 'busy'
      ? refusal(409, 'busy', 'The demonstration is being put back already; wait a moment.')
      : answer({ day: desk.day() });
  });

  addControls(app, desk.controls);
  addTeamsRoutes(app, desk.teams);

  app.get('/config.json', () => {
    const { tenantId, site } = desk.organisation();
    return answer({
      clientId: desk.clientId,
      tenantId,
      site: { hostname: site.hostname, path: site.path },
    });
  });

  const { network } = desk.teams;
  app.all('/graph/v1.0/*', async (context) => network.graph(await withoutPrefix(context.req.raw, '/graph')));
  // SharePoint's own host, which the tab reaches here too: whatever the path, it has its own origin in reality.
  app.all('/sharepoint/*', async (context) =>
    network.files(await withoutPrefix(context.req.raw, '/sharepoint')),
  );

  app.get('*', (context) => page(context.req.path));
  app.notFound((context) => refusal(404, 'notFound', `Nothing answers ${context.req.method} here.`));
  app.onError((error, context) => {
    // Part of the pretence, and for the socket to carry out.
    if (error instanceof ConnectionLost) throw error;
    desk.log(`${context.req.method} ${context.req.path} failed: ${error.stack ?? error.message}`);
    return refusal(500, 'generalException', 'Something went wrong in the stand-in; its log says what.');
  });
  return async (request) => app.fetch(request);
}

/** The address is cut as text, so that Graph sees the query exactly as it was sent. */
async function withoutPrefix(request: Request, prefix: string): Promise<Request> {
  const { origin } = new URL(request.url);
  const url = origin + request.url.slice(origin.length + prefix.length);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    ...(hasBody && { body: await request.arrayBuffer() }),
  });
}
