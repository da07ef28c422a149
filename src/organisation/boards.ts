import { inTheirOrder, unitsBelow } from './tree.ts';
import type { Unit, Units } from './unit.ts';

/** The active departments of every board, in order. */
export function departmentsOf(units: Units): Unit[] {
  return atLevel(units, 'department');
}

/** The active boards and then the regions, as far as anything stands below them: whoever hands down to whole departments or boards. */
export function upperRooms(units: Units): Unit[] {
  return [...atLevel(units, 'board'), ...atLevel(units, 'region')].filter(
    ({ key }) => unitsBelow(units, key).length > 0,
  );
}

function atLevel(units: Units, level: Unit['level']): Unit[] {
  return [...units.values()].filter((unit) => unit.level === level && unit.active).sort(inTheirOrder);
}

/** The boards in their own order; where departments stand right below the region, it is the board. */
export function boardsOf(units: Units): Unit[] {
  const upper = upperRooms(units);
  const boards = upper.filter(({ level }) => level === 'board');
  return boards.length > 0 ? boards : upper;
}

/** The board that is shown first, then the others in their order; nothing where nobody hands anything down. */
export function withFirst(rooms: readonly Unit[], board: Unit): readonly [Unit, ...Unit[]] | undefined {
  const others = rooms.filter(({ key }) => key !== board.key);
  return others.length < rooms.length ? [board, ...others] : undefined;
}
