import type { Person } from '../basics/person.ts';
import { isRefusal } from '../basics/refusal.ts';
import { longestUnitName, type SaveUnit, saveUnit, type UnitPlan } from '../organisation/saveUnit.ts';
import { type Unit, unitIndexes, type Units } from '../organisation/unit.ts';
import { sameName, textIn } from './cellValues.ts';
import {
  type Draft,
  type FieldDiff,
  type ImportPlan,
  lineOf,
  type PeopleFound,
  type PlanLine,
  type PlanOf,
  withoutDoubles,
} from './importPlan.ts';
import { RowReader } from './rowReader.ts';
import { Laid } from './laid.ts';
import { type Placed, placed, type UnitRow } from './placeUnits.ts';

type Said = {
  readonly character: Unit['character'] | undefined;
  readonly head: string;
  readonly order: number | undefined;
  readonly active: boolean | undefined;
};

type UnitDraft = Draft & UnitRow & { readonly said: Said };

/** The names of heads that a file tells, for looking them up. */
export function headsIn({ rows, mapping }: Pick<PlanOf, 'rows' | 'mapping'>): string[] {
  const at = mapping['head'];
  if (at === undefined) return [];
  return [...new Set(rows.map(({ cells }) => textIn(cells[at])).filter((text) => text !== ''))];
}

/**
 * [I14] What a file of the organisation comes to. An empty cell leaves what is there as it is. [I15] Whoever stands above is made
 * first; of a unit that cannot be made, what stands below it is not made either.
 */
export function planUnits(of: PlanOf, units: Units, people: PeopleFound): ImportPlan {
  const drafts = of.rows.map((file): UnitDraft => draftOf(new RowReader(file, of.mapping)));
  const doubles = new Set(withoutDoubles(drafts));
  const places = placed(
    drafts.filter((draft) => !doubles.has(draft)),
    units,
  );
  // By name and by path two rows can mean the same unit.
  const byKey = drafts.flatMap((draft) => {
    const place = places.get(draft);
    return place && draft.row.problems.length === 0 ? [{ ...draft, draft, about: place.key }] : [];
  });
  for (const { draft } of withoutDoubles(byKey)) doubles.add(draft);
  const orders = new Map<string | null, number>();
  for (const { parentKey, order } of units.values())
    orders.set(parentKey, Math.max(orders.get(parentKey) ?? 0, order));
  const laid = new Laid(units, unitIndexes);
  const lines = new Map<UnitDraft, PlanLine>();
  const wishes: SaveUnit[] = [];
  const depths = depthsOf(places);
  const depthOf = (draft: UnitDraft) => depths.get(draft) ?? 0;
  for (const draft of [...drafts].sort((a, b) => depthOf(a) - depthOf(b))) {
    const place = places.get(draft);
    const isDouble = doubles.has(draft);
    if (!place || isDouble || draft.row.problems.length > 0) {
      lines.set(draft, lineOf(draft, { isDouble, changes: [], diffs: [] }));
      continue;
    }
    if (place.there && place.there.level !== place.level)
      draft.row.problem('levelOther', 'level', draft.title);
    const was = place.there && !place.there.removed ? planIn(place.there) : null;
    const to = wanted(draft, place, was, people, (orders.get(place.parentKey) ?? 0) + 1);
    const wish: SaveUnit = {
      do: 'saveUnit',
      year: of.year,
      roomKey: of.roomKey,
      unitKey: place.key,
      level: place.level,
      was,
      to,
    };
    const answer = saveUnit(wish, { units: laid });
    if (isRefusal(answer)) {
      if (answer.refused === 'parentUnknown') draft.row.problem('parentUnknown', 'parent', draft.parent);
      else draft.row.refuse(answer, draft.title);
    }
    const changes = isRefusal(answer) || draft.row.problems.length > 0 ? [] : answer;
    const line = lineOf(draft, { isDouble, changes, diffs: was ? diffsOf(was, to) : [], wish });
    lines.set(draft, line);
    if (!line.wish) continue;
    laid.lay(changes);
    wishes.push(wish);
  }
  return { kind: 'units', lines: drafts.flatMap((draft) => lines.get(draft) ?? []), wishes };
}

function draftOf(row: RowReader): UnitDraft {
  const title = row.needed('title', longestUnitName);
  const level = row.code('level');
  const parent = row.text('parent');
  const said: Said = {
    character: row.code('character'),
    head: row.text('head'),
    order: row.number('order'),
    active: row.yes('active'),
  };
  const about = title === '' ? undefined : [sameName(title), level ?? '', sameName(parent)].join('\n');
  return { row, title, place: parent, level, parent, said, about, says: JSON.stringify(said) };
}

/** How many units of the file stand above each. */
function depthsOf(places: ReadonlyMap<UnitRow, Placed>): ReadonlyMap<UnitRow, number> {
  const byKey = new Map([...places.values()].map((one) => [one.key, one]));
  const depthOf = (place: Placed): number => {
    let depth = 0;
    const seen = new Set<string>();
    for (
      let at: Placed | undefined = place;
      at && at.parentKey !== null && !seen.has(at.key);
      at = byKey.get(at.parentKey)
    ) {
      seen.add(at.key);
      depth += 1;
    }
    return depth;
  };
  return new Map([...places].map(([row, place]) => [row, depthOf(place)]));
}

function planIn({ title, parentKey, character, heads, active, order }: Unit): UnitPlan {
  return { title, parentKey, character, heads, active, order };
}

/** [I16] A head who is no one person of the directory is kept by name, and that is told. */
function wanted(
  { row, title, said }: UnitDraft,
  place: Placed,
  was: UnitPlan | null,
  people: PeopleFound,
  order: number,
): UnitPlan {
  const heads = was?.heads ?? { head: null, acting: null, delegate: null };
  return {
    // Case and spaces are no reason to rename a unit.
    title: was && sameName(was.title) === sameName(title) ? was.title : title,
    parentKey: place.parentKey,
    character: said.character ?? was?.character ?? 'operational',
    heads: said.head === '' ? heads : { ...heads, head: headOf(row, said.head, heads.head, people) },
    active: said.active ?? was?.active ?? true,
    order: said.order ?? was?.order ?? order,
  };
}

function headOf(row: RowReader, text: string, there: Person | null, people: PeopleFound): Person {
  const found = people.get(text) ?? 'none';
  if (there && sameName(there.name) === sameName(text) && (there.id !== '' || typeof found === 'string'))
    return there;
  if (typeof found !== 'string') return there?.id === found.id ? there : found;
  row.remark(found === 'several' ? 'headSeveral' : 'headUnknown', 'head', text);
  return { id: '', name: text };
}

function diffsOf(was: UnitPlan, to: UnitPlan): FieldDiff[] {
  const all: FieldDiff[] = [
    { field: 'title', from: was.title, to: to.title },
    { field: 'character', from: was.character, to: to.character },
    { field: 'head', from: was.heads.head?.name ?? null, to: to.heads.head?.name ?? null },
    { field: 'active', from: was.active, to: to.active },
    { field: 'order', from: was.order, to: to.order },
  ];
  return all.filter(({ from, to: next }) => from !== next);
}
