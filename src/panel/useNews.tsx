import { useState } from 'react';
import type { AssignGoal } from '../assignments/assignGoal.ts';

/** What was handed down just now, until somebody was told or nobody is to be. */
export type News = {
  readonly id: number;
  readonly wishes: readonly AssignGoal[];
  readonly add: (wishes: readonly { readonly do: string }[]) => void;
  /** The telling has begun: what comes later is news of its own. */
  readonly begin: () => void;
  readonly close: () => void;
};

const nothing = { id: 0, wishes: [] as readonly AssignGoal[], isBegun: false };

export function useNews(): News {
  const [{ id, wishes }, setNews] = useState(nothing);
  return {
    id,
    wishes,
    add(some) {
      const given = some.filter((wish): wish is AssignGoal => wish.do === 'assignGoal');
      if (given.length === 0) return;
      setNews((before) =>
        before.isBegun || before.wishes.length === 0
          ? { id: before.id + 1, wishes: given, isBegun: false }
          : { ...before, wishes: [...before.wishes, ...given] },
      );
    },
    begin: () => setNews((before) => ({ ...before, isBegun: true })),
    close: () => setNews((before) => ({ ...nothing, id: before.id })),
  };
}
