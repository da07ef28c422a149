import { runBulk, type BulkRun, size } from './bulk/run.ts';
import { medianOf } from './measure.ts';
import type { Section } from './report.ts';

const batchesWanted = 750;

/** Handing every goal to every unit of the largest organisation, in one click. */
export async function bulkSection(repeats: number, say: (line: string) => void): Promise<Section> {
  const runs: BulkRun[] = [];
  for (let n = 0; n < repeats; n += 1) {
    runs.push(await runBulk({ crashes: false, appPerMinute: 6250 }));
    say(`${n + 1} of ${repeats}: ${wordsOf(runs.at(-1))}`);
  }
  const crashed = await runBulk({ crashes: true, appPerMinute: 6250 });
  say(`with a crash: ${wordsOf(crashed)}`);
  const small = await runBulk({ crashes: false, appPerMinute: 1250 });
  say(`in a small tenant: ${wordsOf(small)}`);
  const [run] = runs;
  if (!run) throw new Error('Nothing was run');
  const cpuMs = runs.map((one) => one.ownCpuMs);
  const units = run.unitsToSend + run.unitsToCount;
  return {
    name: 'A large save',
    says: `${size.goals} goals are assigned to each of ${size.units.toLocaleString('en')} units by one click of the region's: ${(size.goals * size.units).toLocaleString('en')} commands through the product's own store, outbox and lists to the stand-in, which throttles; on a clock of the run's own.`,
    rows: [
      {
        what: 'Batches that write the assignments',
        goal: `≤ ${batchesWanted}`,
        measured: String(run.batchesToSend),
        holds: run.batchesToSend <= batchesWanted,
        beside: `${run.unitsToSend.toLocaleString('en')} units, ${run.minutesToSend.toFixed(1)} minutes under our own share of 1,000 units a minute; reading the sixty shelves first is among them`,
      },
      {
        what: 'The same with the tallies of all units counted anew',
        goal: '',
        measured: `${run.batchesToSend + run.batchesToCount} requests`,
        beside: `${units.toLocaleString('en')} units, ${run.minutesInAll.toFixed(1)} minutes; were the tenant's share all ours, ${(units / 1250).toFixed(1)} minutes with 1,250 units a minute, ${(units / 6250).toFixed(1)} with 6,250`,
      },
      resultRow('Doubled, missing, stuck', run),
      resultRow('The same after a crash in the middle, between a batch and its answer', crashed),
      resultRow('The same in a tenant with 1,250 units a minute', small),
      {
        what: 'Processor time of the client',
        goal: '',
        measured: `${(medianOf(cpuMs) / 1000).toFixed(1)} s [${(Math.min(...cpuMs) / 1000).toFixed(1)}–${(Math.max(...cpuMs) / 1000).toFixed(1)}]`,
        beside: `${(medianOf(cpuMs) / run.batchesToSend).toFixed(1)} ms a batch; the longest pause between two turns of the event loop ${Math.round(medianOf(runs.map((one) => one.longestMs)))} ms`,
      },
    ],
  };
}

function resultRow(what: string, run: BulkRun) {
  const { doubled, missing, stuck } = run;
  return {
    what,
    goal: '0, 0, 0',
    measured: `${doubled}, ${missing}, ${stuck}`,
    holds: doubled + missing + stuck === 0,
    beside: `${run.throttled} answers of 429; ${run.wrongTallies} tallies of ${size.units.toLocaleString('en')} missing or wrong; ${run.minutesToSend.toFixed(1)} minutes to send, ${run.minutesInAll.toFixed(1)} in all`,
  };
}

function wordsOf(run: BulkRun | undefined): string {
  if (!run) return '';
  return `${run.batchesToSend} + ${run.batchesToCount} requests, ${run.unitsToSend} + ${run.unitsToCount} units, ${run.minutesInAll.toFixed(1)} minutes, ${(run.ownCpuMs / 1000).toFixed(1)} s of processor time; ${run.doubled}, ${run.missing}, ${run.stuck}`;
}
