import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { ActivityRows } from '../activities/ActivityRows.tsx';
import { assignmentKey, holds } from '../assignments/assignment.ts';
import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { countdownOf } from '../followup/countdown.ts';
import type { RoomCoverage } from '../followup/coverage.ts';
import { statusesOf } from '../followup/status.ts';
import { HistorySection } from '../followup/HistorySection.tsx';
import { StatusChip } from '../followup/StatusChip.tsx';
import { CopyLink } from '../panel/CopyLink.tsx';
import { EmptyRows } from '../panel/RowList.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import type { Goal } from './goal.ts';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
    overflowWrap: 'anywhere',
  },
  line: { margin: 0 },
  heading: {
    margin: 0,
    marginBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

type Parts = {
  goalKey: Key;
  coverage: RoomCoverage;
  year: number;
  /** Undefined where the site does not let the user write activities. */
  onLog: (() => void) | undefined;
  /** The way to telling how it goes; undefined where that cannot be written either. */
  onCheckIn: (() => void) | undefined;
  onActivity: (activityKey: Key) => void;
  onClose: () => void;
};

/** One goal as this room has it: what it means, how it goes, who holds it and what is done for it. */
export function GoalDrawer(parts: Parts) {
  const { world } = useWorld();
  const goal = world.goals.get(parts.goalKey);
  return goal ? <OpenGoal {...parts} goal={goal} /> : null;
}

function OpenGoal(parts: Parts & { goal: Goal }) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.panel.goal;
  const { world, unsent } = useWorld();
  const { now } = useEnvironment();
  const [isOpen, setIsOpen] = useState(true);
  const [next, setNext] = useState<() => void>();
  const { goal, coverage, year } = parts;
  const { room, units } = coverage;
  const stageGoals = [...world.stageGoals.by('goal', goal.key)].sort((a, b) => (a.due < b.due ? -1 : 1));
  const holders = units.filter(({ unit }) => holds(world.assignments, year, goal.key, unit.key));
  const activities = coverage.activities.filter(({ goalKeys }) => goalKeys.includes(goal.key));
  const assigned = assignmentKey(year, goal.key, room.key);
  const said = statusesOf(world, year, room).get(goal.key);

  /** One drawer at a time: this one slides away before the next comes. */
  function leaveFor(then: () => void) {
    setNext(() => then);
    setIsOpen(false);
  }

  const isHeld = holds(world.assignments, year, goal.key, room.key);
  const { onLog, onCheckIn } = parts;
  const footer = onLog ? (
    <>
      <Button appearance="primary" className={styles.button} onClick={() => leaveFor(onLog)}>
        {words.log}
      </Button>
      {onCheckIn && isHeld && countdownOf(world.periods, year, dayOf(now())) ? (
        <Button className={styles.button} onClick={() => leaveFor(onCheckIn)}>
          {text.checkIns.give}
        </Button>
      ) : null}
    </>
  ) : null;

  return (
    <SideDrawer
      title={goal.title}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={next ?? parts.onClose}
      footer={footer}
    >
      <div className={styles.body}>
        {goal.description ? <p className={styles.line}>{goal.description}</p> : null}
        {goal.theme ? (
          <Part title={words.theme}>
            <p className={styles.line}>{goal.theme}</p>
          </Part>
        ) : null}
        {said ? (
          <Part title={words.status}>
            <StatusChip status={said.status} />
            {said.text ? <p className={styles.line}>{said.text}</p> : null}
            <div className={styles.quiet}>
              {words.saidBy(
                world.units.get(said.unitKey)?.title ?? '',
                said.by?.name ?? '',
                said.on ? text.date(said.on) : '',
              )}
            </div>
          </Part>
        ) : null}
        <Part title={words.howFollowed}>
          <p className={styles.line}>
            {goal.isMeasured
              ? goal.isCarried
                ? words.measuredAndCarried
                : words.measuredOnly
              : words.carriedOnly}
          </p>
        </Part>
        {stageGoals.length > 0 ? (
          <Part title={words.stageGoals}>
            <ul className={styles.list}>
              {stageGoals.map((stageGoal) => (
                <li key={stageGoal.key}>
                  {stageGoal.title} <span className={styles.quiet}>{words.by(text.date(stageGoal.due))}</span>
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
        {units.length > 0 ? (
          <Part title={words.heldBy}>
            <p className={styles.line}>
              {holders.length === 0
                ? words.heldByNone
                : holders.length === units.length
                  ? words.heldByAll
                  : words.heldByThese(holders.map(({ unit }) => unit.title))}
            </p>
          </Part>
        ) : null}
        <Part title={words.activities}>
          {activities.length > 0 ? (
            <ActivityRows
              label={words.activities}
              activities={activities}
              world={world}
              unsent={unsent}
              onOpen={(key) => leaveFor(() => parts.onActivity(key))}
            />
          ) : (
            <EmptyRows>{words.noActivities}</EmptyRows>
          )}
        </Part>
        {world.assignments.get(assigned) ? <HistorySection list="assignments" recordKey={assigned} /> : null}
        <CopyLink page={{ year, roomKey: room.key, goalKey: goal.key }} label={goal.title} />
      </div>
    </SideDrawer>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={useStyles().heading}>{title}</h3>
      {children}
    </section>
  );
}
