import { GraphFailure } from '../../src/graph/failure.ts';
import type { Answer, Ask, SyncedSite } from '../../src/sync/site.ts';
import type { Fault } from '../modelSite.ts';
import type { Dice } from './random.ts';
import type { Ground } from './ground.ts';

/** What goes wrong between the users and their site. */
export type Weather = {
  /** Nothing fails while it is false. */
  isStormy: boolean;
  /** How many things have gone wrong. */
  faults: number;
  /** A fault of a whole round, drawn. */
  ofRound(): (Fault & { readonly isLate?: boolean }) | undefined;
  /** The round as the site answers it in this weather, each ask with its own luck. */
  through(site: SyncedSite, asks: readonly Ask[]): Promise<Answer[]>;
};

/** Together about 27 % of the asks: 13 % by their rounds, and of the rest 16 % by themselves. */
const roundFails = 0.13;
const askFails = 0.16;
const deltaToldBadly = 0.2;
const staleFind = 0.05;

const unclear: readonly Fault[] = [
  { reason: 'offline', isDone: true },
  { reason: 'unavailable', status: 504, isDone: true },
  { reason: 'throttled', status: 429, retryAfterMs: 3000, isDone: true },
  { reason: 'unavailable', status: 503, isDone: true },
];
const clear: readonly Fault[] = [
  { reason: 'throttled', status: 429, retryAfterMs: 1000 },
  { reason: 'throttled', status: 429, retryAfterMs: 40_000 },
  { reason: 'unavailable', status: 503 },
  { reason: 'unavailable', status: 503, retryAfterMs: 5000 },
  { reason: 'unavailable', status: 500 },
  { reason: 'offline' },
];
const ofRounds: readonly (Fault & { readonly isLate?: boolean })[] = [
  ...unclear,
  ...clear,
  { reason: 'offline', isLate: true },
  { reason: 'unavailable', status: 504, isLate: true },
  { reason: 'signedOut', status: 401 },
];
const ofWrites: readonly Fault[] = [
  ...unclear,
  ...unclear,
  ...clear,
  { reason: 'conflict', status: 409 },
  { reason: 'conflict', status: 412 },
  { reason: 'conflict', status: 412, isDone: true },
];
/** Refused for good, wrongly: rare, since each stops a command until its user tries again. Who may not count, counts not. */
const refused: readonly Fault[] = [
  { reason: 'forbidden', status: 403 },
  { reason: 'invalid', status: 400 },
];
const refusedAmongWrites = 0.05;

export function openWeather(dice: Dice, ground: Ground): Weather {
  function draw(probability: number, from: readonly Fault[]): Fault | undefined {
    if (!weather.isStormy || !dice.chance(probability)) return undefined;
    weather.faults += 1;
    return dice.pick(from);
  }

  function ofAsk(ask: Ask): Fault | undefined {
    switch (ask.ask) {
      case 'create':
      case 'update':
        return draw(
          askFails,
          ask.change.list !== 'tallies' && dice.chance(refusedAmongWrites) ? refused : ofWrites,
        );
      case 'changes':
        if (ask.since === undefined || ask.since === 'latest') return draw(askFails, clear);
        return draw(askFails, [...clear, { reason: 'notFound', status: 410, code: 'resyncRequired' }]);
      case 'rows':
        // As SharePoint refuses a filter that matches too many rows: without a time to wait.
        return draw(askFails, [...clear, { reason: 'throttled', status: 429 }]);
      case 'find':
      case 'versions':
        return draw(askFails, clear);
    }
  }

  /** Rows in another order, and some before that in a state that no longer holds; the last entry of a row is true. */
  function toldBadly(answer: Exclude<Answer, GraphFailure>): Answer {
    weather.faults += 1;
    const shuffled = dice.shuffled(answer.stored);
    const older = shuffled.flatMap(({ list, row }) => ground.earlier(list, row.key).slice(0, 2));
    return { ...answer, stored: [...older, ...shuffled.filter(() => dice.chance(0.3)), ...shuffled] };
  }

  function blurred(ask: Ask, answer: Answer): Answer {
    if (!weather.isStormy || answer instanceof GraphFailure) return answer;
    if (ask.ask === 'changes' && ask.since !== undefined && ask.since !== 'latest') {
      if (dice.chance(deltaToldBadly)) return toldBadly(answer);
      // A replica that lags behind: nothing has happened yet, and the token stays.
      if (dice.chance(deltaToldBadly / 2)) return { stored: [], gone: [], token: ask.since, setAside: [] };
    }
    const [first] = answer.stored;
    if (ask.ask === 'find' && first && dice.chance(staleFind)) {
      const older = ground.earlier(first.list, first.row.key).slice(0, 1);
      if (older.length > 0) return { ...answer, stored: older };
    }
    return answer;
  }

  const weather: Weather = {
    isStormy: true,
    faults: 0,
    ofRound: () => draw(roundFails, ofRounds),
    async through(site, asks) {
      const faults = asks.map(ofAsk);
      const failed = new Set(
        asks.flatMap((ask, n) => (ask.ask === 'changes' && faults[n] ? [ask.list] : [])),
      );
      for (const [n, ask] of asks.entries()) {
        // Rows are read after the changes of their list or not at all.
        if (ask.ask === 'rows' && failed.has(ask.list)) faults[n] = { reason: 'unavailable', status: 424 };
      }
      const passing = asks.flatMap((ask, n) => (faults[n] && !faults[n].isDone ? [] : [{ ask, n }]));
      const told = await site.talk(passing.map(({ ask }) => ask));
      const answers: Answer[] = faults.map((fault) => failureOf(fault ?? { reason: 'unavailable' }));
      for (const [place, { ask, n }] of passing.entries()) {
        const answer = told[place];
        if (!faults[n] && answer) answers[n] = blurred(ask, answer);
      }
      return answers;
    },
  };
  return weather;
}

export function failureOf({ reason, retryAfterMs = 0, status = 0, code = '' }: Fault): GraphFailure {
  return new GraphFailure(reason, 'The weather', { retryAfterMs, status, code });
}
