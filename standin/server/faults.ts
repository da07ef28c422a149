import type { Hono } from 'hono';
import * as v from 'valibot';
import { withFaults } from '../graph/faults/withFaults.ts';

type Send = (request: Request) => Promise<Response>;

const rate = v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const span = v.pipe(v.number(), v.minValue(0));
/** What goes wrong, how often, and by which dice; null ends it. */
const request = v.nullable(
  v.strictObject({
    seed: v.number(),
    rates: v.strictObject({
      throttled: rate,
      unavailable: rate,
      gatewayTimeout: rate,
      preconditionFailed: rate,
      captivePortal: rate,
      reset: rate,
      offline: rate,
      lost: rate,
      cutBody: rate,
      replayedRows: rate,
      reorderedRows: rate,
      changedPage: rate,
      slow: v.exactOptional(
        v.strictObject({ rate: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), fromMs: span, toMs: span }),
      ),
      retryAfterSeconds: v.exactOptional(v.strictObject({ from: span, to: span })),
    }),
  }),
);

/** Graph and SharePoint's own host behind a network that is as good or bad as was last asked for. */
export function openFaults(good: { graph: Send; files: Send }) {
  let through = good;
  return {
    graph: (asked: Request) => through.graph(asked),
    files: (asked: Request) => through.files(asked),
    addRoute(app: Hono): void {
      app.post('/standin/faults', async (context) => {
        const asked = v.safeParse(request, await context.req.json().catch(() => undefined));
        if (!asked.success) {
          const message = 'Say { seed, rates: { throttled?: 0.1, … } }, or null for none.';
          return context.json({ error: { code: 'invalidRequest', message } }, 400);
        }
        const plan = asked.output;
        through = plan ? { graph: withFaults(good.graph, plan), files: withFaults(good.files, plan) } : good;
        return context.body(null, 204);
      });
    },
  };
}
