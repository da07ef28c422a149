import type { Key } from '../basics/key.ts';
import type { ListName } from '../basics/change.ts';
import type { Confirmed } from './confirmed.ts';
import type { SyncedSite } from './site.ts';

/** What a screen needs to be true: one room's shelf of one year, and the shelves above it. */
export type Wanted = { readonly year: number; readonly roomKey: Key };

/** Lists that are read whole: short, and changed a few times a year. */
const shortLists: readonly ListName[] = ['goals', 'stageGoals', 'units'];

/**
 * Brings the confirmed records up to date and tells how many rows were set aside as unreadable. The organisation
 * comes first, since it says on which shelves the room's records stand.
 */
export async function pull(
  site: SyncedSite,
  confirmed: Confirmed,
  wanted: Wanted | undefined,
): Promise<number> {
  const whole = await site.read(shortLists.map((list) => ({ list })));
  for (const list of shortLists) {
    confirmed.replace(
      list,
      undefined,
      whole.stored.filter((stored) => stored.list === list),
    );
  }
  const shelves = wanted ? shelvesFor(confirmed, wanted) : [];
  const readings = shelves.flatMap((shelf) => [
    { list: 'assignments' as const, shelf },
    { list: 'activities' as const, shelf },
  ]);
  if (readings.length === 0) return whole.setAside.length;
  const rows = await site.read(readings);
  for (const { list, shelf } of readings) {
    const here = rows.stored.filter((stored) => stored.list === list && shelfOfRow(stored.row) === shelf);
    confirmed.replace(list, shelf, here);
  }
  return whole.setAside.length + rows.setAside.length;
}

/** The department's shelf, and those of the places above it, whose assignments say what could be held. */
function shelvesFor({ tables }: Confirmed, { year, roomKey }: Wanted): string[] {
  const shelves = new Set<string>();
  let unit = tables.units.get(roomKey);
  for (let steps = 0; unit && steps < 20; steps += 1) {
    shelves.add(`${year}/${unit.departmentKey}`);
    unit = unit.parentKey === null ? undefined : tables.units.get(unit.parentKey);
  }
  return [...shelves];
}

function shelfOfRow(row: object): string {
  return 'shelf' in row ? String(row.shelf) : '';
}
