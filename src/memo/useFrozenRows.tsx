import { useEffect, useMemo, useState } from 'react';
import type { Snapshot } from '../basics/snapshot.ts';
import { countedOverview } from '../followup/countedOverview.ts';
import type { Overview } from '../followup/overview.ts';
import { worldOf } from '../pastWorld.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useEnvironment } from '../useEnvironment.tsx';
import { basisOf, type BasisTrouble, isSnapshot } from './basis.ts';
import { type MemoFacts, memoFactsOf } from './memoFacts.ts';
import { type QuoteGroup, quotesOf } from './quote.ts';

type Reading = { readonly of: string; readonly read: Snapshot | { readonly trouble: BasisTrouble } };

/** [M13] The board as it stood when the year's latest period was closed; it is read once, since it never changes. */
export function useFrozenRows({ year, board }: Overview) {
  const { world } = useWorld();
  const { snapshots } = useEnvironment();
  const [reading, setReading] = useState<Reading>();
  const [round, setRound] = useState(0);
  const basis = basisOf(world.periods, year);
  const periodKey = basis?.key;
  const checksum = basis?.snapshotChecksum;
  const wanted = `${periodKey ?? ''} ${checksum ?? ''} ${round}`;

  useEffect(() => {
    if (periodKey === undefined || checksum === undefined) return undefined;
    let isShown = true;
    const take = (read: Reading['read']) => isShown && setReading({ of: wanted, read });
    snapshots.read(year, periodKey, checksum).then(take, () => take({ trouble: 'notReached' }));
    return () => {
      isShown = false;
    };
  }, [snapshots, year, periodKey, checksum, wanted]);

  const read = reading?.of === wanted ? reading.read : undefined;
  const frozen = useMemo(() => {
    if (!read || !isSnapshot(read)) return undefined;
    const then = worldOf(read);
    const unit = then.units.get(board.key);
    if (!unit) return undefined;
    const overview = countedOverview(then, year, unit);
    // That the period is closed by now is nothing that has changed since.
    const facts: MemoFacts = memoFactsOf(overview, { ...then, periods: world.periods });
    const groups: readonly QuoteGroup[] = quotesOf(overview, then);
    return { overview, facts, groups };
  }, [read, year, board.key, world.periods]);

  return {
    basis,
    isUnderWay: basis !== undefined && read === undefined,
    trouble: read && !isSnapshot(read) ? read.trouble : undefined,
    frozen,
    again: () => setRound(round + 1),
  };
}
