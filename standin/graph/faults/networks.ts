import type { Rates } from './seeded.ts';

/** The networks that the strip of the pretend Teams window offers. */
export const networks = ['good', 'slow', 'meeting', 'offline', 'overloaded'] as const;
export type Network = (typeof networks)[number];

const slow = { rate: 1, fromMs: 800, toMs: 2500 };

/** What goes wrong in each; nothing in a good one. */
export const networkRates: Readonly<Record<Exclude<Network, 'good'>, Rates>> = {
  slow: { slow },
  // Many people, one access point: also what was written may never be heard of again.
  meeting: { slow, lost: 0.05, reset: 0.05, unavailable: 0.03 },
  offline: { offline: 1 },
  overloaded: { throttled: 0.6, retryAfterSeconds: { from: 3, to: 20 } },
};
