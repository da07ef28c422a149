import type { Key } from '../basics/key.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Activity } from './activity.ts';

/** Something that others do, or could be done anywhere, for a goal. */
export type Idea = {
  readonly key: Key;
  readonly title: string;
  readonly goalKeys: readonly Key[];
  readonly kind: Activity['kind'];
  /** Where it is done; `undefined` for the general ones. */
  readonly from: { readonly unitTitle: string; readonly character: Unit['character'] } | undefined;
  readonly isFinished: boolean;
  /** For whom a general idea is meant; `undefined` for everybody. */
  readonly character: Unit['character'] | undefined;
};

/** Why an idea is shown, strongest first; words are made of it beside the idea. */
export type Reason = 'sameGoal' | 'sameCharacter' | 'finished' | 'general';

export type Suggestion = { readonly idea: Idea; readonly reasons: readonly Reason[] };

/**
 * [V10] Ideas for a place: those for its goals first, then those of places like it, then what others have finished;
 * never its own, never one that it has taken up already. Ideas are ranked, places never.
 */
export function suggestionsFor(
  ideas: readonly Idea[],
  place: {
    readonly goalKeys: ReadonlySet<Key>;
    readonly character: Unit['character'];
    readonly taken: ReadonlySet<Key>;
  },
  most: number,
): Suggestion[] {
  return ideas
    .filter(
      ({ key, character }) => !place.taken.has(key) && (character ?? place.character) === place.character,
    )
    .map((idea) => ({ idea, reasons: reasonsFor(idea, place) }))
    .filter(({ reasons }) => reasons.includes('sameGoal'))
    .map((suggestion, n) => ({ suggestion, n, weight: weightOf(suggestion.reasons) }))
    .sort((a, b) => b.weight - a.weight || a.n - b.n)
    .slice(0, most)
    .map(({ suggestion }) => suggestion);
}

function reasonsFor(
  idea: Idea,
  { goalKeys, character }: { goalKeys: ReadonlySet<Key>; character: Unit['character'] },
): Reason[] {
  const reasons: Reason[] = [];
  if (idea.goalKeys.some((goalKey) => goalKeys.has(goalKey))) reasons.push('sameGoal');
  if (idea.from?.character === character || idea.character === character) reasons.push('sameCharacter');
  if (idea.isFinished) reasons.push('finished');
  if (!idea.from) reasons.push('general');
  return reasons;
}

const weights: Readonly<Record<Reason, number>> = { sameGoal: 4, sameCharacter: 2, finished: 1, general: 0 };

function weightOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, reason) => sum + weights[reason], 0);
}

/** What others do, as ideas: not what waits to be granted, was dropped, or is their ordinary work. */
export function ideasOf(
  activities: Iterable<Activity>,
  units: ReadonlyMap<Key, Unit> | { get(key: Key): Unit | undefined },
): Idea[] {
  const ideas: Idea[] = [];
  for (const activity of activities) {
    const unit = units.get(activity.unitKey);
    if (!unit || activity.removed || activity.kind === 'ordinary' || activity.state === 'dropped') continue;
    ideas.push({
      key: activity.key,
      title: activity.title,
      goalKeys: activity.goalKeys,
      kind: activity.kind,
      from: { unitTitle: unit.title, character: unit.character },
      isFinished: activity.state === 'done',
      character: undefined,
    });
  }
  return ideas;
}
