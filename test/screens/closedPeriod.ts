import { Blob as NodeBlob } from 'node:buffer';
import type { ListName, Row, Update } from '../../src/basics/change.ts';
import { decide } from '../../src/decide.ts';
import type { Period } from '../../src/followup/period.ts';
import { openLibrary } from '../../src/lists/files.ts';
import { savedSnapshots } from '../../src/lists/savedSnapshots.ts';
import { openSite } from '../../src/lists/site.ts';
import { emptyTables } from '../../src/world.ts';
import { find, read, update } from '../siteCalls.ts';
import type { Tenant } from '../tenant.ts';
import { bytesOf } from './openTab.ts';

/** The site's library, as its owner opens it. */
export const libraryOf = ({ graphFor, people, fetch, configuration }: Tenant) =>
  openLibrary(graphFor(people.owner), fetch, configuration.site);

/** The interim report is closed on its last day, with a snapshot of what stands there; gives back its path in the library. */
export async function closePeriod(tenant: Tenant): Promise<string> {
  const site = openSite(tenant.graphFor(tenant.people.owner), tenant.configuration.site, () => new Date());
  const lists = ['goals', 'stageGoals', 'units', 'indicators', 'measurements', 'periods'] as const;
  const shelved = ['assignments', 'activities'] as const;
  const rows: Partial<Record<ListName, Row[]>> = {};
  for (const list of [...lists, ...shelved])
    rows[list] = (await read(site, [list])).stored.map(({ row }) => row);
  const library = libraryOf(tenant);
  const person = { id: tenant.people.owner, name: 'Ingrid Sandell' };
  const snapshot = {
    periodKey: '2023-delar-augusti',
    year: 2023,
    takenAt: '2023-08-31T15:00:00Z',
    by: person,
  };
  const saved = await savedSnapshots(() => ({
    ...library,
    save: async (path, file) => library.save(path, new NodeBlob([await bytesOf(file)]) as Blob),
  })).save({ ...snapshot, rows }, '');
  if ('trouble' in saved) throw new Error(saved.trouble);
  const period = await find(site, 'periods', '2023-delar-augusti');
  if (!period) throw new Error('There is no such period');
  const change = decide(
    {
      do: 'closePeriod',
      year: 2023,
      roomKey: 'regionstyrelsen',
      periodKey: '2023-delar-augusti',
      step: { to: 'closed', url: saved.url, checksum: saved.checksum },
      key: '0189e0c4-0000-7000-8000-0000000000c1',
      by: person,
      on: '2023-08-31',
    },
    { ...emptyTables(), periods: tableOf({ ...period.row, state: 'closing' } as Period) },
  );
  const [first] = change as Update[];
  if (first) await update(site, first, period);
  return decodeURIComponent(saved.url.slice(saved.url.indexOf('/Kaskad/') + 1));
}

function tableOf(period: Period) {
  const { periods } = emptyTables();
  periods.put(period);
  return periods;
}
