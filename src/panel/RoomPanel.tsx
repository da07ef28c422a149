import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { ActivityList } from '../activities/ActivityList.tsx';
import type { Key } from '../basics/key.ts';
import { coverageOfRoom } from '../followup/coverage.ts';
import { GoalList } from '../goals/GoalList.tsx';
import { UnitList } from '../organisation/UnitList.tsx';
import type { Unit } from '../organisation/unit.ts';
import { useWorld } from '../sync/useWorld.ts';
import { PageTitle } from './PageTitle.tsx';
import { useText } from '../text/TextProvider.tsx';
import { Notice } from './Notice.tsx';
import { Opening } from './Opening.tsx';
import { Section } from './Section.tsx';
import { SyncMark } from './SyncMark.tsx';
import { YearChoice } from './YearChoice.tsx';

const AssignDrawer = lazy(async () => ({
  default: (await import('../assignments/AssignDrawer.tsx')).AssignDrawer,
}));
const LogDrawer = lazy(async () => ({ default: (await import('../activities/LogDrawer.tsx')).LogDrawer }));
const NeedsYouDrawer = lazy(async () => ({ default: (await import('./NeedsYouDrawer.tsx')).NeedsYouDrawer }));

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

type Open = { readonly drawer: 'assign'; readonly unitKey?: Key } | { readonly drawer: 'log' | 'needsYou' };

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
  const { world, unsent, stuck, setAside, isKept } = useWorld();
  const [open, setOpen] = useState<Open>();
  const [notice, setNotice] = useState('');
  const coverage = coverageOfRoom(world, parts.year, parts.room);
  const close = () => setOpen(undefined);

  return (
    <>
      {parts.onBack ? (
        <Button appearance="transparent" size="small" onClick={parts.onBack}>
          ← {text.departments.back}
        </Button>
      ) : null}
      <header className={styles.head}>
        <PageTitle>{parts.room.title}</PageTitle>
        <YearChoice year={parts.year} years={parts.years} onYear={parts.onYear} />
        <SyncMark onNeedsYou={() => setOpen({ drawer: 'needsYou' })} />
      </header>
      <Opening
        coverage={coverage}
        onAssign={() => setOpen({ drawer: 'assign' })}
        onLog={() => setOpen({ drawer: 'log' })}
      />
      {stuck.length > 0 ? (
        <Notice
          words={text.needsYou.some(stuck.length)}
          action={text.needsYou.show}
          onAction={() => setOpen({ drawer: 'needsYou' })}
        />
      ) : (
        <Notice words={notice} action={text.close} onAction={() => setNotice('')} />
      )}
      {isKept ? null : <Notice words={text.sync.notKept} />}
      {setAside > 0 ? <Notice words={text.sync.setAside(setAside)} /> : null}

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
        <ActivityList activities={coverage.activities} world={world} unsent={unsent} />
      </Section>

      <Suspense fallback={null}>
        {open?.drawer === 'assign' ? (
          <AssignDrawer
            coverage={coverage}
            year={parts.year}
            {...(open.unitKey === undefined ? {} : { unitKey: open.unitKey })}
            onClose={close}
            onSaved={setNotice}
          />
        ) : null}
        {open?.drawer === 'log' ? (
          <LogDrawer coverage={coverage} year={parts.year} onClose={close} onSaved={setNotice} />
        ) : null}
        {open?.drawer === 'needsYou' ? <NeedsYouDrawer onClose={close} /> : null}
      </Suspense>
    </>
  );
}
