import type { Ask } from './site.ts';

/** The whole organisation shares 1,250–6,250 units a minute; one tab takes at most this much of them. */
const ownUnitsPerMinute = 1000;
const minuteMs = 60_000;
/** After Graph has said "too much", we keep to half for a while. */
const humbleMs = 5 * minuteMs;

/** Keeps this tab below its share of what the tenant allows. */
export type Pace = {
  /** How long to wait before asking this much, milliseconds; 0 is now. */
  waitMs(units: number): number;
  spend(units: number): void;
  /** Graph has throttled us. */
  slowDown(): void;
  isSlow(): boolean;
};

export function openPace(nowMs: () => number): Pace {
  let windowStartMs = nowMs();
  let spent = 0;
  let humbleUntilMs = 0;

  function renew(): void {
    const passedMs = nowMs() - windowStartMs;
    // A clock that is set back begins a new minute rather than an endless one.
    if (passedMs >= 0 && passedMs < minuteMs) return;
    windowStartMs = nowMs();
    spent = 0;
  }
  const isSlow = () => nowMs() < humbleUntilMs && humbleUntilMs - nowMs() <= humbleMs;

  return {
    waitMs(units) {
      renew();
      const share = isSlow() ? ownUnitsPerMinute / 2 : ownUnitsPerMinute;
      return spent === 0 || spent + units <= share ? 0 : windowStartMs + minuteMs - nowMs();
    },
    spend(units) {
      renew();
      spent += units;
    },
    slowDown() {
      humbleUntilMs = nowMs() + humbleMs;
    },
    isSlow,
  };
}

/** Resource units as SharePoint counts them: a delta with a token 1; several rows, a row's versions or a write 2. */
export function unitsOf(asks: readonly Ask[]): number {
  return asks.reduce((sum, one) => sum + (one.ask === 'changes' && one.since !== undefined ? 1 : 2), 0);
}
