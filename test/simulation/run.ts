import { openClock, type VirtualClock } from './clock.ts';
import { type Ground, modelGround, type RowName } from './ground.ts';
import { comeToRest, step } from './history.ts';
import { byHand, openChronicle } from './chronicle.ts';
import { fillOffice, places } from './office.ts';
import { lookAround, lookAtEnd } from './oracle.ts';
import { openDice } from './random.ts';
import { type Client, drawHabits, newUser, openTab, type Scene } from './user.ts';
import { openWeather } from './weather.ts';

/** What many histories came to. */
export type Counts = {
  histories: number;
  commands: number;
  sends: number;
  faults: number;
  clashes: number;
  crashes: number;
  /** Seeds of the histories in which something was as it must never be. */
  violating: number[];
};

export type Outcome = Omit<Counts, 'histories' | 'violating'> & { readonly violations: readonly string[] };

export type HistoryOptions = {
  /** What stands in the place of parts of the product. */
  readonly client?: Client;
  readonly groundOf?: (clock: VirtualClock) => Promise<Ground> | Ground;
  /** Hears everything that happens, line by line. */
  readonly listen?: (line: string) => void;
  readonly steps?: number;
};

/** Enough for two people to meet in one row, few enough to be read. */
const steps = 40;

/** One history from its seed: three people and their storm, and what is wrong in the end. */
export async function playHistory(seed: number, options: HistoryOptions = {}): Promise<Outcome> {
  const { client = {}, groundOf = modelGround, listen } = options;
  const clock = openClock();
  const dice = openDice(seed);
  const chronicle = openChronicle();
  const ground = inChronicle(await groundOf(clock));
  const weather = openWeather(dice, ground);
  const violations: string[] = [];
  let keys = 0;

  /** What is done by hand is written down like everything else. */
  function inChronicle(bare: Ground): Ground {
    async function noted(names: readonly RowName[], work: () => Promise<void>): Promise<void> {
      const before = await bare.rows(names);
      await work();
      const after = await bare.rows(names);
      for (const [n, name] of names.entries())
        chronicle.note(clock.nowMs(), byHand, undefined, before[n], after[n], name);
    }
    return {
      ...bare,
      furnish: (rows) =>
        noted(
          rows.map(({ list, row }) => ({ list, key: row.key })),
          () => bare.furnish(rows),
        ),
      write: (list, row) => noted([{ list, key: row.key }], () => bare.write(list, row)),
      remove: (list, key) => noted([{ list, key }], () => bare.remove(list, key)),
    };
  }

  const scene: Scene = {
    clock,
    dice,
    ground,
    weather,
    chronicle,
    client,
    habits: drawHabits(dice),
    newKey: (kind) => `${kind}-${String((keys += 1)).padStart(6, '0')}`,
    violate(words) {
      violations.push(words);
      listen?.(`!!! ${words}`);
    },
    tell: (words) => listen?.(`${new Date(clock.nowMs()).toISOString().slice(11, 23)} ${words()}`),
    counts: { commands: 0, sends: 0, clashes: 0, crashes: 0 },
  };
  await fillOffice(ground);
  const users = ['anna', 'bo', 'cia'].map((name) => newUser(scene, name));
  clock.onRest = () => lookAround(scene, users);
  weather.isStormy = false;
  for (const user of users) openTab(scene, user, dice.pick(places));
  await clock.pass(3000);
  weather.isStormy = true;
  for (let n = 0; n < (options.steps ?? steps) && violations.length === 0; n += 1) await step(scene, users);
  if (violations.length === 0) await comeToRest(scene, users);
  if (violations.length === 0) await lookAtEnd(scene, users);
  return { ...scene.counts, faults: weather.faults, violations };
}

/** Many histories, one after the other. `onViolation` hears of each that went wrong. */
export async function playHistories(
  from: number,
  number: number,
  options: HistoryOptions = {},
  onViolation: (seed: number, violations: readonly string[]) => void = () => undefined,
): Promise<Counts> {
  const sum = noCounts();
  // Failures by the hundred thousand are the point of it, and nobody reads where they were made.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  for (let seed = from; seed < from + number; seed += 1) {
    const { violations, ...counts } = await playHistory(seed, options);
    addTo(sum, { ...counts, histories: 1, violating: violations.length > 0 ? [seed] : [] });
    if (violations.length > 0) onViolation(seed, violations);
    // Whoever runs this has other things to attend to as well.
    await new Promise((resolve) => void setImmediate(resolve));
  }
  Error.stackTraceLimit = stackTraceLimit;
  return sum;
}

export function noCounts(): Counts {
  return { histories: 0, commands: 0, sends: 0, faults: 0, clashes: 0, crashes: 0, violating: [] };
}

export function addTo(sum: Counts, { violating, ...counts }: Counts): void {
  for (const [name, count] of Object.entries(counts)) sum[name as keyof typeof counts] += count;
  sum.violating.push(...violating);
}

/** One line for whoever waits for them. */
export function inWords({ violating, ...counts }: Counts): string {
  const words = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  const seeds = violating.length > 0 ? `: seeds ${violating.slice(0, 50).join(' ')}` : '';
  return `${words.join(', ')}, ${violating.length} violating${seeds}`;
}
