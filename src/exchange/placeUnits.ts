import type { Key } from '../basics/key.ts';
import { mayStandBelow, unitKeyOf } from '../organisation/saveUnit.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import { sameName } from './cellValues.ts';
import type { RowReader } from './rowReader.ts';

type Level = Unit['level'];

export type UnitRow = {
  readonly row: RowReader;
  readonly title: string;
  readonly level: Level | undefined;
  /** A name, or a path of names; empty where the file does not say. */
  readonly parent: string;
};

/** Where a row's unit stands, and the unit that it is where that is there already. */
export type Placed = {
  readonly key: Key;
  readonly level: Level;
  readonly parentKey: Key | null;
  readonly there: Unit | undefined;
};

/** A unit that is there, or that the file makes. */
type Known = {
  readonly key: Key;
  readonly title: string;
  readonly level: Level;
  readonly parentKey: Key | null;
};

/** Rows whose unit has no place yet, by its name. */
type Waiting = ReadonlyMap<string, readonly UnitRow[]>;

/** Found by key, by name and by level: of thousands of rows each is looked for. */
class KnownUnits {
  readonly #byKey = new Map<Key, Known>();
  readonly #byName = new Map<string, Known[]>();
  readonly #byLevel = new Map<Level, Known[]>();

  add(unit: Known): void {
    this.#byKey.set(unit.key, unit);
    const name = sameName(unit.title);
    this.#byName.set(name, [...this.named(name), unit]);
    const there = this.#byLevel.get(unit.level);
    if (there) there.push(unit);
    else this.#byLevel.set(unit.level, [unit]);
  }

  get(key: Key): Known | undefined {
    return this.#byKey.get(key);
  }

  named(name: string): readonly Known[] {
    return this.#byName.get(name) ?? [];
  }

  atLevel(level: Level): readonly Known[] {
    return this.#byLevel.get(level) ?? [];
  }
}

/**
 * [I14] Finds where each row's unit stands. Units of the file may stand below others of it, in whatever order they come; what
 * the file does not say is taken from the unit that is there, or from the only place that there is.
 */
export function placed(rows: readonly UnitRow[], units: Units): ReadonlyMap<UnitRow, Placed> {
  const known = new KnownUnits();
  for (const unit of units.values()) if (unit.active) known.add(unit);
  const places = new Map<UnitRow, Placed>();
  let open = rows.filter(
    ({ title, row }) =>
      title !== '' &&
      row.problems.every(({ field }) => field !== 'title' && field !== 'level' && field !== 'parent'),
  );
  for (let isMoving = true; isMoving && open.length > 0;) {
    const found: [UnitRow, Placed][] = [];
    const waiting = byNameOf(open);
    for (const one of open) {
      const place = placeOf(one, known, waiting, units);
      if (place) found.push([one, place]);
    }
    const settled = new Set(found.map(([one]) => one));
    for (const [one, place] of found) {
      places.set(one, place);
      // A row that says nothing new of a unit does not rename it for the others.
      if (!known.get(place.key)) known.add({ ...place, title: one.title });
    }
    const left = open.filter((one) => !settled.has(one) && one.row.problems.length === 0);
    isMoving = left.length < open.length;
    open = left;
  }
  for (const { row, parent } of open) row.problem('parentUnknown', 'parent', parent);
  return places;
}

function byNameOf(rows: readonly UnitRow[]): Waiting {
  const byName = new Map<string, UnitRow[]>();
  for (const row of rows) {
    const name = sameName(row.title);
    const there = byName.get(name);
    if (there) there.push(row);
    else byName.set(name, [row]);
  }
  return byName;
}

/** Nothing while it waits for another row, or when a problem has been noted. */
function placeOf(one: UnitRow, known: KnownUnits, waiting: Waiting, units: Units): Placed | undefined {
  const name = sameName(one.title);
  const named = known
    .named(name)
    .filter(({ level, key }) => (one.level ?? level) === level && units.get(key));
  if (one.parent === '') return withoutParent(one, named, known, waiting, units);
  const parent = parentOf(one, known, waiting);
  if (parent === undefined || one.row.problems.length > 0) return undefined;
  const there = named.find(({ parentKey }) => parentKey === parent.key);
  const level = one.level ?? there?.level ?? levelBelow(parent.level);
  if (level === undefined) {
    one.row.problem('levelMissing', 'level', '');
    return undefined;
  }
  return placeAt(one, level, parent.key, there, units);
}

function withoutParent(
  one: UnitRow,
  named: readonly Known[],
  known: KnownUnits,
  waiting: Waiting,
  units: Units,
): Placed | undefined {
  const [only] = named;
  if (only && named.length === 1) return placeAt(one, only.level, only.parentKey, only, units);
  if (named.length > 1) {
    one.row.problem('several', 'title', one.title);
    return undefined;
  }
  if (one.level === undefined) {
    one.row.problem('levelMissing', 'level', '');
    return undefined;
  }
  if (one.level === 'region') return placeAt(one, 'region', null, undefined, units);
  const above: readonly Level[] =
    one.level === 'board' ? ['region'] : one.level === 'department' ? ['board', 'region'] : [];
  for (const level of above) {
    if ([...waiting.values()].some((rows) => rows.some((other) => other !== one && other.level === level)))
      return undefined;
    const [parent, ...others] = known.atLevel(level);
    if (parent && others.length === 0) return placeAt(one, one.level, parent.key, undefined, units);
    if (others.length > 0) break;
  }
  one.row.problem('parentMissing', 'parent', '');
  return undefined;
}

function placeAt(
  { title }: UnitRow,
  level: Level,
  parentKey: Key | null,
  there: Known | undefined,
  units: Units,
): Placed {
  if (there) return { key: there.key, level, parentKey, there: units.get(there.key) };
  const first = unitKeyOf(parentKey, title);
  // A unit that has been renamed keeps the key of its first name.
  let key = first;
  for (let n = 2; isAnothers(units.get(key), title); n += 1) key = `${first}-${n}`;
  return { key, level, parentKey, there: units.get(key) };
}

function isAnothers(unit: Unit | undefined, title: string): boolean {
  return unit !== undefined && sameName(unit.title) !== sameName(title);
}

/** What can only be one thing. Below a region there may be boards or departments. */
function levelBelow(above: Level): Level | undefined {
  if (above === 'region') return undefined;
  return above === 'board' ? 'department' : 'unit';
}

function parentOf(one: UnitRow, known: KnownUnits, waiting: Waiting): Known | undefined {
  const mayBe = (level: Level | undefined) =>
    one.level === undefined || level === undefined || mayStandBelow(one.level, level);
  const path = pathIn(one.parent, one.title);
  const last = sameName(path.at(-1) ?? '');
  const waitsFor = (waiting.get(last) ?? []).some((other) => other !== one && mayBe(other.level));
  if (waitsFor) return undefined;
  const whole = sameName(one.parent);
  const named = [...known.named(last), ...(whole === last ? [] : known.named(whole))].filter(({ level }) =>
    mayBe(level),
  );
  const fitting = named.filter((unit) => standsAlong(unit, path.slice(0, -1), known));
  const [parent, ...others] = fitting;
  if (parent && others.length === 0) return parent;
  one.row.problem(others.length > 0 ? 'several' : 'parentUnknown', 'parent', one.parent);
  return undefined;
}

/** A path may end in the unit itself. */
function pathIn(text: string, title: string): string[] {
  const parts = text
    .split(/\s*(?:[>\\»→]|\s\/\s|\/)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isOwn = parts.length > 1 && sameName(parts.at(-1) ?? '') === sameName(title);
  return isOwn ? parts.slice(0, -1) : parts;
}

/** Every name of the path stands somewhere above, in that order. */
function standsAlong(unit: Known, names: readonly string[], known: KnownUnits): boolean {
  let left = names.length;
  const seen = new Set<Key>();
  for (
    let key = unit.parentKey;
    key !== null && left > 0 && !seen.has(key);
    key = known.get(key)?.parentKey ?? null
  ) {
    seen.add(key);
    if (sameName(known.get(key)?.title ?? '') === sameName(names[left - 1] ?? '')) left -= 1;
  }
  // Of a path that is written with a slash in a name, the whole was compared.
  return left === 0 || sameName(unit.title) === sameName([...names, unit.title].join('/'));
}
