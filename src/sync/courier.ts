import { type SchemaGap, schemaGap, schemaVersion, schemaVersionKey } from '../basics/schemaVersion.ts';
import type { History } from '../basics/version.ts';
import type { Command } from '../commands.ts';
import { recordsOf } from '../decide.ts';
import { GraphFailure } from '../graph/failure.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { type Doubts, type Round, sendRound } from './outbox.ts';
import { openPace, unitsOf } from './pace.ts';
import { type ChangedRow, historiesInRound, type Named, readHistories, rowsChangedSince } from './past.ts';
import { isRead, type Place, placesOf } from './places.ts';
import { pull, pullAssignments, pullPeriods, visit } from './pull.ts';
import { type Desk, readingsForVisit } from './readings.ts';
import type { Ask, SyncedSite } from './site.ts';
import { sweep } from './sweep.ts';
import { type Count, tallyRound, untalliedBy, untalliedByCommand } from './tallying.ts';

/** How often the site is read while the tab is looked at: a meeting's list grows by others' hands, the overview slowly. */
const readRoomEveryMs = 30_000;
const readOverviewEveryMs = 60_000;
const longestSilenceMs = 24 * 60 * 60 * 1000;
/** Whoever asks what has changed must not be told of yesterday; twice in a row is no reason to read twice. */
const recentMs = 2 * 60 * 1000;
/** Of our own waiting, which is nobody's refusal. */
const notYet = 'notYet';
/** The code of a failure: the site's lists are of an earlier version than this app. */
const olderSchema = 'olderSchema';
/** More rounds without an end than any honest race needs; a site that answers "conflict" for ever must not hold us. */
const mostRoundsWithoutEnd = 12;
/** A few units more than these are counted at the next pause. */
const mostTallyRounds = 8;

export type CourierParts = {
  readonly site: SyncedSite;
  readonly desk: Desk;
  readonly count: Count;
  /** The version of the lists that this app is written for, unless told. */
  readonly knows?: number;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly later: (delayMs: number, run: () => void) => () => void;
  /** Only one tab of a person sends. */
  readonly isLeading: () => boolean;
  readonly isVisible: () => boolean;
  /** Commands that nothing but time stands in the way of, oldest first. */
  readonly free: () => readonly Command[];
  /** Another one is just taking its place. */
  readonly isHeld: (command: Command) => boolean;
  readonly place: () => Place | undefined;
  /** The command may have reached the site from now on. */
  readonly onSending: (command: Command) => void;
  /** What a round brought, to be shown and written down in one step. */
  readonly onRound: (round: Round) => Promise<void>;
  readonly onRead: (setAside: number, schema: SchemaGap | undefined) => void;
  /** Counts came, which the overview shows. */
  readonly onCounted: () => void;
  /** Rows came of places besides the shown one. */
  readonly onVisited: () => void;
  readonly onTrouble: (failure: GraphFailure, waitMs: number, schema: SchemaGap | undefined) => void;
};

export type Courier = Conversation & {
  verify(year: number): Promise<{ counted: number; drifted: number }>;
  visit(places: readonly Place[], lastsMs?: number): Promise<void>;
  readAssignments(places: readonly Place[]): Promise<void>;
  changedSince(places: readonly Place[], moment: string): Promise<readonly ChangedRow[]>;
  histories(records: readonly Named[]): Promise<readonly (History | GraphFailure)[]>;
};

/** Carries commands to the site and its records back, frugally. What it says to the user goes through its parts. */
export function openCourier(parts: CourierParts): Courier {
  const { desk, nowMs } = parts;
  const { confirmed, marks } = desk;
  const doubts: Doubts = new Map();
  const pace = openPace(nowMs);
  const site: SyncedSite = { talk: pacedTalk };
  /** The site has been read since this tab began to send. */
  let hasRead = false;

  /**
   * What its author saw may not have come to this tab's records before a reload or another tab's end: a row that is not
   * there is looked for before a command is done because of that.
   */
  function canDecide(command: Command): boolean {
    const isFar = !hasRead && recordsOf(command).some(({ list, key }) => !confirmed.find(list, key));
    const isCreating = command.do === 'logActivity' || command.do === 'assignGoal';
    if (parts.isHeld(command) || (isFar && !isCreating) || !knowsPeriods()) return false;
    return placesOf(command).every((place) => isRead(confirmed.tables, marks, place));
  }

  /** [S22] Whoever has been away does not know what has been closed meanwhile: the periods are read before anything is sent. */
  function knowsPeriods(): boolean {
    const ageMs = nowMs() - (marks.read.get('periods') ?? -Infinity);
    return ageMs >= 0 && ageMs < recentMs;
  }

  /** [L8] Nothing is written to lists of another version; what waits, waits. Nothing where that has not been read. */
  function foreignSchema(): SchemaGap | undefined {
    if (!marks.read.has('settings')) return undefined;
    return schemaGap(confirmed.tables.settings.get(schemaVersionKey)?.value, parts.knows ?? schemaVersion);
  }

  /** The site has named a time: nothing is asked before it, whatever else the same answers said. */
  let silentUntilMs = 0;
  let isGettingOn = false;

  async function pacedTalk(asks: readonly Ask[]) {
    const units = unitsOf(asks);
    const waitMs = Math.max(pace.waitMs(units), silentUntilMs - nowMs());
    if (waitMs > 0) {
      throw new GraphFailure('throttled', 'Not yet', { code: notYet, retryAfterMs: waitMs });
    }
    pace.spend(units);
    // Before and not after it: a write may be done although its answer never comes.
    for (const one of asks) {
      if (one.ask === 'create') noteTally(untalliedBy(one.change));
      else if (one.ask === 'update') {
        noteTally(untalliedBy(one.over));
        // [S26] What is handed to another unit is counted with both.
        const to = one.change.fields['unitShelf']?.to;
        if (typeof to === 'string') noteTally(to);
      }
    }
    const answers = await parts.site.talk(asks);
    const failures = answers.filter((answer) => answer instanceof GraphFailure);
    if (failures.some(({ reason }) => reason === 'throttled')) pace.slowDown();
    beSilent(Math.max(0, ...failures.map(({ retryAfterMs }) => retryAfterMs)));
    return answers;
  }

  /** At most a day: a clock that is set back must not silence the tab for good. */
  function beSilent(waitMs: number): void {
    if (waitMs > 0) silentUntilMs = nowMs() + Math.min(waitMs, longestSilenceMs);
  }

  function noteTally(unitShelf: string | undefined): void {
    if (unitShelf !== undefined) marks.untallied.add(unitShelf);
  }

  async function sendAll(): Promise<void> {
    if (foreignSchema()) return;
    if (marks.read.has('periods') && !knowsPeriods() && parts.free().length > 0)
      await pullPeriods(site, desk, nowMs());
    if (foreignSchema()) return;
    // Closed on the way, this tab has given the sending to another.
    for (let rounds = 0; parts.isLeading(); rounds += 1) {
      const round = await sendRound(parts.free(), {
        site,
        confirmed,
        doubts,
        canDecide,
        onSending: parts.onSending,
      });
      if (round.isIdle) break;
      // What is done without having been sent now was perhaps sent before a reload, which forgot to count it.
      for (const command of round.done) untalliedByCommand(command, desk).forEach(noteTally);
      if (round.done.length > 0 || round.stuck.length > 0) {
        rounds = 0;
        isGettingOn = true;
      }
      await parts.onRound(round);
      if (round.failure) throw round.failure;
      if (rounds >= mostRoundsWithoutEnd) throw new GraphFailure('conflict', 'Others keep writing the same');
    }
    await countTallies();
  }

  async function countTallies(): Promise<void> {
    for (
      let rounds = 0;
      parts.isLeading() && rounds < mostTallyRounds && marks.untallied.size > 0;
      rounds += 1
    ) {
      await tallyRound(site, desk, parts.count);
      parts.onCounted();
    }
  }

  async function readAll(): Promise<void> {
    const place = parts.place();
    const places = [...(place ? [place] : []), ...placesOfAll(parts.free())];
    // Somebody may have taken the lists forward just now.
    if (foreignSchema()) marks.read.set('settings', 0);
    const { setAside } = await pull(site, desk, places, nowMs()).catch((failure: unknown) => {
      throw failureOf(failure);
    });
    if (parts.isLeading()) hasRead = true;
    parts.onRead(setAside, foreignSchema());
  }

  /** A column that is not there yet is the lists' age, and no fault of the question. */
  function failureOf(failure: unknown): unknown {
    const isColumn = failure instanceof GraphFailure && failure.reason === 'invalid';
    if (!isColumn || foreignSchema() !== 'older') return failure;
    const { status, requestId } = failure;
    return new GraphFailure('invalid', 'The lists are of an earlier version', {
      status,
      requestId,
      code: olderSchema,
      cause: failure,
    });
  }

  const conversation = openConversation({
    later: parts.later,
    random: parts.random,
    readEveryMs() {
      const everyMs = parts.place()?.roomKey === undefined ? readOverviewEveryMs : readRoomEveryMs;
      return pace.isSlow() ? everyMs * 2 : everyMs;
    },
    mayRead: parts.isVisible,
    hasUnsent: () => parts.isLeading() && !foreignSchema() && parts.free().length > 0,
    hasProgress() {
      const had = isGettingOn;
      isGettingOn = false;
      return had;
    },
    sendAll,
    readAll,
    onTrouble(failure, waitMs) {
      heedThrottling(failure);
      parts.onTrouble(failure, waitMs, foreignSchema());
    },
  });

  function heedThrottling(failure: GraphFailure): void {
    if (failure.reason !== 'throttled' || failure.code === notYet) return;
    pace.slowDown();
    beSilent(failure.retryAfterMs);
  }

  /** Twenty at a time, so that what is to be sent meanwhile gets its turn. What was read before a failure is kept. */
  async function histories(records: readonly Named[]): Promise<(History | GraphFailure)[]> {
    const read: (History | GraphFailure)[] = [];
    for (let n = 0; n < records.length; n += historiesInRound) {
      const some = records.slice(n, n + historiesInRound);
      try {
        await conversation.beside(async () => void read.push(...(await readHistories(site, desk, some))));
      } catch (thrown) {
        if (!(thrown instanceof GraphFailure)) throw thrown;
        heedThrottling(thrown);
        return [...read, ...records.slice(n).map(() => thrown)];
      }
    }
    return read;
  }

  async function readBeside(reading: () => Promise<void>): Promise<void> {
    try {
      await reading();
    } catch (thrown) {
      if (thrown instanceof GraphFailure) heedThrottling(thrown);
      throw thrown;
    } finally {
      // What succeeded is there, whatever else failed.
      parts.onVisited();
    }
  }

  async function see(places: readonly Place[], lastsMs?: number): Promise<void> {
    // What is there already need not wait for a slow network.
    if (readingsForVisit(desk, places, nowMs(), new Set(), lastsMs).length === 0) return;
    await conversation.beside(() => readBeside(() => visit(site, desk, places, nowMs(), lastsMs)));
  }

  return {
    ...conversation,
    // The strategist asked for it and waits: it is not held back by our own share.
    verify(year) {
      if (foreignSchema())
        return Promise.reject(new GraphFailure('invalid', 'The lists are of another version'));
      return sweep(parts.site, desk, parts.count, year);
    },
    visit: see,
    async changedSince(places, moment) {
      await see(places, recentMs);
      return rowsChangedSince(desk, places, moment);
    },
    histories,
    readAssignments(places) {
      // A refused token would make the shown room unread, too: it is read with them.
      const shown = parts.place();
      const all = shown ? [...places, shown] : places;
      return conversation.beside(() => readBeside(() => pullAssignments(site, desk, all, nowMs())));
    },
  };
}

/** Each place once: a large save speaks of few places many times. */
function placesOfAll(commands: readonly Command[]): Place[] {
  const places = new Map<string, Place>();
  for (const command of commands)
    for (const place of placesOf(command))
      places.set(`${place.year}/${place.roomKey}/${place.only ?? ''}`, place);
  return [...places.values()];
}
