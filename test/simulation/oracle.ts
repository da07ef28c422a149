import { countUnit } from '../../src/countUnit.ts';
import { type Change, isSame, keyOf, type Row, type Value } from '../../src/basics/change.ts';
import type { Command } from '../../src/commands.ts';
import { recordsOf } from '../../src/decide.ts';
import { GraphFailure } from '../../src/graph/failure.ts';
import type { Answer, Ask } from '../../src/sync/site.ts';
import type { Stored, World } from '../../src/world.ts';
import { byHand } from './chronicle.ts';
import { changeBetween, differenceOf, misplacedIn, pictureOf, slowReplay } from './slowReplay.ts';
import { type Scene, type Tab, type User } from './user.ts';

/** Looks at everything after each thing that happens. */
export function lookAround(scene: Scene, users: readonly User[]): void {
  for (const user of users) for (const tab of user.tabs) lookAt(scene, tab);
}

function lookAt(scene: Scene, tab: Tab): void {
  const { store, desk, seen, answered } = tab;
  tab.answered = undefined;
  const now = store?.snapshot();
  if (!now || !desk) return;
  if (now === seen) return;
  tab.seen = now;
  const slow = slowReplay(desk.confirmed.tables, now.waiting);
  const difference = differenceOf(now.world, slow) ?? misplacedIn(now.world);
  if (difference !== undefined)
    scene.violate(`[S1] ${tab.name} shows otherwise than a slow replay: ${difference}`);
  if (answered) lookAtAnswer(scene, tab, answered, pictureOf(now.world));
  if (!seen) return;
  const { following } = tab.user;
  const left = new Set([...now.waiting, ...now.stuck.map(({ command }) => command)].map(({ key }) => key));
  for (const { key } of [...seen.waiting, ...seen.stuck.map(({ command }) => command)]) {
    const loss = left.has(key) ? undefined : following.lossOf(key);
    if (loss !== undefined) scene.violate(`${tab.name} shows it no more: ${loss}`);
  }
  const { everStuck } = tab.user;
  const isNew = now.stuck.filter(({ command }) => !everStuck.has(command.key));
  for (const { command } of isNew) everStuck.add(command.key);
  for (const { command, stuck } of isNew) {
    if (stuck.why !== 'refused' || !stuck.refusal.clash) continue;
    scene.counts.clashes += 1;
    lookAtClash(scene, tab, command, stuck.refusal.clash);
  }
}

/** [S8] Nobody is asked to choose between their own words and their own words. */
function lookAtClash(
  { chronicle, violate }: Scene,
  { user, name }: Tab,
  asked: Command,
  {
    list,
    key,
    fields,
  }: { list: Stored['list']; key: string; fields: Readonly<Record<string, { theirs: Value }>> },
): void {
  const { following } = user;
  if (user.name === 'anna') return;
  // Whoever gave something up that had reached the site meets their own words again, and rightly.
  if (following.hasGivenUpAny()) return;
  // A device that kept neither the command nor its answer shows what was before both.
  if (user.device.hasFailed()) return;
  // Nor does it count what stands in the row because another of their commands there needs them as well.
  for (const one of user.everStuck) {
    const command = one === asked.key ? undefined : following.command(one);
    if (command && recordsOf(command).some((record) => record.list === list && record.key === key)) return;
  }
  const history = chronicle.historyOf(list, key);
  for (const [field, { theirs }] of Object.entries(fields)) {
    let before: Value | undefined;
    const others = history.some(({ row, by }) => {
      const value = (row as unknown as Record<string, Value> | undefined)?.[field] ?? null;
      const isNew = before === undefined || !isSame(before, value);
      before = value;
      return isNew && by !== user.name && isSame(value, theirs);
    });
    if (!others && history.length > 0)
      violate(`[S8] ${name} is asked about nobody else's words: ${key} ${field} ${JSON.stringify(theirs)}`);
  }
}

/** [S5] An answer that brought only what was asked for changes nothing on the screen but the mark. */
function lookAtAnswer(
  { violate }: Scene,
  { name, store, user }: Tab,
  { asks, answers, seen, picture }: Answered,
  after: Map<string, Row>,
): void {
  if (!isAcknowledgement(asks, answers, picture) || asks.some((ask) => isBehindOlder(ask, seen.waiting)))
    return;
  const now = store?.snapshot();
  if (!now || now.stuck.length !== seen.stuck.length) return;
  // What its user took away while it was under way comes back as somebody else's would.
  if (user.following.hasGivenUpAny()) return;
  const change = changeBetween(picture, after);
  if (change !== undefined) violate(`[S5] an answer alone changed what ${name} shows: ${change}`);
}

export type Answered = NonNullable<Tab['answered']>;

function isAcknowledgement(
  asks: readonly Ask[],
  answers: readonly Answer[],
  picture: Map<string, Row>,
): boolean {
  return asks.every((ask, n) => {
    if (ask.ask !== 'create' && ask.ask !== 'update') return false;
    if (ask.change.list === 'tallies') return false;
    const answer = answers[n];
    if (answer === undefined || answer instanceof GraphFailure) return true;
    const [stored] = answer.stored;
    // What others wrote meanwhile, or an older line tried again, had hidden it: a row deleted by hand, a goal that the
    // room holds no more. That it is shown while it waits, [S1] looks at.
    const shown = picture.get(`${ask.change.list}\n${keyOf(ask.change)}`);
    if (!shown || !isShownIn(shown, ask.change)) return false;
    const expected =
      ask.change.kind === 'create'
        ? ask.change.row
        : Object.entries(ask.change.fields).reduce(
            (row, [field, { to }]) => ({ ...row, [field]: to }),
            (ask as Ask & { ask: 'update' }).over.row as Row,
          );
    return stored !== undefined && isSame(stored.row, expected);
  });
}

/** A line that came to a stop and is tried again stands before those that were written since: what one of them made is new to it. */
function isBehindOlder(ask: Ask, waiting: readonly Command[]): boolean {
  if (ask.ask !== 'create') return false;
  const { list } = ask.change;
  const key = keyOf(ask.change);
  const own = waiting.findIndex((command) => command.key === ask.commandKey);
  return waiting
    .slice(0, Math.max(own, 0))
    .some((command) => recordsOf(command).some((record) => record.list === list && record.key === key));
}

function isShownIn(row: Row, change: Change): boolean {
  if (change.kind === 'create') return true;
  const fields = row as unknown as Record<string, Value | undefined>;
  return Object.entries(change.fields).every(([field, { to }]) => isSame(fields[field] ?? null, to));
}

/** What must hold when the storm is over and everybody has looked again. */
export async function lookAtEnd(scene: Scene, users: readonly User[]): Promise<void> {
  const all = await scene.ground.all();
  for (const user of users) {
    for (const key of user.following.keys()) {
      const loss = user.following.lossOf(key);
      if (loss !== undefined) scene.violate(`in the end ${loss}`);
    }
    for (const tab of user.tabs) lookAtPlace(scene, tab, all);
  }
  lookForDoubles(scene, users, all);
  lookAtTallies(scene, users, all);
}

/** [S6] Every open client shows exactly what the site holds. */
function lookAtPlace({ violate }: Scene, { name, place, store }: Tab, all: readonly Stored[]): void {
  if (!store || !place) return;
  const { world } = store.snapshot();
  const department = place.roomKey === undefined ? undefined : world.units.get(place.roomKey)?.departmentKey;
  const isHere = ({ list, row }: Stored) =>
    list === 'goals' ||
    list === 'units' ||
    (list === 'tallies' && place.roomKey === undefined) ||
    ((list === 'activities' || list === 'assignments' || list === 'comments') &&
      (row as { shelf?: string }).shelf === `${place.year}/${department}`);
  const here = all.filter((stored) => isHere(stored) && !stored.row.removed);
  for (const { list, row } of here) {
    const shown = rowOf(world, list, row.key);
    if (!shown || !isSame(shown, row))
      violate(`[S6] ${name} shows ${JSON.stringify(shown)} where the site holds ${JSON.stringify(row)}`);
  }
  for (const list of ['activities', 'assignments', 'comments'] as const) {
    for (const row of world[list].by('shelf', `${place.year}/${department}`)) {
      if (!here.some((stored) => stored.list === list && stored.row.key === row.key))
        violate(`[S6] ${name} shows ${list} ${row.key}, which the site does not hold`);
    }
  }
}

function rowOf(world: World, list: Stored['list'], key: string): Row | undefined {
  return (world[list] as unknown as { get(key: string): Row | undefined }).get(key);
}

/** [S4] Every row is one that its command wanted, and stands once. */
function lookForDoubles({ violate, chronicle }: Scene, users: readonly User[], all: readonly Stored[]): void {
  const seen = new Set<string>();
  for (const { list, row, commandKey } of all) {
    if (seen.has(`${list}\n${row.key}`)) violate(`[S4] ${list} ${row.key} stands twice`);
    seen.add(`${list}\n${row.key}`);
    // A row that somebody deleted by hand may have been made again since.
    const history = chronicle.historyOf(list, row.key);
    const gone = history.findLastIndex((standing) => standing.row === undefined);
    const made = history[gone + 1];
    if (!made || made.by === byHand) continue;
    if (list === 'tallies') {
      if (commandKey !== row.key) violate(`[S4] tally ${row.key} made by ${commandKey}`);
      continue;
    }
    const command = users
      .map(({ following }) => following.command(commandKey))
      .find((one) => one !== undefined);
    const isWanted =
      command &&
      ((command.do === 'logActivity' && command.activityKey === row.key) ||
        (command.do === 'addComment' && command.commentKey === row.key) ||
        ((command.do === 'assignGoal' || command.do === 'requestGoal') &&
          row.key === `${command.year}/${command.goalKey}/${command.unitKey}`));
    if (!isWanted) violate(`[S4] ${list} ${row.key} was made by ${commandKey}, which did not want it`);
  }
}

/** [F6] Tallies equal a slow count of their unit's rows, for every unit that somebody wrote on with the app. */
function lookAtTallies({ chronicle, violate }: Scene, users: readonly User[], all: readonly Stored[]): void {
  // What arrives late, after it was taken away or refused and the unit was counted, waits for the next writing there.
  const takenAway = users.flatMap(({ following }) => following.givenUp()).flatMap(recordsOf);
  const stillStuck = users.flatMap(({ tabs }) =>
    tabs.flatMap(({ store }) => store?.snapshot().stuck.flatMap(({ command }) => recordsOf(command)) ?? []),
  );
  const names = new Set([...takenAway, ...stillStuck].map(({ list, key }) => `${list}\n${key}`));
  // A device without room may forget both the line and that its unit has to be counted.
  if (users.some(({ device }) => device.hasFailed())) return;
  const leftOut = all.filter(({ list, row }) => names.has(`${list}\n${row.key}`)).map(unitShelfOf);
  for (const unitShelf of chronicle.writtenUnits) {
    if (chronicle.handledUnits.has(unitShelf) || leftOut.includes(unitShelf)) continue;
    const rows = all.filter(({ list, row }) => list !== 'tallies' && unitShelfOf({ row }) === unitShelf);
    const [year = '', unitKey = ''] = unitShelf.split('/');
    const counted = countUnit(Number(year), unitKey, rows);
    const tally = all.find(({ list, row }) => list === 'tallies' && row.key === unitShelf);
    const packed = (tally?.row as { packed?: Value } | undefined)?.packed;
    if (!isSame(packed ?? null, counted.packed))
      violate(
        `[S6] the tally of ${unitShelf} says ${JSON.stringify(packed)}, and ${JSON.stringify(counted.packed)} is true`,
      );
  }
}

function unitShelfOf({ row }: { row: Stored['row'] }): string | undefined {
  return 'unitShelf' in row ? row.unitShelf : undefined;
}
