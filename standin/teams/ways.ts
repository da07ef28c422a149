import { departmentOf, homeOf, type Place } from './choice.ts';
import type { Person, Session } from './session.ts';

/** One of the three cards of the first visit: somebody to be, and a place to be it in. */
export type Way = { kind: 'head' | 'meeting' | 'strategist'; person: Person; place: Place };

/** The cards that this organisation has people for. */
export function waysOf(session: Session): Way[] {
  const { people, places } = session;
  const ways: Way[] = [];
  const hasUnits = (key: string) => places.some(({ parent }) => parent === key);
  const heads = people.filter(({ role, unit }) => role === 'head' && departmentOf(unit, session) === unit);
  const head = heads.find(({ unit }) => hasUnits(unit)) ?? heads[0];
  if (head !== undefined) ways.push({ kind: 'head', person: head, place: homeOf(head.unit, session) });

  const worker = people.find(({ role, unit }) => role === 'staff' && places.some(({ key }) => key === unit));
  if (worker !== undefined)
    ways.push({ kind: 'meeting', person: worker, place: { kind: 'meeting', unit: worker.unit } });

  const strategist = people.find(({ role }) => role === 'strategist');
  if (strategist !== undefined)
    ways.push({ kind: 'strategist', person: strategist, place: { kind: 'personal' } });
  return ways;
}

// More than this do not fit round the table.
const mostSeats = 8;

/** Who sits in a unit's meeting: the chosen person, and those of the same department, nearest unit first. */
export function attendeesOf(unit: string, person: Person, session: Session): Person[] {
  const department = departmentOf(unit, session);
  const colleagues = session.people.filter(
    (one) => one.id !== person.id && departmentOf(one.unit, session) === department,
  );
  const near = colleagues.filter((one) => one.unit === unit);
  const others = colleagues.filter((one) => one.unit !== unit);
  return [person, ...near, ...others].slice(0, mostSeats);
}
