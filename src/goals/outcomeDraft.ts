import type { Clash } from '../basics/change.ts';
import type { Outcome } from './measure.ts';
import { asTyped, numberIn } from './numberIn.ts';

/** An outcome while it is typed, and what stood there when its author began. */
export type OutcomeDraft = {
  readonly seen: Outcome | null;
  readonly value: string;
  readonly source: string;
  readonly comment: string;
};

export function draftOf(stored: Outcome | null): OutcomeDraft {
  return {
    seen: stored && { value: stored.value, comment: stored.comment, source: stored.source },
    value: stored ? asTyped(stored.value) : '',
    source: stored?.source ?? '',
    comment: stored?.comment ?? '',
  };
}

/** What is typed as an outcome; nothing where the value is no number. */
export function outcomeIn({ value, source, comment }: OutcomeDraft): Outcome | undefined {
  const read = numberIn(value);
  return read === undefined ? undefined : { value: read, source, comment };
}

/** The draft after its author has seen what others put in meanwhile: kept over it, or given up for it. */
export function settled(draft: OutcomeDraft, clash: Clash, whose: 'mine' | 'theirs'): OutcomeDraft {
  const names = Object.keys(clash.fields);
  const theirs = Object.fromEntries(names.map((name) => [name, clash.fields[name]?.theirs ?? null]));
  const value = numberIn(draft.value) ?? 0;
  const seen: Outcome = { ...(draft.seen ?? { value, comment: null, source: null }), ...theirs };
  if (whose === 'mine') return { ...draft, seen };
  const shown = draftOf(seen);
  return {
    seen,
    value: names.includes('value') ? shown.value : draft.value,
    source: names.includes('source') ? shown.source : draft.source,
    comment: names.includes('comment') ? shown.comment : draft.comment,
  };
}
