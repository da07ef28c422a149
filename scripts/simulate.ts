import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { addTo, type Counts, inWords, noCounts, playHistories, playHistory } from '../test/simulation/run.ts';

/**
 * `npm run simulate -- --histories 100000` plays that many random histories of three people and their storm and ends
 * with 1 if any of [S1] to [S8] was ever broken; `-- --seed 123` plays one again and tells all that happens in it.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    histories: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string' },
    part: { type: 'boolean', default: false },
  },
});

type Heard = { readonly violation: readonly [number, readonly string[]] } | { readonly counts: Counts };

const options = values.steps === undefined ? {} : { steps: Number(values.steps) };

/** A part of the histories in a process of its own, which tells the first one what it finds. */
async function playPart(from: number, number: number): Promise<void> {
  const tell = (heard: Heard) => process.send?.(heard);
  const counts = await playHistories(from, number, options, (seed, violations) =>
    tell({ violation: [seed, violations] }),
  );
  tell({ counts });
}

function hire(from: number, number: number): Promise<Counts> {
  const args = ['--part', '--from', String(from), '--histories', String(number)];
  const child = fork(import.meta.filename, [...args, ...(values.steps ? ['--steps', values.steps] : [])]);
  return new Promise((resolve, reject) => {
    let counts: Counts | undefined;
    child.on('message', (heard: Heard) => {
      if ('counts' in heard) ({ counts } = heard);
      else console.error(`seed ${heard.violation[0]}: ${heard.violation[1].join('\n  ')}`);
    });
    child.on('error', reject);
    child.on('exit', () =>
      counts ? resolve(counts) : reject(new Error(`The part from ${from} ended early`)),
    );
  });
}

/** A process plays no more than this: what a history leaves behind is gone with it. */
const mostAtOnce = 2000;

async function playAll(from: number, number: number): Promise<void> {
  const processes = Math.max(1, availableParallelism());
  const size = Math.min(mostAtOnce, Math.ceil(number / processes));
  const starts = Array.from({ length: Math.ceil(number / size) }, (_, n) => from + n * size);
  const startedMs = performance.now();
  const all: Counts[] = [];
  async function playNext(): Promise<void> {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      all.push(await hire(start, Math.min(size, from + number - start)));
    }
  }
  await Promise.all(Array.from({ length: processes }, playNext));
  const sum = noCounts();
  for (const counts of all) addTo(sum, counts);
  const perSecond = Math.round(sum.histories / ((performance.now() - startedMs) / 1000));
  console.log(`${inWords(sum)} (${perSecond} histories a second)`);
  if (sum.violating.length === 0) return;
  console.log(`Play one again: npm run simulate -- --seed ${sum.violating[0]}`);
  process.exitCode = 1;
}

if (values.part) await playPart(Number(values.from), Number(values.histories));
else if (values.seed === undefined) await playAll(Number(values.from), Number(values.histories));
else {
  const { violations } = await playHistory(Number(values.seed), { ...options, listen: console.log });
  console.log(violations.length === 0 ? 'Nothing was broken' : violations.join('\n'));
  if (violations.length > 0) process.exitCode = 1;
}
