import {
  Button,
  Caption1,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { RoomCoverage } from '../followup/coverage.ts';
import { EmptyRows } from '../panel/RowList.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { AssignTicks } from './AssignTicks.tsx';
import { standingOf } from './assignment.ts';
import { cellOf, inCell } from './cell.ts';

const useStyles = makeStyles({
  intro: { marginTop: 0, color: tokens.colorNeutralForeground2 },
  count: { flexGrow: 1 },
  satisfied: {
    display: 'block',
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
  },
  all: { marginBottom: tokens.spacingVerticalS },
});

/** Units down, goals across; what is ticked is handed down when, and only when, the user saves. */
export function AssignDrawer(parts: {
  coverage: RoomCoverage;
  year: number;
  /** The unit whose button was pressed; `undefined` is everybody. */
  unitKey?: Key;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { coverage, year, unitKey } = parts;
  const goals = coverage.held.map(({ goal }) => goal);
  const asked = coverage.units.filter(({ unit }) => unitKey === undefined || unit.key === unitKey);
  const units = asked.filter(({ goals: has }) => has.length < goals.length);
  const satisfied = asked.filter((unit) => !units.includes(unit)).map(({ unit }) => unit.title);
  const free = units.flatMap(({ unit, goals: has }) =>
    goals.filter((goal) => !has.includes(goal)).map((goal) => cellOf(goal.key, unit.key)),
  );
  // One press of Save is enough for the commonest wish: every unit gets every goal.
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(free));
  // What was ticked in advance is meant for what stood there then; a cell that has become free since is ticked by a
  // hand that has seen it.
  const [seenFirst] = useState(() => new Map(free.map((cell) => [cell, standing(cell)])));
  const [isOpen, setIsOpen] = useState(true);
  const [refusal, setRefusal] = useState<Refusal>();
  const wanted = free.filter((cell) => ticked.has(cell));

  function standing(cell: string) {
    const { goalKey, unitKey: toUnit } = inCell(cell);
    return standingOf(world.assignments, year, goalKey, toUnit);
  }

  async function save() {
    const wishes = wanted.map((cell) => {
      const seen = seenFirst.get(cell) ?? standing(cell);
      return { do: 'assignGoal', year, roomKey: coverage.room.key, ...inCell(cell), seen } as const;
    });
    const refused = await store.dispatchAll(wishes);
    setRefusal(refused);
    if (!refused) setIsOpen(false);
  }

  const footer = (
    <>
      <Text className={styles.count}>{text.assign.new(wanted.length)}</Text>
      <Button appearance="primary" disabled={wanted.length === 0} onClick={() => void save()}>
        {text.save}
      </Button>
      <Button onClick={() => setIsOpen(false)}>{text.cancel}</Button>
    </>
  );

  return (
    <SideDrawer
      title={text.assign.title}
      isWide={units.length > 1}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={parts.onClose}
      footer={footer}
    >
      {units.length === 0 ? (
        <EmptyRows>{satisfied.length > 0 ? text.assign.haveAll(satisfied) : text.assign.noUnits}</EmptyRows>
      ) : (
        <>
          <p className={styles.intro}>{text.assign.intro}</p>
          {refusal ? (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{text.refused(refusal.refused, refusal.limit ?? 0)}</MessageBarBody>
            </MessageBar>
          ) : null}
          {free.length > 1 ? (
            <Checkbox
              className={styles.all}
              label={text.assign.all}
              checked={wanted.length === free.length ? true : wanted.length === 0 ? false : 'mixed'}
              onChange={() => setTicked(new Set(wanted.length === free.length ? [] : free))}
            />
          ) : null}
          <AssignTicks
            goals={goals}
            units={units}
            ticked={ticked}
            onTick={(cell) =>
              setTicked((before) => {
                const after = new Set(before);
                if (!after.delete(cell)) after.add(cell);
                return after;
              })
            }
          />
          {satisfied.length > 0 ? (
            <Caption1 className={styles.satisfied}>{text.assign.haveAll(satisfied)}</Caption1>
          ) : null}
        </>
      )}
    </SideDrawer>
  );
}
