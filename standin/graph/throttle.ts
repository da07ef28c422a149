import { throttled } from './errors.ts';

/** Resource units, and requests for a user. Infinity lifts a limit. */
export type Budgets = {
  appPerMinute: number;
  appPerDay: number;
  /** All apps together. */
  tenantPerFiveMinutes: number;
  /** Requests, not units. */
  userPerFiveMinutes: number;
};

/** `none` lifts every limit; what is charged is still counted. */
export type Throttling = 'none' | Limits;

export type Limits = {
  budgets?: Partial<Budgets>;
  /** Graph answers either. Default 429. */
  status?: 429 | 503;
  /** Retry-After as 12 or as 12.345: both have been seen. Default whole. */
  retryAfter?: 'whole' | 'decimal';
};

/** A tenant with more than 50,000 licences (documented). */
const largeTenant: Budgets = {
  appPerMinute: 6250,
  appPerDay: 6_000_000,
  tenantPerFiveMinutes: 93_750,
  userPerFiveMinutes: 3000,
};

const noLimits: Budgets = {
  appPerMinute: Infinity,
  appPerDay: Infinity,
  tenantPerFiveMinutes: Infinity,
  userPerFiveMinutes: Infinity,
};

const minuteMs = 60_000;
/** The share of the minute's budget from which on Graph tells how much is left (documented). */
const tellFrom = 0.8;

/** Who is charged. The units are those of one call. */
export type Charge = { app: string; user: string; units: number };

export type Throttle = {
  /** Charges the call whether or not it is let through, and throws when a budget is spent. */
  charge(charge: Charge): void;
  /** RateLimit-* for an answer to this app; empty below 80 %. */
  headers(app: string): Record<string, string>;
  set(throttling: Throttling): void;
  reset(): void;
};

/** From its first call on, a window lasts its length; then it is empty again. */
type Window = { since: number; used: number };

export function openThrottle(asked: Throttling, clock: () => number): Throttle {
  let { budgets, status, retryAfter } = complete(asked);
  const windows = new Map<string, Window>();

  const current = (name: string, lengthMs: number): Window => {
    const now = clock();
    const known = windows.get(name);
    if (known && now - known.since < lengthMs && now >= known.since) return known;
    const fresh = { since: now, used: 0 };
    windows.set(name, fresh);
    return fresh;
  };
  const leftMs = (window: Window, lengthMs: number) => window.since + lengthMs - clock();

  return {
    charge({ app, user, units }) {
      if (units === 0) return;
      const charges = [
        { name: `minute ${app}`, lengthMs: minuteMs, amount: units, budget: budgets.appPerMinute },
        { name: `day ${app}`, lengthMs: 24 * 60 * minuteMs, amount: units, budget: budgets.appPerDay },
        { name: 'tenant', lengthMs: 5 * minuteMs, amount: units, budget: budgets.tenantPerFiveMinutes },
        { name: `user ${user}`, lengthMs: 5 * minuteMs, amount: 1, budget: budgets.userPerFiveMinutes },
      ];
      let waitMs = 0;
      for (const { name, lengthMs, amount, budget } of charges) {
        const window = current(name, lengthMs);
        window.used += amount;
        if (window.used > budget) waitMs = Math.max(waitMs, leftMs(window, lengthMs));
      }
      if (waitMs > 0) throw throttled(status, secondsOf(waitMs, retryAfter));
    },
    headers(app) {
      const limit = budgets.appPerMinute;
      const window = current(`minute ${app}`, minuteMs);
      if (window.used < limit * tellFrom) return {};
      return {
        'RateLimit-Limit': String(limit),
        'RateLimit-Remaining': String(Math.max(0, limit - window.used)),
        'RateLimit-Reset': String(Math.ceil(leftMs(window, minuteMs) / 1000)),
      };
    },
    set(throttling) {
      ({ budgets, status, retryAfter } = complete(throttling));
    },
    reset: () => windows.clear(),
  };
}

function complete(asked: Throttling) {
  const limits: Limits = asked === 'none' ? { budgets: noLimits } : asked;
  const { budgets, status = 429, retryAfter = 'whole' } = limits;
  return { budgets: { ...largeTenant, ...budgets }, status, retryAfter };
}

function secondsOf(waitMs: number, form: 'whole' | 'decimal'): string {
  // Never less than the wait, or a client that obeys would come too early; a whole-second wait gets its decimals too.
  return form === 'whole' ? String(Math.ceil(waitMs / 1000)) : (Math.ceil(waitMs) / 1000).toFixed(3);
}
