import type { Row } from '../../src/basics/change.ts';
import { countUnit } from '../../src/countUnit.ts';
import { decide } from '../../src/decide.ts';
import { openAuthor } from '../../src/sync/author.ts';
import { type Courier, type CourierParts, openCourier } from '../../src/sync/courier.ts';
import { GraphFailure } from '../../src/graph/failure.ts';
import type { Desk } from '../../src/sync/readings.ts';
import type { Answer, Ask, SyncedSite } from '../../src/sync/site.ts';
import type { Snapshot, Store } from '../../src/sync/snapshot.ts';
import { openStore } from '../../src/sync/store.ts';
import type { Disk } from '../../src/sync/storeParts.ts';
import type { Place } from '../../src/sync/places.ts';
import type { Tabs } from '../../src/sync/tabs.ts';
import type { VirtualClock } from './clock.ts';
import { type Device, type Life, openDevice } from './device.ts';
import { type Following, openFollowing } from './following.ts';
import type { Ground } from './ground.ts';
import type { Chronicle } from './chronicle.ts';
import type { Dice } from './random.ts';
import { pictureOf } from './slowReplay.ts';
import { type Browser, openBrowser } from './tabs.ts';
import { failureOf, type Weather } from './weather.ts';

/** What kind of people and luck one history has: what is rare everywhere would otherwise never meet. */
export type Habits = {
  /** How often a tab is killed, beside its other acts. */
  readonly crashes: number;
  /** How often somebody works by hand on the site, and how much of that is deleting. */
  readonly byHand: number;
  readonly deleting: number;
  /** How often the disk has no room. */
  readonly fullDisk: number;
};

export function drawHabits(dice: Dice): Habits {
  return {
    crashes: dice.pick([0, 4, 4, 8, 25]),
    byHand: dice.pick([0, 0.06, 0.06, 0.3]),
    deleting: dice.pick([2, 2, 14]),
    fullDisk: dice.pick([0, 0, 0, 0.01, 0.06]),
  };
}

/** What stands around the users. */
export type Scene = {
  readonly clock: VirtualClock;
  readonly dice: Dice;
  readonly ground: Ground;
  readonly weather: Weather;
  readonly chronicle: Chronicle;
  readonly client: Client;
  readonly habits: Habits;
  readonly newKey: (kind: string) => string;
  /** Something is as it must never be. */
  readonly violate: (words: string) => void;
  /** A line of the history, for whoever plays it again. */
  readonly tell: (words: () => string) => void;
  readonly counts: { commands: number; sends: number; clashes: number; crashes: number };
};

/** What may be put in the place of a part of the product, to see that it is found out. */
export type Client = {
  readonly site?: (site: SyncedSite) => SyncedSite;
  readonly disk?: (disk: Disk) => Disk;
  readonly tabs?: (tabs: Tabs) => Tabs;
  readonly courier?: (parts: CourierParts) => CourierParts;
};

/** One open tab, and what was seen of it last. */
export type Tab = {
  readonly user: User;
  readonly name: string;
  readonly life: Life;
  /** How many wishes are on their way to the disk. */
  dispatching: number;
  store: Store | undefined;
  desk: Desk | undefined;
  isLeading: () => boolean;
  place: Place | undefined;
  seen: Snapshot | undefined;
  /** What the site has just answered it, for [S5]. */
  answered:
    | {
        readonly asks: readonly Ask[];
        readonly answers: readonly Answer[];
        readonly seen: Snapshot;
        /** What the screen showed just before. */
        readonly picture: Map<string, Row>;
      }
    | undefined;
  /** What of its sending is under way, for [S7]. */
  readonly underWay: Set<string>;
};

export type User = {
  readonly name: string;
  readonly tabs: Tab[];
  readonly device: Device;
  readonly browser: Browser;
  readonly following: Following;
  /** Commands that have needed their user once: what they do after that makes words of their own come back to them. */
  readonly everStuck: Set<string>;
  hasCrashed: boolean;
  /** When they last decided about a line. */
  readonly touchedMs: Map<string, number>;
};

const never = new Promise<never>(() => undefined);
/** A killed tab's call reaches the site all the same, or does not. */
const landsAfterDeath = 0.5;

export function newUser(scene: Scene, name: string): User {
  const { clock, dice, weather, chronicle, habits } = scene;
  const tabs: Tab[] = [];
  const device = openDevice(clock, dice, () => weather.isStormy && dice.chance(habits.fullDisk));
  const isShown = (key: string) =>
    tabs.some(({ store }) => {
      const { waiting = [], stuck = [] } = store?.snapshot() ?? {};
      return waiting.some((one) => one.key === key) || stuck.some(({ command }) => command.key === key);
    });
  const following = openFollowing(chronicle, device.kept, isShown);
  return {
    name,
    tabs,
    device,
    browser: openBrowser(clock, dice),
    following,
    everStuck: new Set(),
    hasCrashed: false,
    touchedMs: new Map(),
  };
}

/** A new tab of the user's; its store opens as soon as the disk has answered. */
export function openTab(scene: Scene, user: User, place: Place | undefined): Tab {
  const { clock, dice, client } = scene;
  const life: Life = { isAlive: true, isOpen: true };
  const tab: Tab = {
    user,
    name: scene.newKey(user.name),
    life,
    dispatching: 0,
    store: undefined,
    desk: undefined,
    isLeading: () => false,
    place,
    seen: undefined,
    answered: undefined,
    underWay: new Set(),
  };
  user.tabs.push(tab);
  const disk = followedDisk(scene, tab, user.device.diskFor(life));
  const tabs = user.browser.tabsFor(life);
  const site = lineOf(scene, tab);
  const hired = (own: Omit<CourierParts, 'count'>): Courier => {
    // The sites of the simulation say nothing of their version, which makes them the first.
    const parts = { ...own, count: countUnit, knows: 1 };
    tab.desk = parts.desk;
    tab.isLeading = parts.isLeading;
    return openCourier(client.courier ? client.courier(parts) : parts);
  };
  const opened = (store: Store) => {
    if (!life.isAlive) return;
    tab.store = store;
    store.show(tab.place);
  };
  void openStore({
    site: client.site ? client.site(site) : site,
    disk: client.disk ? client.disk(disk) : disk,
    tabs: client.tabs ? client.tabs(tabs) : tabs,
    person: { id: user.name, name: user.name },
    now: () => new Date(clock.nowMs()),
    newKey: () => scene.newKey('c'),
    random: dice.next,
    later: (delayMs, run) => clock.later(delayMs, () => life.isAlive && run()),
    hire: () => Promise.resolve({ decide, openAuthor, openCourier: hired }),
  }).then(opened);
  return tab;
}

/** The tab is gone from one moment to the next, whatever it was doing. */
export function crash({ counts }: Scene, tab: Tab): void {
  counts.crashes += 1;
  tab.user.hasCrashed = true;
  end(tab);
}

/** The user closes the tab; the browser may let it finish what it was saying. */
export function closeTab({ dice }: Scene, tab: Tab): void {
  tab.life.isOpen = false;
  tab.store?.close();
  if (!tab.store || dice.chance(0.5)) end(tab);
  else tab.user.tabs.splice(tab.user.tabs.indexOf(tab), 1);
}

function end(tab: Tab): void {
  const { user, life } = tab;
  life.isAlive = false;
  life.isOpen = false;
  user.tabs.splice(user.tabs.indexOf(tab), 1);
  user.browser.bury(life);
}

/** The disk as the product sees it, with a list kept of what it is told. */
function followedDisk({ clock }: Scene, { user, life }: Tab, disk: Disk): Disk {
  return {
    ...disk,
    pending: {
      read: () => disk.pending.read(),
      swap(removed, added) {
        if (!life.isAlive) return never;
        user.following.swaps(clock.nowMs(), life, removed, added);
        return disk.pending.swap(removed, added);
      },
    },
  };
}

/** The way from one tab to the site and back, in this weather. */
function lineOf(scene: Scene, tab: Tab): SyncedSite {
  const { clock, dice, weather, ground, counts } = scene;
  const site = watched(scene, tab.user.name, ground.siteOf(tab.user.name));
  const leg = () =>
    weather.isStormy && dice.chance(0.05) ? dice.between(1000, 30_000) : dice.between(20, 300);

  async function travelled(asks: readonly Ask[]): Promise<Answer[] | GraphFailure> {
    await clock.rest(leg());
    if (!tab.life.isAlive && !dice.chance(landsAfterDeath)) return never;
    const fault = weather.ofRound();
    let answers: Answer[] | GraphFailure | undefined;
    if (fault?.isLate) {
      clock.later(dice.between(500, 60_000), () => void clock.outside(weather.through(site, asks)));
    } else if (!fault || fault.isDone) {
      answers = await clock.outside(weather.through(site, asks)).catch((failure: unknown) => {
        if (failure instanceof GraphFailure) return failure;
        throw failure;
      });
    }
    await clock.rest(leg());
    if (!tab.life.isAlive) return never;
    return fault ? failureOf(fault) : (answers ?? []);
  }

  return {
    async talk(asks) {
      if (!tab.life.isAlive) return never;
      const signs = signsOf(asks);
      if (signs.length > 0) counts.sends += 1;
      scene.tell(() => `${tab.name} asks ${asks.map(wordsOf).join(', ')}`);
      for (const sign of signs) {
        const others = tab.user.tabs.filter((other) => other.underWay.has(sign) && other.life.isOpen);
        if (others.length > 0) scene.violate(`[S7] ${tab.name} sends what is under way: ${sign}`);
        tab.underWay.add(sign);
      }
      const answers = await travelled(asks);
      for (const sign of signs) tab.underWay.delete(sign);
      scene.tell(() => `${tab.name} hears ${answersInWords(asks, answers)}`);
      if (answers instanceof GraphFailure) throw answers;
      const seen = tab.store?.snapshot();
      if (seen && signs.length > 0) tab.answered = { asks, answers, seen, picture: pictureOf(seen.world) };
      return answers;
    },
  };
}

/** The site with somebody beside it who writes down what becomes of every row. */
function watched({ clock, ground, chronicle, violate }: Scene, by: string, site: SyncedSite): SyncedSite {
  return {
    async talk(asks) {
      const writes = asks.flatMap((ask) => (ask.ask === 'create' || ask.ask === 'update' ? [ask] : []));
      const names = writes.map(({ change }) => ({
        list: change.list,
        key: change.kind === 'create' ? change.row.key : change.key,
      }));
      if (names.length === 0) return site.talk(asks);
      const before = await ground.rows(names);
      const answers = await site.talk(asks);
      const after = await ground.rows(names);
      for (const [n, name] of names.entries()) {
        const wrong = chronicle.note(clock.nowMs(), by, writes[n], before[n], after[n], name);
        if (wrong !== undefined) violate(wrong);
      }
      return answers;
    },
  };
}

/** What each writing is known by, whichever tab sends it; tallies are nobody's command. */
function signsOf(asks: readonly Ask[]): string[] {
  return asks.flatMap((ask) => {
    if (ask.ask !== 'create' && ask.ask !== 'update') return [];
    if (ask.change.list === 'tallies') return [];
    const { change } = ask;
    return change.kind === 'create'
      ? [`create ${change.list} ${change.row.key}`]
      : [`update ${change.list} ${change.key} ${JSON.stringify(change.fields)}`];
  });
}

function wordsOf(ask: Ask): string {
  switch (ask.ask) {
    case 'create':
      return `create ${ask.change.list} ${ask.change.row.key} by ${ask.commandKey}`;
    case 'update':
      return `update ${ask.change.list} ${ask.change.key} over ${ask.over.etag} ${JSON.stringify(ask.change.fields)}`;
    case 'find':
      return `find ${ask.list} ${ask.key}`;
    case 'rows':
      return `rows ${ask.list} ${JSON.stringify(ask.where)}`;
    case 'changes':
      return `changes ${ask.list} since ${ask.since}`;
    case 'versions':
      return `versions ${ask.list} ${ask.itemId}`;
  }
}

function answersInWords(asks: readonly Ask[], answers: readonly Answer[] | GraphFailure): string {
  const inWords = (answer: Answer | undefined) => {
    if (answer === undefined) return 'nothing';
    if (answer instanceof GraphFailure) return `${answer.reason} ${answer.status} ${answer.retryAfterMs}`;
    return `${answer.stored.map(({ row, etag }) => `${row.key}@${etag}`).join(' ')} gone ${answer.gone.join(' ')} token ${answer.token}`;
  };
  if (answers instanceof GraphFailure) return inWords(answers);
  return asks.map((ask, n) => `${wordsOf(ask)}: ${inWords(answers[n])}`).join('; ');
}
