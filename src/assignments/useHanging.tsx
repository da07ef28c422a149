import { useEffect, useState } from 'react';
import { hangingOn } from '../activities/hangingOn.ts';
import { unitShelfOf } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Store } from '../sync/snapshot.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { World } from '../world.ts';
import type { Cell } from './matrix.ts';

/** [A11] What hangs on the goals that are to be taken back, in words; and whether that has to be agreed to before saving. */
export function useHanging(withdraw: readonly Cell[], year: number) {
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const [isUnread, setIsUnread] = useState(false);
  // What units do is read with their department's page; what departments do is not read by the page above them.
  const far = withdraw.map(({ unitKey }) => unitKey).filter((key) => isFar(world.units.get(key)));
  const farKeys = [...new Set(far)].join('\n');

  useEffect(() => {
    // Already while the user looks on; saving asks again, and says so where this has failed.
    void visit(store, year, farKeys).catch(() => undefined);
  }, [store, year, farKeys]);

  const busyCells = withdraw.filter((cell) => hangingKeys(world, cell, year).length > 0);
  // An activity of several goals is one.
  const all = new Set(busyCells.flatMap((cell) => hangingKeys(world, cell, year)));

  return {
    busy: busyCells.length,
    warning: words(),
    /** Sees to it that it is known; true when saving has to wait for a yes. */
    async ask(): Promise<boolean> {
      if (withdraw.length === 0) return false;
      const isKnown = await visit(store, year, farKeys).then(
        () => true,
        () => false,
      );
      setIsUnread(!isKnown);
      if (!isKnown) return true;
      return withdraw.some((cell) => hangingKeys(store.snapshot().world, cell, year).length > 0);
    },
  };

  function words(): string {
    if (withdraw.length === 0) return '';
    const [only, ...others] = busyCells;
    if (only === undefined) return isUnread ? text.assign.hangingUnread : '';
    if (others.length > 0) return text.assign.hangingOnSeveral(all.size);
    const hanging = text.assign.hanging(all.size);
    return withdraw.length === 1 ? hanging : `${nameOf(only)}: ${hanging}`;
  }

  function nameOf({ goalKey, unitKey }: Cell): string {
    return text.assign.cell(world.goals.get(goalKey)?.title ?? '', world.units.get(unitKey)?.title ?? '');
  }
}

async function visit(store: Store, year: number, keys: string): Promise<void> {
  if (keys !== '') await store.visit(keys.split('\n').map((roomKey) => ({ year, roomKey })));
}

/** It has a shelf of its own. */
function isFar(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.departmentKey === unit.key;
}

function hangingKeys(world: World, { goalKey, unitKey }: Cell, year: number): string[] {
  const unit = world.units.get(unitKey);
  return unit ? hangingOn(world, unitShelfOf(year, unit), goalKey).map(({ key }) => key) : [];
}
