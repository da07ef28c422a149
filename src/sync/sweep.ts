import { GraphFailure, tooManyRows } from '../graph/failure.ts';
import type { Records, Stored } from '../world.ts';
import { formerDepartments } from './places.ts';
import type { Desk } from './readings.ts';
import type { Ask, SyncedSite } from './site.ts';
import { type Count, writeOf } from './tallying.ts';

const countedLists = ['assignments', 'activities', 'comments'] as const;
/** More at a time is no faster, and takes from others. */
const shelvesAtATime = 4;
const movedAtATime = 6;
const writesInRound = 20;

/**
 * Counts every unit's tally of the year anew from the activities themselves, shelf by shelf, and mends those that had
 * drifted. Throws the first GraphFailure; what was mended stays mended, and starting over is harmless.
 */
export async function sweep(
  site: SyncedSite,
  desk: Desk,
  count: Count,
  year: number,
): Promise<{ counted: number; drifted: number }> {
  const { confirmed } = desk;
  const [known] = await asked(site, [{ ask: 'rows', list: 'tallies', where: { year } }]);
  for (const stored of known ?? []) confirmed.put(stored);
  const all = [...confirmed.tables.units.values()];
  // [S25] What a unit has left with another department stands on that one's shelf: it is read by the unit's own.
  const moved = all.filter((unit) => formerDepartments(unit, year).length > 0);
  const units = all.filter((unit) => !moved.includes(unit));
  const departments = [...new Set(units.map((unit) => unit.departmentKey))];
  let counted = 0;
  let drifted = 0;
  for (let from = 0; from < departments.length; from += shelvesAtATime) {
    const here = departments.slice(from, from + shelvesAtATime);
    const asks = here.flatMap((department) =>
      countedLists.map((list): Ask => ({ ask: 'rows', list, where: { shelf: `${year}/${department}` } })),
    );
    const inside = units.filter((unit) => here.includes(unit.departmentKey));
    const rows = await rowsOf(site, asks, (department) =>
      inside.filter((unit) => unit.departmentKey === department).map(({ key }) => `${year}/${key}`),
    );
    const byUnit = groupByUnitShelf(rows);
    await mend(inside, byUnit);
  }
  for (let from = 0; from < moved.length; from += movedAtATime) {
    const here = moved.slice(from, from + movedAtATime);
    const asks = here.flatMap(({ key }) =>
      countedLists.map((list): Ask => ({ ask: 'rows', list, where: { unitShelf: `${year}/${key}` } })),
    );
    await mend(here, groupByUnitShelf((await asked(site, asks)).flat()));
  }
  return { counted, drifted };

  async function mend(inside: readonly Records['units'][], byUnit: ReadonlyMap<string, Stored[]>) {
    const tallies = inside.map((unit) => count(year, unit.key, byUnit.get(`${year}/${unit.key}`) ?? []));
    counted += tallies.length;
    const writes = tallies
      // A unit with nothing at all needs no row that says so.
      .filter((tally) => tally.packed.sourceCount > 0 || confirmed.find('tallies', tally.key))
      .flatMap((tally) => writeOf(desk, tally) ?? []);
    drifted += writes.length;
    await writeAll(site, desk, writes);
  }
}

async function writeAll(site: SyncedSite, { confirmed, marks }: Desk, writes: readonly Ask[]): Promise<void> {
  for (let from = 0; from < writes.length; from += writesInRound) {
    const part = writes.slice(from, from + writesInRound);
    const answers = await site.talk(part);
    for (const [n, answer] of answers.entries()) {
      const ask = part[n];
      if (!(answer instanceof GraphFailure)) for (const stored of answer.stored) confirmed.put(stored);
      else if (answer.reason === 'conflict' || answer.reason === 'invalid') {
        // Somebody saved meanwhile: that unit is counted again after this.
        if (ask && 'change' in ask)
          marks.untallied.add(ask.ask === 'create' ? ask.change.row.key : ask.change.key);
      } else throw answer;
    }
  }
}

/** The rows of whole shelves; one with more rows than SharePoint can filter is read unit by unit. */
async function rowsOf(
  site: SyncedSite,
  asks: readonly Ask[],
  unitShelvesIn: (department: string) => readonly string[],
): Promise<Stored[]> {
  const answers = await site.talk(asks);
  const rows: Stored[] = [];
  const smaller: Ask[] = [];
  for (const [n, answer] of answers.entries()) {
    const ask = asks[n];
    if (!(answer instanceof GraphFailure)) rows.push(...answer.stored);
    else if (answer.code === tooManyRows && ask?.ask === 'rows' && ask.where && 'shelf' in ask.where) {
      const department = ask.where.shelf.slice(ask.where.shelf.indexOf('/') + 1);
      for (const unitShelf of unitShelvesIn(department)) smaller.push({ ...ask, where: { unitShelf } });
    } else throw answer;
  }
  if (smaller.length === 0) return rows;
  return [...rows, ...(await asked(site, smaller)).flat()];
}

/** The rows of each ask, or the first failure. */
async function asked(site: SyncedSite, asks: readonly Ask[]): Promise<(readonly Stored[])[]> {
  const answers = await site.talk(asks);
  return answers.map((answer) => {
    if (answer instanceof GraphFailure) throw answer;
    return answer.stored;
  });
}

function groupByUnitShelf(rows: readonly Stored[]): Map<string, Stored[]> {
  const groups = new Map<string, Stored[]>();
  for (const stored of rows) {
    const unitShelf = 'unitShelf' in stored.row ? stored.row.unitShelf : '';
    const group = groups.get(unitShelf);
    if (group) group.push(stored);
    else groups.set(unitShelf, [stored]);
  }
  return groups;
}
