import { Button, makeStyles } from '@fluentui/react-components';
import { Suspense, useEffect, useRef, useState } from 'react';
import { ActivityList } from '../activities/ActivityList.tsx';
import { consultationOf } from '../assignments/consultation.ts';
import { hasTalk, requestsOf } from '../assignments/talk.ts';
import type { Key } from '../basics/key.ts';
import { coverageOfRoom, type RoomCoverage } from '../followup/coverage.ts';
import { GoalList } from '../goals/GoalList.tsx';
import { leads } from '../organisation/leads.ts';
import { UnitList } from '../organisation/UnitList.tsx';
import type { Unit } from '../organisation/unit.ts';
import type { Snapshot } from '../sync/snapshot.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useText } from '../text/TextProvider.tsx';
import * as late from './lateParts.tsx';
import { Opening } from './Opening.tsx';
import { PageHead } from './PageHead.tsx';
import { Section } from './Section.tsx';
import { UndoPlace } from './UndoPlace.tsx';
import { useBackStep } from './useBackStep.tsx';
import type { Reader } from './useDenied.tsx';
import { useNews } from './useNews.tsx';
import { useUndo } from './useUndo.tsx';
import { YearChoice } from './YearChoice.tsx';
import { useEnvironment } from '../useEnvironment.tsx';

const useStyles = makeStyles({
  back: { minWidth: 0, paddingInline: 0, '@media (pointer: coarse)': { minHeight: '44px' } },
  talk: { outlineStyle: 'none' },
});

/** What stands open over the room's page. */
export type Open =
  | { readonly drawer: 'assign'; readonly unitKey?: Key }
  | { readonly drawer: 'continue' | 'waiting' | 'ask' | 'checkIn' | 'export' | 'timeline' }
  | { readonly drawer: 'log'; readonly goalKey?: Key }
  | { readonly drawer: 'goal'; readonly goalKey: Key }
  | { readonly drawer: 'activity'; readonly activityKey: Key; readonly fromGoal?: Key };

/** A department's or unit's own page: how it stands, what it holds, and what is being done. */
export function RoomPanel(parts: {
  room: Unit;
  year: number;
  years: readonly number[];
  /** What a link leads to on this page. */
  first?: Open | undefined;
  reader: Reader;
  onYear: (year: number) => void;
  onOpen: (unitKey: Key) => void;
  onBack?: (() => void) | undefined;
}) {
  const styles = useStyles();
  const text = useText();
  const snapshot = useWorld();
  const { world, unsent } = snapshot;
  const { room, year, onBack } = parts;
  const { denied } = parts.reader;
  const [open, setOpen] = useState<Open | undefined>(parts.first);
  const [isForgotten, setIsForgotten] = useState(false);
  const [isHelping, setIsHelping] = useState(false);
  const [copies, setCopies] = useState(0);
  const talk = useRef<HTMLDivElement>(null);
  const undo = useUndo();
  const { host } = useEnvironment();
  const news = useNews();
  const coverage = coverageOfRoom(world, year, room);
  const below = coverage.units.map(({ unit }) => unit);
  const talks = news.wishes.length > 0 || hasTalk(world.assignments, year, room, below);
  const lacksGoals = room.level === 'unit' && coverage.held.length < coverage.possible;
  const canAssign = !denied.has('assignments');
  useBackStep(onBack !== undefined, () => onBack?.());

  useEffect(() => {
    // The first frame goes before it.
    const timer = setTimeout(late.fetchLateParts, 2000);
    return () => clearTimeout(timer);
  }, []);

  if (isForgotten) {
    return <late.TroublePage trouble="forgotten" onReload={() => window.location.reload()} />;
  }
  const ask = () => setOpen({ drawer: 'ask' });
  return (
    <>
      {onBack ? (
        <Button appearance="transparent" size="small" className={styles.back} onClick={onBack}>
          ← {text.steps.back}
        </Button>
      ) : null}
      <PageHead
        title={room.title}
        onWaiting={() => setOpen({ drawer: 'waiting' })}
        menu={
          <Suspense fallback={null}>
            <late.RoomMenu
              onHelp={() => setIsHelping(true)}
              onCopyLink={() => setCopies(copies + 1)}
              onShow={(drawer) => setOpen({ drawer })}
            />
          </Suspense>
        }
      >
        <YearChoice year={year} years={parts.years} onYear={parts.onYear} />
      </PageHead>
      {copies > 0 ? (
        <Suspense fallback={null}>
          <late.CopiedLink key={copies} page={{ year, roomKey: room.key }} label={room.title} />
        </Suspense>
      ) : null}
      <Opening
        coverage={coverage}
        requests={requestsOf(world.assignments, year, below)}
        denied={denied}
        leads={leads(world.units, room, host.context.person.id)}
        on={{
          assign: () => setOpen({ drawer: 'assign' }),
          log: () => setOpen({ drawer: 'log' }),
          ask,
          answer: () => talk.current?.focus(),
        }}
      />
      <div role="status">
        {hasNotices(snapshot) || denied.size > 0 ? (
          <Suspense fallback={null}>
            <late.Notices reader={parts.reader} onShowWaiting={() => setOpen({ drawer: 'waiting' })} />
          </Suspense>
        ) : null}
      </div>
      {isHelping || isAtTheBeginning(coverage) ? (
        <Suspense fallback={null}>
          <late.FirstSteps coverage={coverage} isCalled={isHelping} onClose={() => setIsHelping(false)} />
        </Suspense>
      ) : null}

      {talks ? (
        <div ref={talk} tabIndex={-1} className={styles.talk}>
          <Suspense fallback={null}>
            <late.RoomTalk room={room} year={year} news={news} />
          </Suspense>
        </div>
      ) : null}

      <Section
        title={text.goals.title}
        aside={
          <Suspense fallback={null}>
            <late.GoalsAside
              room={room}
              year={year}
              onAsk={lacksGoals && canAssign ? ask : undefined}
              onCheckIn={denied.has('activities') ? undefined : () => setOpen({ drawer: 'checkIn' })}
            />
          </Suspense>
        }
      >
        <GoalList
          held={coverage.held}
          stageGoals={world.stageGoals}
          hasUnits={below.length > 0}
          room={room}
          year={year}
          onOpen={(goalKey) => setOpen({ drawer: 'goal', goalKey })}
        />
      </Section>
      {below.length > 0 ? (
        <Section title={text.units.title}>
          <UnitList
            units={coverage.units}
            consultationOf={(unit) => consultationOf(world, year, unit)}
            goalsToAssign={coverage.held.length}
            canAssign={canAssign}
            onOpen={parts.onOpen}
            onAssign={(unitKey) => setOpen({ drawer: 'assign', unitKey })}
          />
        </Section>
      ) : null}
      <Section title={text.activities.title}>
        <Suspense fallback={null}>
          <late.ContinueLine
            coverage={coverage}
            year={year}
            onContinue={() => setOpen({ drawer: 'continue' })}
          />
        </Suspense>
        <ActivityList
          activities={coverage.activities}
          room={room}
          world={world}
          unsent={unsent}
          onOpen={(activityKey) => setOpen({ drawer: 'activity', activityKey })}
        />
      </Section>

      <Suspense fallback={null}>
        <late.IdeaSection
          key={`${year}/${room.key}`}
          coverage={coverage}
          year={year}
          canLog={!denied.has('activities')}
        />
      </Suspense>

      {open ? (
        <Suspense fallback={null}>
          <late.RoomDrawers
            open={open}
            coverage={coverage}
            year={year}
            undo={undo}
            news={news}
            canLog={!denied.has('activities')}
            onOpen={setOpen}
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

/** There are goals to begin with, and nobody has begun. */
function isAtTheBeginning({ held, units, activities }: RoomCoverage): boolean {
  return held.length > 0 && activities.length === 0 && units.every(({ goals }) => goals.length === 0);
}

export function hasNotices({ stuck, isKept, setAside, crowded, damaged, schema }: Snapshot): boolean {
  const isWhole = damaged.chunks + damaged.commands === 0;
  return stuck.length > 0 || !isKept || setAside > 0 || crowded !== undefined || !isWhole || !!schema;
}
