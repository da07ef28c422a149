import type { Activity } from '../activities/activity.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';

/** What was logged in the meeting, in the order given. Outside of one: since the panel was opened, by keys, which sort by time. */
export function loggedIn(
  activities: readonly Activity[],
  meetingId: string,
  openedWith: Key,
): readonly Activity[] {
  return activities.filter((activity) =>
    meetingId === '' ? activity.key > openedWith : activity.meetingId === meetingId,
  );
}

/** Somebody who can be responsible; the directory may not know them. */
export type Someone = { readonly id: string | null; readonly name: string };

/** More than this is a list to search in, not to choose from. */
const mostPeople = 8;

/** Who is responsible for what the unit does already, latest first, each once and without the one who asks. */
export function peopleAround(activities: readonly Activity[], unitKey: Key, me: Person): Someone[] {
  const found = new Map<string, Someone>();
  for (const { unitKey: where, responsibleId: id, responsibleName: name } of activities) {
    if (where !== unitKey || !name || id === me.id || (id === null && name === me.name)) continue;
    const nameOrId = id ?? name;
    if (!found.has(nameOrId)) found.set(nameOrId, { id, name });
  }
  return [...found.values()].slice(0, mostPeople);
}
