import { type Change, update } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { weighPlan } from '../basics/plan.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { firstFree, slugOf } from '../basics/slug.ts';
import { allBelow, isWithin } from './tree.ts';
import type { Unit, Units } from './unit.ts';

/** What is decided about a unit; what level it is of is decided once, when it is made. */
export type UnitPlan = Pick<Unit, 'title' | 'parentKey' | 'character' | 'heads' | 'active' | 'order'>;

/** Make a unit, or rename, move, man, close or reopen it. Only those who own the site may: SharePoint says so, not we. */
export type SaveUnit = {
  readonly do: 'saveUnit';
  readonly year: number;
  readonly roomKey: Key;
  readonly unitKey: Key;
  readonly level: Unit['level'];
  /** What its author saw; `null` for a new one. */
  readonly was: UnitPlan | null;
  readonly to: UnitPlan;
  /** The units below it, as its author saw them: they come along when it moves to another department. */
  readonly below?: readonly Key[];
};

export const longestUnitName = 100;

/** [O13] Two who make the same unit in the same place mean the same one, so the key says what it is. */
export function unitKeyOf(parentKey: Key | null, title: string): Key {
  const slug = slugOf(title) || 'enhet';
  return parentKey === null ? slug : `${parentKey}-${slug}`.slice(0, 150).replace(/-+$/, '');
}

/** The key of a new unit; where its own is another's by now, renamed or moved since it was made, the next that is free. */
export function newUnitKey(units: Units, parentKey: Key | null, title: string): Key {
  const base = unitKeyOf(parentKey, title);
  const isSame = (unit: Unit) =>
    unit.removed || (unit.parentKey === parentKey && slugOf(unit.title) === slugOf(title));
  return firstFree(base, (key) => {
    const there = units.get(key);
    return there === undefined || isSame(there);
  });
}

/**
 * [O14] A unit has a name and stands below one of a higher level that is not closed, never below itself; with units below it, it
 * is not closed. What somebody else has decided meanwhile is not overwritten unseen.
 */
export function saveUnit(
  { year, unitKey, level, was, to }: SaveUnit,
  { units }: { readonly units: Units },
): Change[] | Refusal {
  const plan: UnitPlan = { ...to, title: to.title.trim().replaceAll(/\s+/g, ' ') };
  const there = units.get(unitKey);
  const refusal = wrongIn(plan, there?.level ?? level, unitKey, units);
  if (refusal) return refusal;
  if (!there) {
    const departmentKey = departmentAt(units, unitKey, level, plan.parentKey);
    const row: Unit = { key: unitKey, removed: false, level, departmentKey, movedFrom: [], ...plan };
    return [{ kind: 'create', list: 'units', row }];
  }
  const weighed = weighPlan('units', there, was, plan);
  return isRefusal(weighed) ? weighed : withMoves(weighed, units, there, plan, year);
}

function wrongIn(
  { title, parentKey, active }: UnitPlan,
  level: Unit['level'],
  unitKey: Key,
  units: Units,
): Refusal | undefined {
  if (title === '') return { refused: 'nameMissing', field: 'title' };
  if (title.length > longestUnitName)
    return { refused: 'titleTooLong', field: 'title', limit: longestUnitName };
  const parent = parentKey === null ? undefined : units.get(parentKey);
  if (level !== 'region' || parentKey !== null) {
    if (!parent || parent.removed) return { refused: 'parentUnknown', field: 'parentKey' };
    if (active && !parent.active) return { refused: 'unitInactive', field: 'parentKey' };
    if (!mayStandBelow(level, parent.level)) return { refused: 'parentTooLow', field: 'parentKey' };
    if (isWithin(units, parent.key, unitKey)) return { refused: 'parentWithin', field: 'parentKey' };
  }
  const hasActive = () =>
    [...units.by('parent', unitKey)].some((unit) => unit.active && unit.key !== unitKey);
  return !active && hasActive() ? { refused: 'unitHasUnits', field: 'active' } : undefined;
}

const heights: Readonly<Record<Unit['level'], number>> = { region: 3, board: 2, department: 1, unit: 0 };

/** Units may nest; everybody else stands below somebody higher, and a unit below a department or a unit. */
export function mayStandBelow(level: Unit['level'], above: Unit['level']): boolean {
  if (level === 'unit') return above === 'unit' || above === 'department';
  return heights[above] > heights[level];
}

/** The department whose shelf a unit's records stand on; whoever is higher uses their own key. */
function departmentAt(units: Units, unitKey: Key, level: Unit['level'], parentKey: Key | null): Key {
  if (level !== 'unit' || parentKey === null) return unitKey;
  return units.get(parentKey)?.departmentKey ?? parentKey;
}

/** [O12] Whoever comes to another department remembers where they were, they and all below them. */
function withMoves(
  changes: readonly Change[],
  units: Units,
  unit: Unit,
  { parentKey }: UnitPlan,
  year: number,
): Change[] {
  const departmentKey = departmentAt(units, unit.key, unit.level, parentKey);
  const own: Change[] = [];
  const others: Change[] = [];
  for (const one of [unit, ...(unit.level === 'unit' ? allBelow(units, unit.key) : [])]) {
    if (one.departmentKey === departmentKey) continue;
    const movedFrom = [...one.movedFrom, { year, departmentKey: one.departmentKey }];
    (one === unit ? own : others).push(...update('units', one, { departmentKey, movedFrom }));
  }
  const [change] = changes;
  const [move] = own;
  // One record is written once.
  const joined =
    change?.kind === 'update' && move?.kind === 'update'
      ? [{ ...change, fields: { ...change.fields, ...move.fields } }]
      : [...changes, ...own];
  return [...joined, ...others];
}

export function planOf({ title, parentKey, character, heads, active, order }: Unit): UnitPlan {
  return { title, parentKey, character, heads, active, order };
}
