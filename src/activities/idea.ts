import { type Assignments, holds } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { isWithin } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import { type Activities, type Activity, counts } from './activity.ts';

/** Something that others do, or could be done anywhere, for a goal. */
export type Idea = {
  /** An activity's key, or a general idea's. */
  readonly key: Key;
  readonly title: string;
  readonly goalKeys: readonly Key[];
  readonly kind: Activity['kind'];
  /** Where it is done; `undefined` for the general ones. */
  readonly from: { readonly unitTitle: string; readonly character: Unit['character'] } | undefined;
  readonly isFinished: boolean;
  /** For whom a general idea is meant; `undefined` for everybody. */
  readonly character: Unit['character'] | undefined;
  /** The idea that it was copied from itself. */
  readonly originKey: Key | null;
};

/** Who looks for ideas. */
export type Seeker = {
  readonly goalKeys: ReadonlySet<Key>;
  readonly character: Unit['character'];
  /** What it does already: its activities, and the ideas that they came from. */
  readonly taken: ReadonlySet<Key>;
};

/** Why an idea is shown, strongest first, beside that it is for a goal of the place; words are made of it. */
export type Reason = 'others' | 'sameCharacter' | 'finished';

export type Suggestion = { readonly idea: Idea; readonly reasons: readonly Reason[] };

const weights: Readonly<Record<Reason, number>> = { others: 4, sameCharacter: 2, finished: 1 };

/**
 * [V10] Ideas for a place's goals: what others do before what could be done anywhere, then what suits a place like it,
 * then what is finished, and else as they come; never what it does already. Ideas are ranked, places never.
 */
export function suggestionsFor(ideas: readonly Idea[], seeker: Seeker): Suggestion[] {
  const seen = new Set(seeker.taken);
  return ideas
    .filter((idea) => suits(idea, seeker))
    .map((idea) => ({ idea, reasons: reasonsFor(idea, seeker) }))
    .sort((a, b) => weightOf(b.reasons) - weightOf(a.reasons))
    .filter(({ idea }) => {
      // One idea that several have copied is still one.
      const root = idea.originKey ?? idea.key;
      const isNew = !seen.has(root) && !seen.has(idea.key);
      seen.add(root).add(idea.key);
      return isNew;
    });
}

function suits({ goalKeys, character }: Idea, seeker: Seeker): boolean {
  return (
    (character ?? seeker.character) === seeker.character &&
    goalKeys.some((goalKey) => seeker.goalKeys.has(goalKey))
  );
}

function reasonsFor(idea: Idea, { character }: Seeker): Reason[] {
  const reasons: Reason[] = [];
  if (idea.from) reasons.push('others');
  if ((idea.from?.character ?? idea.character) === character) reasons.push('sameCharacter');
  if (idea.isFinished) reasons.push('finished');
  return reasons;
}

function weightOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, reason) => sum + weights[reason], 0);
}

/** The activities of the place and the ideas that they came from: neither is shown to it as an idea. */
export function takenBy(activities: Iterable<Activity>): Set<Key> {
  const taken = new Set<Key>();
  for (const { key, ideaKey } of activities) {
    taken.add(key);
    if (ideaKey !== null) taken.add(ideaKey);
  }
  return taken;
}

type Handed = { readonly units: Units; readonly activities: Activities; readonly assignments: Assignments };

/**
 * What counts ([V2]) of these departments' activities, as ideas for a room that they are not its own of. Newest first,
 * and the departments by turns, so that a long list is not shown before a short one's first.
 */
export function ideasOf(
  { units, activities, assignments }: Handed,
  year: number,
  departments: readonly Unit[],
  room: Unit,
): Idea[] {
  const perDepartment = departments.map((department) =>
    [...activities.by('shelf', `${year}/${department.key}`)]
      .filter((activity) => counts(activity, assignments) && !isWithin(units, activity.unitKey, room.key))
      // Keys are time-ordered (UUID version 7).
      .sort((a, b) => (a.key < b.key ? 1 : -1)),
  );
  const longest = Math.max(0, ...perDepartment.map(({ length }) => length));
  const byTurns = Array.from({ length: longest }, (_, n) => perDepartment.flatMap((own) => own[n] ?? []));
  return byTurns.flat().flatMap((activity) => {
    const unit = units.get(activity.unitKey);
    if (!unit) return [];
    return {
      key: activity.key,
      title: activity.title,
      // Under a goal that its unit does not hold, it does not count.
      goalKeys: activity.goalKeys.filter((goalKey) => holds(assignments, year, goalKey, unit.key)),
      kind: activity.kind,
      from: { unitTitle: unit.title, character: unit.character },
      isFinished: activity.state === 'done',
      character: undefined,
      originKey: activity.ideaKey,
    };
  });
}
