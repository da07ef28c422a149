import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { AskForGoal } from '../assignments/AskForGoal.tsx';
import type { Key } from '../basics/key.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { type Activity, isWaiting, yearOfActivity } from './activity.ts';

const useStyles = makeStyles({
  note: {
    marginTop: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** In an activity that waits for its goal: why, and the way to ask for it. Shows nothing in any other. */
export function WaitingNote({ activity, roomKey }: { activity: Activity; roomKey: Key }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const [isDone, setIsDone] = useState(false);
  if (isDone || activity.state === 'dropped' || !isWaiting(activity, world.assignments)) return null;
  const titles = activity.goalKeys.flatMap((goalKey) => world.goals.get(goalKey)?.title ?? []);
  return (
    <div className={styles.note}>
      <AskForGoal
        unitKey={activity.unitKey}
        goalKeys={activity.goalKeys}
        year={yearOfActivity(activity)}
        roomKey={roomKey}
        words={text.asking.waits(titles)}
        onDone={() => setIsDone(true)}
      />
    </div>
  );
}
