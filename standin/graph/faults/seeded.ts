import { type Asked, type Fault, fits, type Planner } from './fault.ts';

/** How often each thing goes wrong, from 0 to 1. Of these at most one happens to a call. */
export type Rates = {
  throttled?: number;
  unavailable?: number;
  gatewayTimeout?: number;
  preconditionFailed?: number;
  captivePortal?: number;
  reset?: number;
  offline?: number;
  /** An answer that is lost after the work was done; what came instead is drawn too. */
  lost?: number;
  cutBody?: number;
  replayedRows?: number;
  reorderedRows?: number;
  changedPage?: number;
  /** Beside the others: a call may be slow and refused. */
  slow?: { rate: number; fromMs: number; toMs: number };
  /** What a 429 and a 503 name, in whole seconds. */
  retryAfterSeconds?: { from: number; to: number };
};

/**
 * Faults by the dice, the same for the same seed. The dice of a call know what is asked and for which time, but not
 * what else happens: calls that overtake each other meet the same faults all the same.
 */
export function seeded(seed: number, rates: Rates): Planner {
  const turns = new Map<string, number>();
  return (asked) => {
    const shape = `${asked.isMember ? 'member ' : ''}${asked.method} ${shapeOf(asked.path)}`;
    const turn = (turns.get(shape) ?? 0) + 1;
    turns.set(shape, turn);
    const roll = dice(`${seed} ${turn} ${shape}`);
    const faults: Fault[] = [];
    const { slow } = rates;
    const isSlow = roll() < (slow?.rate ?? 0);
    const ms = Math.round(between(slow?.fromMs ?? 0, slow?.toMs ?? 0, roll()));
    if (isSlow && !asked.isMember) faults.push({ kind: 'slow', ms });
    const drawn = draw(asked, rates, roll);
    return drawn ? [...faults, drawn] : faults;
  };
}

function draw(asked: Asked, rates: Rates, roll: () => number): Fault | undefined {
  const wait = rates.retryAfterSeconds ?? { from: 1, to: 10 };
  const retryAfterSeconds = Math.floor(between(wait.from, wait.to + 1, roll()));
  const instead = (['gatewayTimeout', 'throttled', 'reset'] as const)[Math.floor(roll() * 3)] ?? 'reset';
  const isFirst = roll() < 0.5;
  const possible: [number | undefined, Fault][] = [
    [rates.offline, { kind: 'offline' }],
    [rates.throttled, { kind: 'throttled', retryAfterSeconds }],
    [rates.unavailable, { kind: 'unavailable', retryAfterSeconds }],
    [rates.gatewayTimeout, { kind: 'gatewayTimeout' }],
    [rates.reset, { kind: 'reset' }],
    [rates.lost, { kind: 'lost', instead: asked.isMember && instead === 'reset' ? 'throttled' : instead }],
    [rates.captivePortal, { kind: 'captivePortal' }],
    [rates.cutBody, { kind: 'cutBody', ends: isFirst ? 'quietly' : 'abruptly' }],
    [rates.preconditionFailed, { kind: 'preconditionFailed' }],
    [rates.replayedRows, { kind: 'replayedRows' }],
    [rates.reorderedRows, { kind: 'reorderedRows' }],
    [rates.changedPage, { kind: 'changedPage', how: isFirst ? 'repeats' : 'skips' }],
  ];
  let left = roll();
  for (const [rate = 0, fault] of possible) {
    if (!fits(fault, asked)) continue;
    left -= rate;
    if (left < 0) return fault;
  }
  return undefined;
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** Without what differs from one site to the next, so that a seed means the same in a site made anew. */
function shapeOf(path: string): string {
  return path
    .replace(/\?.*$/s, '')
    .replaceAll(/[\da-f]{8}-[\da-f-]{27}/gi, '*')
    .replaceAll(/\/\d+(?=\/|$)/g, '/*');
}

/** Numbers from 0 to 1, without 1, that depend on the text alone (FNV-1a, then mulberry32). */
export function dice(text: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
