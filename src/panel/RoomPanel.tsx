import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ActivityList } from '../activities/ActivityList.tsx';
import type { Key } from '../basics/key.ts';
import { coverageOfRoom } from '../followup/coverage.ts';
import { GoalList } from '../goals/GoalList.tsx';
import { UnitList } from '../organisation/UnitList.tsx';
import type { Unit } from '../organisation/unit.ts';
import type { Snapshot } from '../sync/snapshot.ts';
import { useWorld } from '../sync/useWorld.ts';
import { PageTitle } from './PageTitle.tsx';
import { useText } from '../text/TextProvider.tsx';
import { Opening } from './Opening.tsx';
import { Section } from './Section.tsx';
import { SyncMark } from './SyncMark.tsx';
import { loadUndoBar, UndoPlace } from './UndoPlace.tsx';
import { useUndo } from './useUndo.tsx';
import { YearChoice } from './YearChoice.tsx';

const loadNotices = async () => ({ default: (await import('./Notices.tsx')).Notices });
const loadDrawers = async () => ({ default: (await import('./RoomDrawers.tsx')).RoomDrawers });
const Notices = lazy(loadNotices);
const RoomDrawers = lazy(loadDrawers);
const TroublePage = lazy(async () => ({ default: (await import('../setup/TroublePage.tsx')).TroublePage }));

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalM,
  },
});

/** What stands open over the room's page. */
export type Open =
  | { readonly drawer: 'assign'; readonly unitKey?: Key }
  | { readonly drawer: 'log' | 'waiting' }
  | { readonly drawer: 'activity'; readonly activityKey: Key };

/** A department's or unit's own page: how it stands, what it holds, and what is being done. */
export function RoomPanel(parts: {
  room: Unit;
  year: number;
  years: readonly number[];
  onYear: (year: number) => void;
  onOpen: (unitKey: Key) => void;
  onBack?: (() => void) | undefined;
}) {
  const styles = useStyles();
  const text = useText();
  const snapshot = useWorld();
  const { world, unsent } = snapshot;
  const [open, setOpen] = useState<Open>();
  const [isForgotten, setIsForgotten] = useState(false);
  const undo = useUndo();
  const coverage = coverageOfRoom(world, parts.year, parts.room);

  useEffect(() => {
    // What stands behind a click must open when the network has gone, too; the first frame goes before it.
    const timer = setTimeout(() => {
      for (const load of [loadDrawers, loadUndoBar, loadNotices]) void load().catch(() => undefined);
    }, 2000);
    return () => clearTimeout(timer);
  }, []);

  if (isForgotten) {
    return <TroublePage trouble="forgotten" onReload={() => window.location.reload()} />;
  }
  return (
    <>
      {parts.onBack ? (
        <Button appearance="transparent" size="small" onClick={parts.onBack}>
          ← {text.steps.back}
        </Button>
      ) : null}
      <header className={styles.head}>
        <PageTitle>{parts.room.title}</PageTitle>
        <YearChoice year={parts.year} years={parts.years} onYear={parts.onYear} />
        <SyncMark onOpen={() => setOpen({ drawer: 'waiting' })} />
      </header>
      <Opening
        coverage={coverage}
        onAssign={() => setOpen({ drawer: 'assign' })}
        onLog={() => setOpen({ drawer: 'log' })}
      />
      <div role="status">
        {hasNotices(snapshot) ? (
          <Suspense fallback={null}>
            <Notices onShowWaiting={() => setOpen({ drawer: 'waiting' })} />
          </Suspense>
        ) : null}
      </div>

      <Section title={text.goals.title}>
        <GoalList held={coverage.held} stageGoals={world.stageGoals} hasUnits={coverage.units.length > 0} />
      </Section>
      {coverage.units.length > 0 ? (
        <Section title={text.units.title}>
          <UnitList
            units={coverage.units}
            goalsToAssign={coverage.held.length}
            onOpen={parts.onOpen}
            onAssign={(unitKey) => setOpen({ drawer: 'assign', unitKey })}
          />
        </Section>
      ) : null}
      <Section title={text.activities.title}>
        <ActivityList
          activities={coverage.activities}
          world={world}
          unsent={unsent}
          onOpen={(activityKey) => setOpen({ drawer: 'activity', activityKey })}
        />
      </Section>

      {open ? (
        <Suspense fallback={null}>
          <RoomDrawers
            open={open}
            coverage={coverage}
            year={parts.year}
            undo={undo}
            onClose={() => setOpen(undefined)}
            onForgotten={() => setIsForgotten(true)}
          />
        </Suspense>
      ) : (
        // Under a drawer nobody would see or hear it.
        <UndoPlace undo={undo} where="page" />
      )}
    </>
  );
}

function hasNotices({ stuck, isKept, setAside, crowded, damaged }: Snapshot): boolean {
  const isWhole = damaged.chunks + damaged.commands === 0;
  return stuck.length > 0 || !isKept || setAside > 0 || crowded !== undefined || !isWhole;
}
