import type { Hono } from 'hono';
import * as v from 'valibot';
import type { Controls } from '../graph/controls.ts';

const listRequest = v.object({
  /** Its id or displayName. */
  list: v.string(),
  versioning: v.exactOptional(v.picklist(['on', 'off'])),
  access: v.exactOptional(v.picklist(['inherited', 'ownersWrite'])),
});
const challengeRequest = v.object({ personId: v.string() });
const budget = v.exactOptional(v.pipe(v.number(), v.minValue(0)));
const throttlingRequest = v.union([
  v.literal('none'),
  v.object({
    budgets: v.exactOptional(
      v.object({
        appPerMinute: budget,
        appPerDay: budget,
        tenantPerFiveMinutes: budget,
        userPerFiveMinutes: budget,
      }),
    ),
    status: v.exactOptional(v.picklist([429, 503])),
    retryAfter: v.exactOptional(v.picklist(['whole', 'decimal'])),
  }),
]);

/**
 * What somebody arranges in SharePoint or Entra, for whoever runs the stand-in in a process of its own. Only under
 * the stand-in's own path: Graph has none for it, and a page from elsewhere is not let in.
 */
export function addControls(app: Hono, controls: Controls): void {
  app.post('/standin/list', async (context) => {
    const asked = v.safeParse(listRequest, await json(context.req.raw));
    if (!asked.success)
      return refused('Say { list, versioning?: on | off, access?: inherited | ownersWrite }.');
    const { list, versioning, access } = asked.output;
    try {
      if (versioning !== undefined) controls.setVersioning(list, versioning === 'on');
      if (access !== undefined) controls.restrictList(list, access);
    } catch (error) {
      return refused(error instanceof Error ? error.message : 'That list cannot be changed.');
    }
    return done();
  });
  app.post('/standin/challenge', async (context) => {
    const asked = v.safeParse(challengeRequest, await json(context.req.raw));
    if (!asked.success) return refused('Say { personId }.');
    controls.challenge(asked.output.personId);
    return done();
  });
  app.post('/standin/throttling', async (context) => {
    const asked = v.safeParse(throttlingRequest, await json(context.req.raw));
    if (!asked.success)
      return refused('Say "none", or { budgets?, status?: 429 | 503, retryAfter?: whole | decimal }.');
    controls.setThrottling(asked.output);
    return done();
  });
  app.get('/standin/units', () => Response.json(controls.units(), { headers: unstored }));
}

const unstored = { 'Cache-Control': 'no-store' };

async function json(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined; // not JSON at all: refused like any other request that says nothing of use
  }
}

function done(): Response {
  return new Response(null, { status: 204, headers: unstored });
}

function refused(message: string): Response {
  return Response.json({ error: { code: 'invalidRequest', message } }, { status: 400, headers: unstored });
}
