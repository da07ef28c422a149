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
import { useStore } from '../sync/useWorld.ts';
import { useText } from '../text/TextProvider.tsx';
import { AssignTicks } from './AssignTicks.tsx';
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
  onSaved: (words: string) => void;
}) {
  const styles = useStyles();
  const text = useText();
  const store = useStore();
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
  const [isOpen, setIsOpen] = useState(true);
  const [refusal, setRefusal] = useState<Refusal>();
  const wanted = free.filter((cell) => ticked.has(cell));

  async function save() {
    for (const cell of wanted) {
      const refused = await store.dispatch({
        do: 'assignGoal',
        year,
        roomKey: coverage.room.key,
        ...inCell(cell),
      });
      if (refused) return setRefusal(refused);
    }
    parts.onSaved(text.assign.saved(wanted.length));
    setIsOpen(false);
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
