import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { coverageOfRoom } from '../followup/coverage.ts';
import type { Unit } from '../organisation/unit.ts';
import * as late from '../panel/lateParts.tsx';
import { hasNotices } from '../panel/RoomPanel.tsx';
import { Section } from '../panel/Section.tsx';
import { SyncMark } from '../panel/SyncMark.tsx';
import { loadUndoBar, UndoPlace } from '../panel/UndoPlace.tsx';
import { useBackStep } from '../panel/useBackStep.tsx';
import type { Reader } from '../panel/useDenied.tsx';
import { useUndo } from '../panel/useUndo.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { loggedIn } from './logged.ts';
import { LoggedList } from './LoggedList.tsx';
import type { MeetingOpen } from './MeetingDrawers.tsx';
import { loadLines, QuickAdd } from './QuickAdd.tsx';
import { activitiesAt, roundOf, standingAt, type Stop } from './round.ts';
import { RoundCards } from './RoundCards.tsx';
import { RoundHead } from './RoundHead.tsx';
import { RoundStart } from './RoundStart.tsx';
import { StageButton } from './StageButton.tsx';
import { useQuickLine } from './useQuickLine.tsx';

const loadAsking = async () => ({ default: (await import('../assignments/AskForGoal.tsx')).AskForGoal });
const loadDrawers = async () => ({ default: (await import('./MeetingDrawers.tsx')).MeetingDrawers });
const AskForGoal = lazy(loadAsking);
const MeetingDrawers = lazy(loadDrawers);

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
  title: {
    margin: 0,
    paddingBlock: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  waits: {
    marginTop: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  mark: { flexShrink: 0, whiteSpace: 'nowrap' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalL,
  },
  all: {
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalS,
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
});

/** The side panel of a meeting: write down, see it stand, and go round the table. */
export function MeetingPanel(parts: {
  room: Unit;
  year: number;
  reader: Reader;
  onBack: (() => void) | undefined;
  /** True while another room than the meeting's own is looked at. */
  isElsewhere: boolean;
  /** True when a link has led to something that only the whole panel shows. */
  startsWhole: boolean;
  /** The whole panel; what is half written here waits behind it. */
  whole: (onBack: () => void) => ReactNode;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { host, newKey } = useEnvironment();
  const snapshot = useWorld();
  const { room, year } = parts;
  const { meetingId } = host.context;
  const undo = useUndo();
  const [openedWith] = useState(newKey);
  const [open, setOpen] = useState<MeetingOpen>();
  const [isWhole, setIsWhole] = useState(parts.startsWhole);
  const [isForgotten, setIsForgotten] = useState(false);
  const [wanted, setWanted] = useState<Stop>();
  const [hasBeenRound, setHasBeenRound] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const coverage = coverageOfRoom(snapshot.world, year, room);
  const onlyGoal = coverage.held.length === 1 ? coverage.held.map(({ goal }) => goal.key) : [];
  const first = { unitKey: room.key, goalKeys: onlyGoal };
  const quick = useQuickLine({ year, roomKey: room.key, meetingId, first });

  const { onBack } = parts;
  useBackStep(onBack !== undefined && !isWhole && !parts.isElsewhere, () => onBack?.());

  useEffect(() => {
    // What stands behind a click must open when the network has gone, too.
    const timer = setTimeout(() => {
      for (const load of [loadUndoBar, loadDrawers, late.loadNotices, loadAsking, loadLines])
        void load().catch(() => undefined);
    }, 1000);
    return () => clearTimeout(timer);
  }, []);

  if (isForgotten) return <late.TroublePage trouble="forgotten" onReload={() => window.location.reload()} />;
  if (isWhole || parts.isElsewhere) return parts.whole(() => setIsWhole(false));

  const units = coverage.units.map(({ unit }) => unit);
  const logged = loggedIn(coverage.activities, meetingId, openedWith);
  const stops = roundOf(coverage);
  const at = wanted && standingAt(stops, wanted);

  function go(stop: Stop) {
    setWanted(stop);
    quick.change({ unitKey: stop.unitKey, goalKeys: stop.goalKey === undefined ? [] : [stop.goalKey] });
  }

  function end(isAllTheWay: boolean) {
    setWanted(undefined);
    setHasBeenRound(isAllTheWay);
    quick.change(first);
    field.current?.focus();
  }

  return (
    // A pointer that presses a chip or a button leaves the focus on the line, ready for the next words.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onMouseDown={(event) => {
        const isButton = event.target instanceof Element && event.target.closest('button') !== null;
        if (isButton && document.activeElement === field.current) event.preventDefault();
      }}
    >
      {onBack ? (
        <Button appearance="transparent" size="small" onClick={onBack}>
          ← {text.steps.back}
        </Button>
      ) : null}
      <header className={styles.head}>
        <h1 className={styles.title}>{text.meeting.title(room.title)}</h1>
        <div className={styles.mark}>
          <SyncMark onOpen={() => setOpen({ drawer: 'waiting' })} />
        </div>
      </header>
      <div role="status">
        {hasNotices(snapshot) || parts.reader.denied.size > 0 ? (
          <Suspense fallback={null}>
            <late.Notices reader={parts.reader} onShowWaiting={() => setOpen({ drawer: 'waiting' })} />
          </Suspense>
        ) : null}
      </div>
      {at ? <RoundHead stops={stops} at={at} onGo={go} onEnd={end} /> : null}
      <QuickAdd
        quick={quick}
        field={field}
        year={year}
        places={at ? [room, ...units].filter(({ key }) => key === at.unitKey) : [room, ...units]}
        activities={coverage.activities}
      />
      {quick.waits ? (
        <div className={styles.waits}>
          <Suspense fallback={null}>
            <AskForGoal
              // Other goals, or another unit, are another question.
              key={[quick.waits.unitKey, ...quick.waits.goalKeys].join(' ')}
              {...quick.waits}
              year={year}
              roomKey={room.key}
              onDone={() => {
                quick.closeWaits();
                field.current?.focus();
              }}
            />
          </Suspense>
        </div>
      ) : null}
      {at ? (
        <RoundCards
          key={`${at.unitKey} ${at.goalKey ?? ''}`}
          activities={activitiesAt(coverage.activities, at).filter((activity) => !logged.includes(activity))}
          roomKey={room.key}
          hasGoal={at.goalKey !== undefined}
        />
      ) : null}
      <Section title={text.meeting.loggedCount(logged.length)}>
        <LoggedList
          logged={logged}
          roomKey={room.key}
          onOpen={(activityKey) => setOpen({ drawer: 'activity', activityKey })}
        />
      </Section>
      {at ? null : (
        <RoundStart
          stops={stops}
          hasBeenRound={hasBeenRound}
          onStart={(stop) => {
            setHasBeenRound(false);
            go(stop);
          }}
        />
      )}
      <div className={styles.foot}>
        <StageButton year={year} roomKey={room.key} />
        <Button appearance="subtle" className={styles.all} onClick={() => setIsWhole(true)}>
          {text.meeting.showAll}
        </Button>
      </div>
      {open ? (
        <Suspense fallback={null}>
          <MeetingDrawers
            open={open}
            roomKey={room.key}
            onClose={() => setOpen(undefined)}
            onForgotten={() => setIsForgotten(true)}
          />
        </Suspense>
      ) : (
        // Under a drawer nobody would see or hear it.
        <UndoPlace undo={undo} where="page" />
      )}
    </div>
  );
}
