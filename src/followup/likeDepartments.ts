import { type Assignments, goalKeysHeld } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { departmentsOf } from '../organisation/boards.ts';
import { unitShelfOf } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import { type Tallies, tallyKey } from './tally.ts';

type Handed = { readonly units: Units; readonly assignments: Assignments; readonly tallies: Tallies };

/** More would be read for nobody: a handful of ideas is what a head has time for. */
const most = 4;

/**
 * [V18] At most four other departments whose work may give the room ideas: of its own character first, then those that
 * are known to hold a goal of its, and else as the organisation lists them. How much anybody does is never asked.
 */
export function likeDepartments(world: Handed, year: number, room: Unit): Unit[] {
  const goals = new Set(goalKeysHeld(world.assignments, unitShelfOf(year, room)));
  return departmentsOf(world.units)
    .filter(({ key }) => key !== room.departmentKey)
    .map((department) => ({ department, share: shareOf(world, year, department, goals) }))
    .filter(({ share }) => share !== 'none')
    .sort(
      (a, b) =>
        Number(isLike(b.department, room)) - Number(isLike(a.department, room)) ||
        Number(b.share === 'some') - Number(a.share === 'some'),
    )
    .slice(0, most)
    .map(({ department }) => department);
}

function isLike({ character }: Unit, room: Unit): boolean {
  return character === room.character;
}

/** Whether the department holds one of the goals; most departments' goals have not been read, and a tally may tell. */
function shareOf(
  { assignments, tallies }: Handed,
  year: number,
  department: Unit,
  goals: ReadonlySet<Key>,
): 'some' | 'none' | 'unknown' {
  const held = goalKeysHeld(assignments, unitShelfOf(year, department));
  const tallied = tallies.get(tallyKey(year, department.key));
  if (held.some((key) => goals.has(key))) return 'some';
  if (held.length > 0) return 'none';
  if (!tallied) return 'unknown';
  const isHeld = Object.entries(tallied.packed.goals).some(
    ([key, { state }]) => state === 'assigned' && goals.has(key),
  );
  return isHeld ? 'some' : 'none';
}
