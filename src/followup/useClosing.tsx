import { useEffect, useRef, useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { StuckCommand } from '../sync/snapshot.ts';
import { useStore } from '../sync/useWorld.ts';
import { snapshotPage } from '../text/svSnapshot.ts';
import { useEnvironment } from '../useEnvironment.tsx';
import type { ClosePeriod } from './closePeriod.ts';
import { everyPlace } from './everyPlace.ts';
import type { Period } from './period.ts';
import { snapshotFacts } from './snapshotFacts.ts';
import { snapshotOf } from './snapshotOf.ts';

export const closingSteps = ['locked', 'counted', 'read', 'saved', 'closed'] as const;
export type ClosingStep = (typeof closingSteps)[number];

export type ClosingTrouble =
  | { readonly why: 'reading' | 'notReached' | 'notAllowed' | 'calledOff' }
  | { readonly why: 'refused'; readonly refusal: Refusal }
  | { readonly why: 'stuck'; readonly stuck: StuckCommand };

export type ClosingState =
  | { readonly is: 'ahead' }
  | { readonly is: 'underWay'; readonly step: ClosingStep }
  | { readonly is: 'stopped'; readonly step: ClosingStep; readonly trouble: ClosingTrouble }
  | { readonly is: 'done'; readonly byOther: boolean };

/** Thrown to end a closing where it stands: what is done stays done, and the next attempt goes on from there. */
class Stopped extends Error {
  readonly trouble: ClosingTrouble;
  constructor(trouble: ClosingTrouble) {
    super(trouble.why);
    this.trouble = trouble;
  }
}

/**
 * [F41] Closes a period step by step: locked for everybody, counted anew, read whole, written to the library, closed. Each step
 * is done only when the site has confirmed it, and may be done again; whoever comes back after a reload begins at the first
 * that is not.
 */
export function useClosing(period: Pick<Period, 'key' | 'year'>, roomKey: Key) {
  const store = useStore();
  const { snapshots, host, now } = useEnvironment();
  const [state, setState] = useState<ClosingState>({ is: 'ahead' });
  const gone = useRef(new AbortController());
  const { key: periodKey, year } = period;

  useEffect(() => {
    const left = new AbortController();
    gone.current = left;
    return () => left.abort();
  }, []);

  async function take(step: ClosePeriod['step']): Promise<void> {
    const refusal = await store.dispatch({ do: 'closePeriod', year, roomKey, periodKey, step });
    if (refusal?.refused === 'closingCalledOff') throw new Stopped({ why: 'calledOff' });
    if (refusal) throw new Stopped({ why: 'refused', refusal });
    await allSent();
  }

  /** What waits here is not on the site yet, and would be missing there while it stands in the snapshot. */
  function allSent(): Promise<void> {
    return new Promise((resolve, reject) => {
      let leave = () => {};
      const look = () => {
        const { waiting, stuck } = store.snapshot();
        const own = stuck.find(
          ({ command }) => command.do === 'closePeriod' && command.periodKey === periodKey,
        );
        if (!own && waiting.length > 0 && !gone.current.signal.aborted) return;
        leave();
        if (own) reject(new Stopped({ why: 'stuck', stuck: own }));
        else resolve();
      };
      leave = store.subscribe(look);
      gone.current.signal.addEventListener('abort', look);
      look();
    });
  }

  const stateNow = () => store.snapshot().world.periods.get(periodKey);

  async function run(): Promise<void> {
    const { signal } = gone.current;
    let step: ClosingStep = 'locked';
    const begin = (next: ClosingStep) => {
      step = next;
      setState({ is: 'underWay', step });
    };
    try {
      begin('locked');
      // What came to a stop before is tried anew, and not a second time beside it.
      const old = store
        .snapshot()
        .stuck.filter(({ command }) => command.do === 'closePeriod' && command.periodKey === periodKey);
      for (const { command } of old) store.discard(command.key);
      if (stateNow()?.state === 'open') await take({ to: 'closing' });
      else await allSent();
      if (signal.aborted) return;
      begin('counted');
      await reading(store.verify(year));
      if (signal.aborted) return;
      begin('read');
      // First which places there are: nobody may have been added unseen.
      await reading(store.visit([{ year }], 0));
      await reading(store.visit(everyPlace(store.snapshot().world.units, year), 0));
      await allSent();
      if (signal.aborted) return;
      const { world } = store.snapshot();
      const whole = stateNow();
      if (!whole || whole.state === 'open') throw new Stopped({ why: 'calledOff' });
      if (whole.state === 'closed') return setState({ is: 'done', byOther: true });
      begin('saved');
      const taken = { by: host.context.person, takenAt: now().toISOString() };
      const saved = await snapshots.save(
        snapshotOf(world, whole, taken),
        snapshotPage(snapshotFacts(world, whole, taken)),
      );
      if ('trouble' in saved) throw new Stopped({ why: saved.trouble });
      if (signal.aborted) return;
      begin('closed');
      await take({ to: 'closed', url: saved.url, checksum: saved.checksum });
      setState({ is: 'done', byOther: stateNow()?.snapshotChecksum !== saved.checksum });
    } catch (thrown) {
      // Without the network the code that saves it cannot be had either.
      const trouble = thrown instanceof Stopped ? thrown.trouble : ({ why: 'notReached' } as const);
      setState({ is: 'stopped', step, trouble });
    }
  }

  return { state, run };
}

async function reading(asked: Promise<unknown>): Promise<void> {
  await asked.catch(() => {
    throw new Stopped({ why: 'reading' });
  });
}
