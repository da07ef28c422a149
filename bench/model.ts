import { aGoal } from '../test/builders.ts';
import { modelSite } from '../test/modelSite.ts';
import { changes, create, find, read, update } from '../test/siteCalls.ts';
import { medianOf } from './measure.ts';
import type { Section } from './report.ts';

const histories = 2000;
const rowsPerHistory = 25;

/** How many calls a second the model site answers: histories by the hundred thousand are only as quick as this. */
export async function modelSection(repeats: number): Promise<Section> {
  const speeds: number[] = [];
  for (let round = 0; round < repeats; round += 1) {
    const began = performance.now();
    let calls = 0;
    for (let n = 0; n < histories; n += 1) calls += await history();
    speeds.push(calls / ((performance.now() - began) / 1000));
  }
  const shown = (speed: number) => Math.round(speed).toLocaleString('en');
  return {
    name: 'The model site',
    says: `${histories.toLocaleString('en')} small histories a round: every row created, read, changed, and told among the changes; every tenth removed.`,
    rows: [
      {
        what: 'Calls answered by one process',
        goal: '≥ 500,000 a second',
        measured: `${shown(medianOf(speeds))} a second [${shown(Math.min(...speeds))}–${shown(Math.max(...speeds))}]`,
        holds: medianOf(speeds) >= 500_000,
      },
    ],
  };
}

async function history(): Promise<number> {
  const site = modelSite();
  let { token } = await changes(site, 'goals', 'latest');
  for (let n = 0; n < rowsPerHistory; n += 1) {
    const row = aGoal({ key: `mal-${n}` });
    const stored = await create(site, { kind: 'create', list: 'goals', row }, 'c');
    await find(site, 'goals', row.key);
    const fields = { title: { was: row.title, to: 'Ny' } };
    await update(site, { kind: 'update', list: 'goals', key: row.key, fields }, stored);
    ({ token } = await changes(site, 'goals', token));
    if (n % 10 === 9) {
      site.delete('goals', row.key);
      await read(site, ['goals']);
    }
  }
  return site.calls.filter((call) => call !== 'talk').length;
}
