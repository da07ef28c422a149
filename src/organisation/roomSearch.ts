import type { Unit, Units } from './unit.ts';
import { departmentsOf } from './boards.ts';

export type FoundRoom = {
  readonly room: Unit;
  /** The department that a unit stands in. */
  readonly department: Unit | undefined;
};

const alphabet = new Intl.Collator('sv');

/**
 * [T20] Departments in their order while nothing is typed; else every department and unit whose name, or whose department's,
 * holds each of the typed words: those that begin with what is typed first. `more`: how many are left out beyond `most`.
 */
export function foundRooms(
  units: Units,
  typed: string,
  most: number,
): { readonly rooms: readonly FoundRoom[]; readonly more: number } {
  const wanted = lower(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) {
    return { rooms: departmentsOf(units).map((room) => ({ room, department: undefined })), more: 0 };
  }
  const whole = wanted.join(' ');
  const found = [...units.values()]
    .filter(({ active, level }) => active && (level === 'department' || level === 'unit'))
    .map((room) => ({ room, department: departmentOf(units, room) }))
    .filter(({ room, department }) => {
      const names = lower(`${room.title} ${department?.title ?? ''}`);
      return wanted.every((word) => names.includes(word));
    })
    .map((one) => ({ ...one, rank: rankOf(lower(one.room.title), whole) }))
    .sort((a, b) => a.rank - b.rank || levelOf(a.room) - levelOf(b.room) || inAlphabet(a, b));
  return {
    rooms: found.slice(0, most).map(({ room, department }) => ({ room, department })),
    more: Math.max(0, found.length - most),
  };
}

function departmentOf(units: Units, room: Unit): Unit | undefined {
  return room.level === 'unit' ? units.get(room.departmentKey) : undefined;
}

/** Begins with it, has a word that does, has it within, or only its department has. */
function rankOf(title: string, whole: string): number {
  if (title.startsWith(whole)) return 0;
  if (` ${title}`.includes(` ${whole}`)) return 1;
  return title.includes(whole) ? 2 : 3;
}

const levelOf = ({ level }: Unit) => (level === 'department' ? 0 : 1);

function inAlphabet(a: FoundRoom, b: FoundRoom): number {
  return (
    alphabet.compare(a.room.title, b.room.title) ||
    alphabet.compare(a.department?.title ?? '', b.department?.title ?? '')
  );
}

function lower(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('sv');
}
