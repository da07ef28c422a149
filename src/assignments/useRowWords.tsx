import { useCallback } from 'react';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { consultationOf } from './consultation.ts';
import { isTicked, type MatrixRow, type Wants } from './matrix.ts';

/** What is said of a unit under its name: how the talk about its goals stands, what it asks for, and what saving would change. */
export function useRowWords(year: number, wants: Wants): (row: MatrixRow) => string {
  const { assign } = useLaterText();
  const { world } = useWorld();
  return useCallback(
    ({ unit, cells }: MatrixRow) => {
      const { standing, latest } = consultationOf(world, year, unit);
      const requested = cells.filter((cell) => cell.standing === 'requested').length;
      const added = cells.filter((cell) => cell.standing !== 'assigned' && isTicked(cell, wants)).length;
      return [
        standing === 'agreed' ? assign.agreed(latest) : standing === 'discuss' ? assign.discuss : '',
        requested > 0 ? assign.askedFor(requested) : '',
        added > 0 ? assign.new(added) : '',
      ]
        .filter(Boolean)
        .join(' · ');
    },
    [world, year, wants, assign],
  );
}
