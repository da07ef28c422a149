import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import { holdsIn, inOrder } from '../goals/goal.ts';
import type { Unit } from '../organisation/unit.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { AskForGoal } from './AskForGoal.tsx';
import { assignmentKey, holds, standingOf } from './assignment.ts';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  goals: { display: 'flex', flexDirection: 'column', border: 'none', margin: 0, padding: 0, minWidth: 0 },
  asked: { color: tokens.colorNeutralForeground3 },
});

/** The goals that the room lacks, to ask for. */
export function AskDrawer({ room, year, onClose }: { room: Unit; year: number; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const [isOpen, setIsOpen] = useState(true);
  const [chosen, setChosen] = useState<readonly Key[]>([]);
  const goals = inOrder(
    [...world.goals.values()].filter(
      (goal) => goal.isCarried && holdsIn(goal, year) && !holds(world.assignments, year, goal.key, room.key),
    ),
  );
  const [isAsked, setIsAsked] = useState(false);
  const close = () => setIsOpen(false);

  return (
    <SideDrawer title={text.asking.askFor} isOpen={isOpen} onDismiss={close} onClosed={onClose}>
      <div className={styles.body}>
        {isAsked ? null : (
          <>
            <p className={styles.intro}>{text.asking.intro}</p>
            <fieldset className={styles.goals} aria-label={text.log.goal}>
              {goals.map(({ key, title }) => {
                const row = world.assignments.get(assignmentKey(year, key, room.key));
                const isAskedFor = standingOf(world.assignments, year, key, room.key) === 'requested';
                const isTicked = chosen.includes(key);
                return (
                  <Checkbox
                    key={key}
                    checked={isAskedFor || isTicked}
                    disabled={isAskedFor}
                    onChange={() =>
                      setChosen(isTicked ? chosen.filter((one) => one !== key) : [...chosen, key])
                    }
                    label={
                      <>
                        {title}
                        {isAskedFor ? (
                          <div className={styles.asked}>
                            {row?.requestedBy && row.requestedOn
                              ? text.asking.askedBy(row.requestedBy.name, row.requestedOn)
                              : text.asking.askedAlready}
                          </div>
                        ) : null}
                      </>
                    }
                  />
                );
              })}
            </fieldset>
          </>
        )}
        {chosen.length > 0 ? (
          <AskForGoal
            unitKey={room.key}
            goalKeys={chosen}
            year={year}
            roomKey={room.key}
            words=""
            onAsked={() => setIsAsked(true)}
            onDone={close}
          />
        ) : null}
      </div>
    </SideDrawer>
  );
}
