import { upperRooms } from './tree.ts';
import type { Unit, Units } from './unit.ts';

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
