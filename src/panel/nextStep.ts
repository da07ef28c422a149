import type { RoomCoverage } from '../followup/coverage.ts';
import { isUntouched } from './openingSentences.ts';

/**
 * The one thing to do next. `answer`: units ask for goals. `first` and `assign`: units lack goals. `give`: units have
 * written what waits for a goal. `noGoals`: nothing is handed down to the room. `ask`: what the unit does waits for a
 * goal. `logFirst` and `log`: what is done can be written down.
 */
export type NextStep = 'answer' | 'first' | 'assign' | 'give' | 'noGoals' | 'ask' | 'logFirst' | 'log';

/** `requests`: how many goals the units right below ask for. [O41] Handing down is the next step of those who lead the room. */
export function nextStepOf(coverage: RoomCoverage, requests: number, leads: boolean): NextStep {
  const { held, units, waiting, counted, room } = coverage;
  if (leads) {
    if (requests > 0) return 'answer';
    if (isUntouched(coverage)) return 'first';
    if (held.length > 0 && units.some(({ goals }) => goals.length === 0)) return 'assign';
    if (waiting > 0 && held.length > 0 && units.some(({ goals }) => goals.length < held.length))
      return 'give';
  }
  if (waiting > 0 && room.level === 'unit') return 'ask';
  if (held.length === 0) return 'noGoals';
  return counted === 0 ? 'logFirst' : 'log';
}
