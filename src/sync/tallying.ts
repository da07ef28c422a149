import type { ListName, Row } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Command } from '../commands.ts';
import { recordsOf } from '../decide.ts';
import { GraphFailure } from '../graph/failure.ts';
import type { Records, Stored } from '../world.ts';
import type { Desk } from './readings.ts';
import type { Answer, Ask, SyncedSite } from './site.ts';

/** Counts a unit's rows of a year; the rule is the domain's, and handed in. */
export type Count = (year: number, unitKey: Key, stored: readonly Stored[]) => Records['tallies'];

const countedLists = ['assignments', 'activities', 'comments'] as const satisfies readonly ListName[];
/** Three readings a unit, and at most twenty asks a round. */
const unitsInRound = 6;

type Unit = { readonly unitShelf: string; readonly year: number; readonly unitKey: Key };

/** The unit whose tally a written row may have changed. */
export function untalliedBy({ list, row }: { list: ListName; row: Row }): string | undefined {
  const isCounted = (countedLists as readonly string[]).includes(list);
  return isCounted && 'unitShelf' in row ? String(row.unitShelf) : undefined;
}

/** The units whose tally the command may have changed, were it sent without anybody hearing the answer. */
export function untalliedByCommand(command: Command, { confirmed }: Desk): string[] {
  return recordsOf(command).flatMap(({ list, key }) => {
    const stored = confirmed.find(list, key);
    return (stored && untalliedBy(stored)) ?? [];
  });
}

/**
 * Counts anew the units that were written to, a few at a time: first the tally's version, then the unit's rows from the
 * site, then the tally written over just that version. A tally that somebody wrote meanwhile is counted again, so what
 * is lost or repeated heals itself. Gives back false when nothing was left to count.
 */
export async function tallyRound(site: SyncedSite, desk: Desk, count: Count): Promise<boolean> {
  const units = [...desk.marks.untallied].slice(0, unitsInRound).flatMap(unitOf);
  if (units.length === 0) {
    desk.marks.untallied.clear();
    return false;
  }
  await findTallies(site, desk, units);
  const rows = await site.talk(
    units.flatMap(({ unitShelf }) => countedLists.map((list) => rowsOf(list, unitShelf))),
  );
  const writes: { unit: Unit; ask: Ask }[] = [];
  for (const [n, unit] of units.entries()) {
    const own = rows.slice(n * countedLists.length, (n + 1) * countedLists.length);
    const stored = told(own);
    const tally = count(unit.year, unit.unitKey, stored);
    const ask = writeOf(desk, tally);
    if (ask) writes.push({ unit, ask });
    else desk.marks.untallied.delete(unit.unitShelf);
  }
  const answers = writes.length > 0 ? await site.talk(writes.map(({ ask }) => ask)) : [];
  for (const [n, { unit }] of writes.entries()) take(desk, unit, answers[n]);
  return desk.marks.untallied.size > 0;
}

/** How a tally is brought to what was counted; `undefined` when it says so already. */
export function writeOf({ confirmed }: Desk, tally: Records['tallies']): Ask | undefined {
  const over = confirmed.find('tallies', tally.key);
  if (!over) {
    const change = { kind: 'create', list: 'tallies', row: tally } as const;
    return { ask: 'create', change, commandKey: tally.key };
  }
  const { packed: was } = over.row as Records['tallies'];
  if (JSON.stringify(was) === JSON.stringify(tally.packed)) return undefined;
  const change = {
    kind: 'update',
    list: 'tallies',
    key: tally.key,
    fields: { packed: { was, to: tally.packed } },
  } as const;
  return { ask: 'update', change, over };
}

async function findTallies(site: SyncedSite, { confirmed }: Desk, units: readonly Unit[]): Promise<void> {
  const unknown = units.filter(({ unitShelf }) => !confirmed.find('tallies', unitShelf));
  if (unknown.length === 0) return;
  const answers = await site.talk(
    unknown.map(({ unitShelf }) => ({ ask: 'find', list: 'tallies', key: unitShelf })),
  );
  for (const stored of told(answers)) confirmed.put(stored);
}

function take({ confirmed, marks }: Desk, { unitShelf }: Unit, answer: Answer | undefined): void {
  if (!(answer instanceof GraphFailure)) {
    for (const stored of answer?.stored ?? []) confirmed.put(stored);
    marks.untallied.delete(unitShelf);
    return;
  }
  switch (answer.reason) {
    case 'conflict':
    case 'invalid':
    case 'notFound':
      // Another one wrote it, or made it: its newest version is looked up before the next count.
      confirmed.remove('tallies', unitShelf);
      return;
    case 'forbidden':
      // Who may not write counts loses nothing by it: the strategist's verification mends them.
      marks.untallied.delete(unitShelf);
      return;
    case 'offline':
    case 'throttled':
    case 'unavailable':
    case 'signedOut':
      throw answer;
  }
}

/** The rows of answers that must all have succeeded. */
function told(answers: readonly Answer[]): Stored[] {
  const failure = answers.find((answer) => answer instanceof GraphFailure);
  if (failure) throw failure;
  return answers.flatMap((answer) => (answer instanceof GraphFailure ? [] : answer.stored));
}

function rowsOf(list: ListName, unitShelf: string): Ask {
  return { ask: 'rows', list, where: { unitShelf } };
}

function unitOf(unitShelf: string): Unit[] {
  const [year = '', ...unit] = unitShelf.split('/');
  return /^\d{4}$/.test(year) && unit.length > 0
    ? [{ unitShelf, year: Number(year), unitKey: unit.join('/') }]
    : [];
}
