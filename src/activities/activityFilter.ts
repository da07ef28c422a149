import type { Assignments } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { type Goals, inOrder } from '../goals/goal.ts';
import { unitsBelow } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import { type Activity, isWaiting } from './activity.ts';

/** How a reader wants to see a room's activities. */
export type View = {
  readonly whose: 'all' | 'mine' | 'waiting';
  readonly search: string;
  readonly order: 'latest' | 'goal' | 'unit';
};

export const everything: View = { whose: 'all', search: '', order: 'latest' };

/** Activities under one heading; the newest first have none. */
export type Group = {
  readonly key: Key;
  readonly title: string | undefined;
  readonly activities: readonly Activity[];
};

type Handed = { readonly goals: Goals; readonly units: Units; readonly assignments: Assignments };

const alphabet = new Intl.Collator('sv');

/** What is shown, under its headings: filtered by [V15], ordered by [V16]. */
export function listed(
  activities: readonly Activity[],
  view: View,
  { world, room, me }: { world: Handed; room: Unit; me: string },
): Group[] {
  const found = activities.filter(
    (activity) => isChosen(activity) && speaksOf(wordsOf(activity, world), view.search),
  );
  if (found.length === 0) return [];
  switch (view.order) {
    case 'latest':
      return [{ key: '', title: undefined, activities: found }];
    case 'goal':
      return groups(goalsNamed(found, world), (activity, key) => activity.goalKeys.includes(key));
    case 'unit':
      return groups(unitsNamed(found, world, room), (activity, key) => activity.unitKey === key);
  }

  function isChosen(activity: Activity): boolean {
    if (view.whose === 'mine') return me !== '' && activity.responsibleId === me;
    return view.whose === 'all' || (activity.state !== 'dropped' && isWaiting(activity, world.assignments));
  }

  function groups(headings: readonly Heading[], isUnder: (activity: Activity, key: Key) => boolean): Group[] {
    return headings.map(({ key, title }) => ({
      key,
      title,
      activities: found
        .filter((activity) => isUnder(activity, key))
        .sort((a, b) => alphabet.compare(a.title, b.title)),
    }));
  }
}

type Heading = { readonly key: Key; readonly title: string };

/** The goals that the activities name, in the organisation's order; one that the list of goals lacks comes last. */
function goalsNamed(found: readonly Activity[], { goals }: Handed): Heading[] {
  const keys = [...new Set(found.flatMap(({ goalKeys }) => goalKeys))];
  const known = inOrder(keys.flatMap((key) => goals.get(key) ?? []));
  const unknown = keys.filter((key) => goals.get(key) === undefined);
  return [...known, ...unknown.map((key) => ({ key, title: key }))];
}

/** The places that the activities stand on: the room itself, its units in their order, then what is no longer one. */
function unitsNamed(found: readonly Activity[], { units }: Handed, room: Unit): Heading[] {
  const keys = new Set(found.map(({ unitKey }) => unitKey));
  const inTree = [room, ...unitsBelow(units, room.key)].filter(({ key }) => keys.has(key));
  for (const { key } of inTree) keys.delete(key);
  return [...inTree, ...[...keys].map((key) => ({ key, title: units.get(key)?.title ?? key }))];
}

function wordsOf(activity: Activity, { goals, units }: Handed): string {
  const named = activity.goalKeys.flatMap((key) => goals.get(key) ?? []);
  return [
    activity.title,
    activity.description,
    activity.responsibleName,
    units.get(activity.unitKey)?.title,
    ...named.flatMap(({ title, theme }) => [title, theme]),
  ].join('\n');
}

/** Each word that is typed stands somewhere in the text. */
function speaksOf(text: string, search: string): boolean {
  const [strict, loose] = [withSwedish(text), withoutMarks(text)];
  return search
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => strict.includes(withSwedish(word)) || loose.includes(small(word)));
}

const small = (text: string) => text.normalize('NFC').toLowerCase();
/** Whoever has no Swedish keyboard writes `a` for `å`; whoever writes `å` means it. */
const withoutMarks = (text: string) => small(text).normalize('NFD').replaceAll(/\p{M}/gu, '');
/** Å, ä and ö are letters; the marks of é and ü are not told apart. */
const withSwedish = (text: string) =>
  small(text).replaceAll(/[^åäö]/gu, (letter) => letter.normalize('NFD').replaceAll(/\p{M}/gu, ''));
