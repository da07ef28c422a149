import { useState } from 'react';
import { isSame } from '../basics/change.ts';
import type { Plan } from '../basics/plan.ts';
import type { Refusal } from '../basics/refusal.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useLeaving } from './useLeaving.tsx';

export type PlanForm<P extends Plan> = ReturnType<typeof usePlanForm<P>>;

/** A plan as somebody is writing it: what they saw, what they want, what was refused of it, and whose word is to stand. */
export function usePlanForm<P extends Plan>(parts: {
  /** What its author saw; for a new one, what the form begins with. */
  first: P;
  isNew: boolean;
  save: (to: P, was: P | null) => Promise<Refusal | undefined>;
}) {
  const text = useLaterText();
  // What the world has become meanwhile is not what its author saw.
  const [was] = useState(parts.first);
  const [plan, setPlan] = useState(was);
  const [refusal, setRefusal] = useState<Refusal>();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const isWritten = Object.keys(was).some((field) => !isSame(plan[field] ?? null, was[field] ?? null));
  const leaving = useLeaving(isWritten);
  const clash = refusal?.clash;
  const [next, setNext] = useState<() => void>();

  function type(wanted: Partial<P>) {
    setPlan({ ...plan, ...wanted });
    setRefusal(undefined);
    leaving.stay();
  }

  async function save(seen: P | null = parts.isNew ? null : was) {
    const refused = await parts.save(plan, seen);
    setRefusal(refused);
    if (!refused) return leaving.close();
    element?.querySelector<HTMLElement>(`[name="${refused.field}"]`)?.focus();
  }

  /** Theirs take the place of mine; or mine are saved over what I have now seen. */
  async function settle(whose: 'mine' | 'theirs') {
    if (!clash) return;
    const theirs = Object.fromEntries(
      Object.entries(clash.fields).map(([name, both]) => [name, both.theirs]),
    ) as Partial<P>;
    if (whose === 'mine') return save({ ...was, ...theirs });
    setPlan({ ...plan, ...theirs });
    setRefusal(undefined);
  }

  /**
   * The way from this drawer to another: first it closes, then that one opens; what is typed is saved or thrown away before.
   * A drawer that goes while it is open leaves everything behind it hidden from screen readers.
   */
  function leaveFor(to: () => void) {
    if (isWritten && !leaving.isLeaving) return leaving.dismiss();
    setNext(() => to);
    leaving.close();
  }

  const isBeside = (field: string) => refusal !== undefined && !clash && refusal.field === field;
  return {
    /** For the element that holds the fields: what is refused of one of them takes the focus there. */
    setElement,
    plan,
    clash,
    isWritten,
    leaving,
    type,
    save,
    settle,
    leaveFor,
    next,
    wordsFor: (field: keyof P & string) =>
      refusal && isBeside(field) ? text.refused(refusal.refused, refusal.limit ?? 0) : null,
    /** What no field of the form can say. */
    wordsBelow: (fields: readonly (keyof P & string)[]) =>
      refusal && !clash && !fields.some(isBeside) ? text.refused(refusal.refused, refusal.limit ?? 0) : null,
  };
}
