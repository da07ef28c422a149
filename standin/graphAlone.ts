import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import * as v from 'valibot';
import { isDay } from './demo/organisation.ts';
import { ConnectionLost } from './graph/faults/fault.ts';
import { type Directory, type LocalGraph, openGraph, type Person } from './graph/graph.ts';
import { dayAndTime } from './server/clock.ts';
import { addControls } from './server/controls.ts';
import { openFaults } from './server/faults.ts';
import { listen } from './server/listen.ts';
import { whyRefused } from './server/trust.ts';
import { createTokens } from './tokens.ts';

export type GraphAlone = {
  /** http://127.0.0.1:PORT, with Graph under /v1.0. */
  origin: string;
  graph: LocalGraph;
  directory: Directory;
  tokenFor(person: Person, scopes?: readonly string[]): Promise<string>;
  close(): Promise<void>;
};

export type GraphAloneOptions = {
  /** Where graph.sqlite and the signing secret are kept. Without one everything is in memory. */
  folder?: string | undefined;
  /** Used when the folder knows nobody yet, or `replaces` what it knows. */
  directory: Directory;
  replaces: boolean;
  port: number;
  /** `own`: links point here, for clients whose base address can be set. `graph`: to graph.microsoft.com. */
  links: 'own' | 'graph';
  /** `tenant`: the documented limits of a large tenant. */
  limits: 'tenant' | 'none';
  log: (line: string) => void;
};

/** The application that the tokens are issued to; it means nothing outside this machine. */
const clientId = 'c0ffee00-0000-4000-8000-000000000002';
const everyScope = ['User.Read', 'User.ReadBasic.All', 'Sites.Manage.All', 'Files.ReadWrite.All'];

const tokenRequest = v.object({
  personId: v.string(),
  scopes: v.exactOptional(v.pipe(v.array(v.string()), v.maxLength(20))),
  /** A claims challenge that the token is to answer. */
  claims: v.exactOptional(v.string()),
});
/** Null gives the clock back to real time. */
const dayRequest = v.object({ day: v.nullable(v.pipe(v.string(), v.check(isDay))) });

/** The stand-in's Graph without the product and without the pretend Teams window. */
export async function startGraphAlone(options: GraphAloneOptions): Promise<GraphAlone> {
  const tokens = createTokens(secretOf(options.folder));
  let day: string | null = null;
  const app = new Hono();
  // The port must be known before Graph can write links to it, and Graph must be there before anything is answered.
  let open = (): void => {};
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  const listening = await listen(
    async (request) => isOpen.then(() => app.fetch(request)),
    options.port,
    options.log,
  );
  const origin = `http://127.0.0.1:${listening.port}`;
  // SharePoint's own host, where files go up and down: another origin than Graph's, as in reality.
  const files = await listen(async (request) => isOpen.then(() => network.files(request)), 0, options.log);
  const graph = openGraph({
    file: options.folder === undefined ? ':memory:' : join(options.folder, 'graph.sqlite'),
    verifyToken: (token) => tokens.verify(token),
    now: () => (day === null ? new Date() : dayAndTime(day, new Date())),
    log: options.log,
    filesOrigin: `http://127.0.0.1:${files.port}`,
    ...(options.limits === 'none' ? { throttling: 'none' } : {}),
    ...(options.links === 'own' ? { publicOrigin: origin } : {}),
  });
  if (options.replaces || !graph.directory()) graph.setDirectory(options.directory);
  const directory = graph.directory() ?? options.directory;

  const tokenFor = async (person: Person, scopes: readonly string[] = everyScope, claims?: string) => {
    const { tenantId } = directory;
    const asked = { person, tenantId, clientId, scopes: [...scopes] };
    const issued = await tokens.issue({ ...asked, ...(claims === undefined ? {} : { claims }) });
    return issued.accessToken;
  };

  const network = openFaults({
    graph: (request) => graph.fetch(request),
    files: (request) => graph.files(request),
  });
  app.all('/v1.0/*', (context) => network.graph(context.req.raw));
  const hosts = new Set([`127.0.0.1:${listening.port}`, `localhost:${listening.port}`]);
  app.use('/standin/*', async (context, next) => {
    const reason = whyRefused(context.req.raw, hosts);
    return reason === undefined ? next() : context.json(refusal(reason), 403);
  });
  addControls(app, graph);
  app.get('/standin/people', (context) => context.json(directory.people));
  app.post('/standin/token', async (context) => {
    const asked = v.safeParse(tokenRequest, await context.req.json().catch(() => undefined));
    const person = directory.people.find(({ id }) => asked.success && id === asked.output.personId);
    if (!asked.success || !person)
      return context.json(
        refusal('Say { personId, scopes?, claims? }; GET /standin/people tells who there is.'),
        400,
      );
    return context.json({ accessToken: await tokenFor(person, asked.output.scopes, asked.output.claims) });
  });
  app.post('/standin/day', async (context) => {
    const asked = v.safeParse(dayRequest, await context.req.json().catch(() => undefined));
    if (!asked.success)
      return context.json(refusal('Say { day }, written YYYY-MM-DD, or null for real time.'), 400);
    ({ day } = asked.output);
    return context.json({ day });
  });
  network.addRoute(app);
  app.onError((error, context) => {
    // Part of the pretence, and for the socket to carry out.
    if (error instanceof ConnectionLost) throw error;
    options.log(`${context.req.method} ${context.req.path} failed: ${error.stack ?? error.message}`);
    return context.json(refusal('Something went wrong in the stand-in; its log says what.'), 500);
  });
  app.notFound((context) => context.json(refusal('Graph is under /v1.0.'), 404));
  open();

  return {
    origin,
    graph,
    directory,
    tokenFor,
    async close() {
      await listening.close();
      await files.close();
      graph.close();
    },
  };
}

function refusal(message: string) {
  return { error: { code: 'refused', message } };
}

/** Kept, so that a token outlives a restart; nobody else on this machine needs to read it. */
function secretOf(folder: string | undefined): string {
  const fresh = randomBytes(32).toString('base64url');
  if (folder === undefined) return fresh;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  writeFileSync(file, fresh, { mode: 0o600 });
  return fresh;
}
