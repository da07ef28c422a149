import type { Key } from '../basics/key.ts';
import { inTheirOrder } from './tree.ts';
import type { Unit, Units } from './unit.ts';

/** The whole organisation, closed units too: who stands right below whom, and how many stand below in all. */
export type UnitTree = {
  readonly roots: readonly Unit[];
  /** Those that are closed come last. */
  readonly below: ReadonlyMap<Key, readonly Unit[]>;
  /** How many that are not closed stand somewhere below. */
  readonly sizes: ReadonlyMap<Key, number>;
};

/** [O17] Nobody is lost: whoever stands below nobody that is there, or in a circle, stands at the top. */
export function unitTreeOf(units: Units): UnitTree {
  const below = new Map<Key, Unit[]>();
  const all = [...units.values()];
  const top: Unit[] = [];
  for (const unit of all) {
    const parent = unit.parentKey === null ? undefined : units.get(unit.parentKey);
    if (!parent || parent.removed) top.push(unit);
    else below.set(parent.key, [...(below.get(parent.key) ?? []), unit]);
  }
  const sizes = new Map<Key, number>();
  const count = (unit: Unit): number => {
    if (sizes.has(unit.key)) return 0;
    sizes.set(unit.key, 0);
    const inside = (below.get(unit.key) ?? []).reduce(
      (sum, one) => sum + count(one) + (one.active ? 1 : 0),
      0,
    );
    sizes.set(unit.key, inside);
    return inside;
  };
  for (const unit of top) count(unit);
  // Made by hand: nothing above them leads to them.
  for (const unit of all) {
    if (sizes.has(unit.key)) continue;
    top.push(unit);
    const parentKey = unit.parentKey ?? '';
    below.set(
      parentKey,
      (below.get(parentKey) ?? []).filter((one) => one !== unit),
    );
    count(unit);
  }
  for (const [key, those] of below) below.set(key, those.sort(closedLast));
  return { roots: top.sort(closedLast), below, sizes };
}

/** The units whose names hold the words, and all above them: what a search shows. */
export function foundIn(units: Units, words: string): { hits: ReadonlySet<Key>; shown: ReadonlySet<Key> } {
  const wanted = words.trim().toLocaleLowerCase('sv');
  const hits = new Set<Key>();
  const shown = new Set<Key>();
  for (const unit of units.values()) {
    if (!unit.title.toLocaleLowerCase('sv').includes(wanted)) continue;
    hits.add(unit.key);
    for (let at: Unit | undefined = unit; at && !shown.has(at.key); at = units.get(at.parentKey ?? ''))
      shown.add(at.key);
  }
  return { hits, shown };
}

/** Where it stands, from the top: `Regionstyrelsen · Regionservice`. */
export function pathOf(units: Units, unit: Unit): string {
  const path: string[] = [];
  const seen = new Set([unit.key]);
  for (
    let at = units.get(unit.parentKey ?? '');
    at && !seen.has(at.key) && at.level !== 'region';
    at = units.get(at.parentKey ?? '')
  ) {
    seen.add(at.key);
    path.unshift(at.title);
  }
  return path.join(' · ');
}

function closedLast(a: Unit, b: Unit): number {
  return Number(b.active) - Number(a.active) || inTheirOrder(a, b);
}
