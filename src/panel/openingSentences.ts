import type { RoomCoverage } from '../followup/coverage.ts';
import type { Text } from '../text/sv.ts';

/** "How are we doing?", sentence by sentence, for the panel and for the meeting's screen. */
export function openingSentences(coverage: RoomCoverage, { opening }: Text): string[] {
  const { held, possible, units, counted, ordinary, waiting } = coverage;
  const withGoals = units.filter(({ goals }) => goals.length > 0).length;
  const sentences = isUntouched(coverage)
    ? [opening.holds(held.length, possible), opening.first]
    : [
        opening.holds(held.length, possible),
        held.length > 0 ? opening.handedDown(withGoals, units.length) : '',
        opening.activities(counted),
        opening.ordinary(ordinary),
        opening.waiting(waiting),
      ];
  return sentences.filter(Boolean);
}

/** The room holds goals, and nobody has handed any down or begun with anything. */
export function isUntouched({ held, units, activities }: RoomCoverage): boolean {
  const hasHandedDown = units.some(({ goals }) => goals.length > 0);
  return held.length > 0 && units.length > 0 && !hasHandedDown && activities.length === 0;
}
