import type { ListName } from '../../src/basics/change.ts';
import type { Command } from '../../src/commands.ts';
import type { Place } from '../../src/sync/places.ts';
import type { StuckCommand } from '../../src/sync/snapshot.ts';
import { byHandOn, places, wishIn } from './office.ts';
import { closeTab, crash, openTab, type Scene, type Tab, type User } from './user.ts';

const minuteMs = 60_000;
/** Longer than any storm leaves behind: whoever has not come to rest by then never will. */
const mostRestRounds = 40;
/** Mostly there is nothing left to wait for. */
const quickRestRounds = 6;

/** One thing that a user does, or that befalls them. */
export async function step(scene: Scene, users: readonly User[]): Promise<void> {
  const { clock, dice, ground, habits, tell } = scene;
  const user = dice.pick(users);
  const open = user.tabs.filter(({ store }) => store);
  const wanted = user.name === 'anna' ? 2 : 1;
  if (user.tabs.length < wanted && dice.chance(0.5)) {
    const tab = openTab(scene, user, dice.pick(places));
    tell(() => `${tab.name} opens at ${JSON.stringify(tab.place)}`);
  } else if (open.length > 0) act(scene, dice.pick(open));
  if (dice.chance(habits.byHand)) {
    const words = await clock.outside(byHandOn(ground, dice, habits.deleting, () => scene.newKey('h')));
    tell(() => `by hand: ${words}`);
  }
  if (dice.chance(0.02))
    ground.expire(dice.pick<ListName>(['activities', 'assignments', 'units', 'periods']));
  await clock.pass(pauseMs(scene));
}

/** Mostly seconds; now and then a coffee, and seldom a lunch. */
function pauseMs({ dice }: Scene): number {
  switch (dice.weighted({ haste: 6, thought: 4, talk: 1, coffee: 0.2 })) {
    case 'haste':
      return dice.between(0, 200);
    case 'thought':
      return dice.between(200, 6000);
    case 'talk':
      return dice.between(6000, minuteMs);
    case 'coffee':
      return dice.between(minuteMs, 5 * minuteMs);
  }
}

const acts = {
  wish: 80,
  several: 4,
  undo: 7,
  stuck: 12,
  replace: 3,
  discard: 1.5,
  cancel: 1,
  show: 5,
  visible: 4,
  refresh: 3,
  verify: 0.4,
  close: 2.5,
  crash: 4,
} as const;

function act(scene: Scene, tab: Tab): void {
  const { dice, tell } = scene;
  const { store, name } = tab;
  if (!store) return;
  const what = dice.weighted({ ...acts, crash: scene.habits.crashes });
  tell(() => `${name} does ${what}`);
  switch (what) {
    case 'wish':
      wish(scene, tab, 1);
      break;
    case 'several':
      wish(scene, tab, dice.between(2, 5));
      break;
    case 'undo':
      undo(scene, tab);
      break;
    case 'stuck': {
      const stuck = store.snapshot().stuck.filter(({ command }) => isAtLeisure(scene, tab, command.key));
      if (stuck.length > 0) decideAbout(scene, tab, dice.pick(stuck));
      break;
    }
    case 'replace':
      replace(scene, tab);
      break;
    case 'discard': {
      const waiting = store.snapshot().waiting.filter(({ key }) => isAtLeisure(scene, tab, key));
      if (waiting.length > 0) giveUp(tab, dice.pick(waiting).key, (key) => store.discard(key));
      break;
    }
    case 'cancel': {
      const [group] = store.snapshot().groups;
      if (!group) break;
      for (const { key, group: own } of store.snapshot().waiting)
        if (own?.key === group.key) tab.user.following.isGivenUp(key);
      void store.cancel(group.key);
      break;
    }
    case 'show':
      tab.place = dice.chance(0.05) ? undefined : dice.pick<Place>(places);
      store.show(tab.place);
      break;
    case 'visible':
      store.setVisible(dice.chance(0.6));
      break;
    case 'refresh':
      store.refresh();
      break;
    case 'verify':
      // Its failure is shown to who asked; what it has mended stays mended.
      void store.verify(2023).catch(() => undefined);
      break;
    case 'close':
      closeTab(scene, tab);
      break;
    case 'crash':
      crash(scene, tab);
      break;
  }
}

/** Nobody writes in a room that they do not see. */
function roomOf({ place, store }: Tab): string | undefined {
  return store?.snapshot().loading === 'ready' ? place?.roomKey : undefined;
}

function wish(scene: Scene, tab: Tab, number: number): void {
  const { dice, chronicle, counts, newKey, tell } = scene;
  const { store, user } = tab;
  const roomKey = roomOf(tab);
  // Faster than the disk is faster than any hand: what was wished just before is not on the screen yet.
  if (!store || roomKey === undefined || tab.dispatching > 0) return;
  const { world } = store.snapshot();
  const drawn = Array.from({ length: number }, () => wishIn(world, roomKey, dice, () => newKey('a')));
  const wishes = drawn.flatMap((one) => one ?? []);
  if (wishes.length === 0) return;
  for (const one of wishes) chronicle.wants(user.name, one);
  counts.commands += wishes.length;
  tell(() => `${tab.name} wishes ${JSON.stringify(wishes)}`);
  tab.dispatching += 1;
  const answered = (refusal: unknown) => {
    tab.dispatching -= 1;
    if (refusal) tell(() => `refused ${JSON.stringify(refusal)}`);
  };
  void store.dispatchAll(wishes).then(answered);
}

function undo({ chronicle, counts }: Scene, tab: Tab): void {
  const { store, user } = tab;
  const undoable = store?.snapshot().undoable;
  // While something is on its way to the disk, what will be taken back is not yet what is offered.
  if (!store || !undoable || tab.dispatching > 0) return;
  counts.commands += 1;
  for (const one of undoable.wishes) {
    chronicle.wants(user.name, one);
    if (one.do === 'takeBack') user.following.isGivenUp(one.of);
  }
  tab.dispatching += 1;
  const answered = () => {
    tab.dispatching -= 1;
  };
  void store.undo().then(answered);
}

/** One person does not decide about one line in two tabs at once; the tabs tell each other in the meantime. */
function isAtLeisure({ clock }: Scene, { user }: Tab, key: string): boolean {
  const lastMs = user.touchedMs.get(key) ?? -Infinity;
  if (clock.nowMs() - lastMs < 1000) return false;
  user.touchedMs.set(key, clock.nowMs());
  return true;
}

/** A user in front of a line that needs them. */
function decideAbout(scene: Scene, tab: Tab, { command, stuck }: StuckCommand): void {
  const { dice, chronicle } = scene;
  const { store, user } = tab;
  if (!store) return;
  const clash = stuck.why === 'refused' ? stuck.refusal.clash : undefined;
  if (!clash) {
    if (dice.chance(0.8)) store.retry(command.key);
    else giveUp(tab, command.key, (key) => store.discard(key));
    return;
  }
  const whose = dice.pick(['mine', 'theirs'] as const);
  // Mine over theirs gives a command a second life, in which its author's later edits stand before it.
  user.following.isGivenUp(whose === 'theirs' ? command.key : '');
  if (whose === 'mine') {
    for (const [field, { mine, theirs }] of Object.entries(clash.fields))
      chronicle.wantsField(user.name, clash.list, clash.key, field, { was: theirs, to: mine });
  }
  void store.settle(command.key, whose);
}

/** A slip of the pen, seen before it was sent or just after. */
function replace({ dice, chronicle, newKey, counts, tell }: Scene, tab: Tab): void {
  const { store, user } = tab;
  const { waiting = [] } = store?.snapshot() ?? {};
  // Who has changed the line since then corrects that change; replacing what lies below it would be another's doing.
  const logged = waiting.filter(
    (one) =>
      one.do === 'logActivity' &&
      waiting.every((other) => other === one || !speaksOf(other, one.activityKey)),
  );
  if (!store || logged.length === 0) return;
  const { key, by: _by, on: _on, group: _group, ...earlier } = dice.pick(logged);
  if (earlier.do !== 'logActivity') return;
  const better = { ...earlier, title: `Rättad ${newKey('t')}` };
  const shown = store.snapshot().world.activities.get(better.activityKey);
  if (shown) {
    const intention = { was: shown.title, to: better.title };
    chronicle.wantsField(user.name, 'activities', shown.key, 'title', intention);
    chronicle.wantsField(user.name, 'activities', shown.key, 'goalKeys', {
      was: shown.goalKeys,
      to: better.goalKeys,
    });
    chronicle.wantsField(user.name, 'activities', shown.key, 'kind', { was: shown.kind, to: better.kind });
  }
  counts.commands += 1;
  tell(() => `${tab.name} replaces ${key} with ${JSON.stringify(better)}`);
  tab.dispatching += 1;
  void store.replace(key, better).then(() => (tab.dispatching -= 1));
}

function speaksOf(command: Command, activityKey: string): boolean {
  if (command.do === 'takeBack') return command.changes.some(({ key }) => key === activityKey);
  return 'activityKey' in command && command.activityKey === activityKey;
}

function giveUp({ user }: Tab, key: string, run: (key: string) => void): void {
  user.following.isGivenUp(key);
  run(key);
}

/** The storm is over: everybody is there, looks, and waits until nothing moves any more. */
export async function comeToRest(scene: Scene, users: readonly User[]): Promise<void> {
  const { clock, dice, chronicle, weather } = scene;
  weather.isStormy = false;
  scene.tell(() => 'the storm is over');
  const tabs = () => users.flatMap((user) => user.tabs);
  // What a killed tab wrote down and told nobody is found by the next one that opens.
  for (const user of users) if (user.hasCrashed) openTab(scene, user, dice.pick(places));
  // Whatever came late has come by then, and lists that seldom change are asked about once an hour.
  for (const { store } of tabs()) store?.setVisible(false);
  await clock.pass(2 * minuteMs);
  clock.skip(61 * minuteMs);
  let writes = -1;
  for (let round = 0; round < mostRestRounds; round += 1) {
    for (const user of users) if (user.tabs.length === 0) openTab(scene, user, dice.pick(places));
    for (const { store } of tabs()) {
      store?.setVisible(true);
      store?.refresh();
    }
    await clock.pass(round < quickRestRounds ? 3000 : minuteMs);
    if (round > 0 && chronicle.writes === writes && users.every(isAtRest)) return;
    ({ writes } = chronicle);
  }
  const restless = tabs().filter((tab) => !isTabAtRest(tab));
  scene.violate(`[S6] no rest: ${restless.map(wordsAbout).join('; ')}`);
}

function isAtRest({ tabs, device }: User): boolean {
  return tabs.every(isTabAtRest) && !device.isBusy();
}

function isTabAtRest({ store, desk, place, isLeading }: Tab): boolean {
  const now = store?.snapshot();
  if (!now || !desk) return false;
  // Only the tab that sends counts, and what another one still thinks uncounted is its to forget.
  const isCounted = !isLeading() || desk.marks.untallied.size === 0;
  return now.waiting.length === 0 && (!place || now.loading === 'ready') && isCounted;
}

function wordsAbout({ name, store, desk }: Tab): string {
  const now = store?.snapshot();
  return `${name} ${now?.loading} waits for ${JSON.stringify(now?.waiting)} trouble ${JSON.stringify(now?.trouble)} to count ${[...(desk?.marks.untallied ?? [])].join(' ')}`;
}
