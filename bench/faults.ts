import { floorOf } from './faults/mix.ts';
import { runOurs } from './faults/ours.ts';
import { type Outcome, rows } from './faults/outcome.ts';
import { peers, runPeer } from './faults/peers.ts';
import { medianOf } from './measure.ts';
import type { ResultRow, Section } from './report.ts';

const floor = floorOf(rows);
const mostRequests = Math.floor(floor * 1.05);

/** The same rows through the product and through what others use, on a network where 28 calls of a hundred fail. */
export async function faultsSection(repeats: number, say: (line: string) => void): Promise<Section> {
  // One seed alone says little: with five the number of calls still varies by as much as is allowed above the floor.
  const seeds = Array.from({ length: repeats * 4 + 1 }, (_, n) => n + 1);
  const run = async (name: string, one: (seed: number) => Promise<Outcome>) => {
    const outcomes: Outcome[] = [];
    for (const seed of seeds) outcomes.push(await one(seed));
    say(`${name}: ${countsOf(outcomes)}`);
    return outcomes;
  };
  const oneByOne = await run('Kaskad, one line at a time', (seed) => runOurs(seed, 'oneByOne'));
  const together = await run('Kaskad, all in one go', (seed) => runOurs(seed, 'together'));
  const others: ResultRow[] = [];
  for (const [name, open] of Object.entries(peers))
    others.push(peerRow(name, await run(name, (seed) => runPeer(open, seed))));
  return {
    name: 'Creating under faults',
    says: `${rows} rows are created while of a hundred calls 10 are answered 429 with Retry-After, 5 with 503, 3 break before and 5 after they have arrived, and 5 are answered 504 although they were done; in a $batch each member meets the same beside the whole. ${seeds.length} seeds each, medians with the fewest and the most. Waits pass on a clock of the run's own. The others run unchanged with their own settings, four at a time, into a list without a unique column; the fewest calls that can do is ${floor}.`,
    rows: [...oursRows(oneByOne, together), ...others],
  };
}

function oursRows(oneByOne: readonly Outcome[], together: readonly Outcome[]): ResultRow[] {
  const writes = oneByOne.map(({ sent }) => sent.single.create + sent.single.lookUp);
  return [
    {
      what: '**Kaskad**, one line at a time: doubled, missing, told "failed" though stored',
      goal: '0, 0, 0',
      measured: countsOf(oneByOne),
      holds: isClean(oneByOne),
      beside: besideOf(oneByOne),
    },
    {
      what: '**Kaskad**, one line at a time: requests to store the rows, looking up included',
      goal: `≤ ${mostRequests} (1.05 × ${floor})`,
      measured: middle(writes),
      holds: medianOf(writes) <= mostRequests,
      beside: `${(medianOf(writes) / floor).toFixed(3)} × the floor; ${middle(oneByOne.map(({ sent }) => sent.single.lookUp))} of them look up; beside them ${middle(oneByOne.map(({ sent }) => sent.http.other))} requests that count tallies and read the room`,
    },
    {
      what: '**Kaskad**, all in one go: doubled, missing, told "failed" though stored',
      goal: '0, 0, 0',
      measured: countsOf(together),
      holds: isClean(together),
      beside: besideOf(together),
    },
    {
      what: '**Kaskad**, all in one go: requests to store the rows, looking up included',
      goal: '',
      measured: middle(together.map(({ sent }) => sent.http.create + sent.http.lookUp)),
      beside: `${middle(together.map(({ sent }) => sent.single.create + sent.single.lookUp))} members in them, ${middle(together.map(({ sent }) => sent.single.lookUp))} to look up; the floor of members that meet faults by themselves and with their batch is ${Math.ceil(rows / 0.72 ** 2)}`,
    },
  ];
}

function peerRow(name: string, outcomes: readonly Outcome[]): ResultRow {
  return {
    what: `${name}: doubled, missing, told "failed" though stored`,
    goal: '',
    measured: countsOf(outcomes),
    beside: `${middle(outcomes.map(({ sent }) => sent.single.create))} requests; ${besideOf(outcomes)}`,
  };
}

function countsOf(outcomes: readonly Outcome[]): string {
  return [
    outcomes.map(({ doubled }) => doubled),
    outcomes.map(({ missing }) => missing),
    outcomes.map(({ wronglyFailed }) => wronglyFailed),
  ]
    .map(middle)
    .join(', ');
}

/** Of every seed, not of the middle one alone: one doubled row is one too many. */
function isClean(outcomes: readonly Outcome[]): boolean {
  return outcomes.every(({ doubled, missing, wronglyFailed }) => doubled + missing + wronglyFailed === 0);
}

function besideOf(outcomes: readonly Outcome[]): string {
  const minutes = medianOf(outcomes.map((one) => one.minutes));
  return `${middle(outcomes.map(({ sent }) => sent.tooEarly))} requests in spite of a Retry-After; ${minutes.toFixed(1)} minutes`;
}

/** `43 [41–47]`, or `0` where it is always that. */
function middle(numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const median = Math.round(medianOf(numbers));
  return least === most ? String(median) : `${median} [${least}–${most}]`;
}
