import type { ListName } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Command } from '../commands.ts';
import type { Tables } from '../world.ts';
import type { Confirmed } from './confirmed.ts';
import type { SyncedSite } from './site.ts';

/** A room in a year: what a screen shows, or what a command speaks of. */
export type Place = { readonly year: number; readonly roomKey: Key };

/** Lists that are read whole: short, and changed a few times a year. */
const shortLists: readonly ListName[] = ['goals', 'stageGoals', 'units'];

/** Stands among the shelves that have been read for the short lists. */
const shortShelf = 'short';

/**
 * Brings the confirmed records up to date for these places and tells which shelves have been read, and how many rows
 * were set aside as unreadable. The organisation comes first, since it says on which shelves a room's records stand.
 */
export async function pull(
  site: SyncedSite,
  confirmed: Confirmed,
  places: readonly Place[],
): Promise<{ setAside: number; shelves: string[] }> {
  const whole = await site.read(shortLists.map((list) => ({ list })));
  for (const list of shortLists) {
    confirmed.replace(
      list,
      undefined,
      whole.stored.filter((stored) => stored.list === list),
    );
  }
  const shelves = [...new Set(places.flatMap((place) => shelvesFor(confirmed.tables, place)))];
  const readings = shelves.flatMap((shelf) => [
    { list: 'assignments' as const, shelf },
    { list: 'activities' as const, shelf },
  ]);
  const rows = readings.length === 0 ? { stored: [], setAside: [] } : await site.read(readings);
  for (const { list, shelf } of readings) {
    const here = rows.stored.filter((stored) => stored.list === list && shelfOfRow(stored.row) === shelf);
    confirmed.replace(list, shelf, here);
  }
  return { setAside: whole.setAside.length + rows.setAside.length, shelves: [shortShelf, ...shelves] };
}

/** True when everything that the place's rules and screens look at has been read. */
export function isRead(tables: Tables, shelves: ReadonlySet<string>, place: Place | undefined): boolean {
  const needed = place ? shelvesFor(tables, place) : [];
  return [shortShelf, ...needed].every((shelf) => shelves.has(shelf));
}

/** What must have been read before the command can be decided: without it a rule would refuse what is allowed. */
export function placesOf(command: Command): Place[] {
  const { year, roomKey, unitKey } = command;
  return [
    { year, roomKey },
    { year, roomKey: unitKey },
  ];
}

/** The department's shelf, and those of the places above it, whose assignments say what could be held. */
function shelvesFor(tables: Tables, { year, roomKey }: Place): string[] {
  const shelves = new Set<string>();
  let unit = tables.units.get(roomKey);
  // A circle of parents made by hand ends here instead of nowhere.
  for (let steps = 0; unit && steps < 20; steps += 1) {
    shelves.add(`${year}/${unit.departmentKey}`);
    unit = unit.parentKey === null ? undefined : tables.units.get(unit.parentKey);
  }
  return [...shelves];
}

function shelfOfRow(row: object): string {
  return 'shelf' in row ? String(row.shelf) : '';
}
