import { isKey, type Key } from '../basics/key.ts';
import { lookIn, lookParts, type OverviewLook } from '../followup/overviewLook.ts';

/** A page within the tab, as links and the back button know it. */
export type SubPage = {
  readonly year: number;
  /** The department or unit; without one, all of them. */
  readonly roomKey?: Key;
  /** What stands open over the room's page. */
  readonly goalKey?: Key;
  readonly activityKey?: Key;
  /** Of the page of all departments: which part of it is shown, narrowed by what. */
  readonly look?: OverviewLook;
};

const names = { roomKey: 'room', goalKey: 'goal', activityKey: 'activity' } as const;

/** As a link carries it: `year=2023&room=regionservice&goal=avfall`. */
export function subPageText(page: SubPage): string {
  const parts = new URLSearchParams({ year: String(page.year) });
  for (const [field, name] of Object.entries(names)) {
    const key = page[field as keyof typeof names];
    if (key !== undefined) parts.set(name, key);
  }
  if (page.roomKey === undefined && page.look)
    for (const [name, value] of lookParts(page.look)) parts.set(name, value);
  return parts.toString();
}

/** Reads what a link carries; anybody may have written it. Nothing where it is not ours, and no more of it than is right. */
export function subPageIn(text: string): SubPage | undefined {
  const parts = new URLSearchParams(text);
  const year = parts.get('year') ?? '';
  if (!/^[1-9]\d{3}$/.test(year)) return undefined;
  const keys: Partial<Record<keyof typeof names, Key>> = {};
  for (const [field, name] of Object.entries(names)) {
    const key = parts.get(name);
    if (key !== null && isKey(key)) keys[field as keyof typeof names] = key;
  }
  const look = keys.roomKey === undefined ? lookIn(parts) : undefined;
  return { year: Number(year), ...keys, ...(look && lookParts(look).length > 0 ? { look } : {}) };
}
