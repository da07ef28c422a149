import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Unit } from '../organisation/unit.ts';
import { EmptyRows } from '../panel/RowList.tsx';
import { CorrectionField } from '../panel/CorrectionField.tsx';
import { needsReason } from '../panel/correctable.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useIsNarrow } from '../panel/useIsNarrow.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { AssignFooter } from './AssignFooter.tsx';
import type { AssignGoal } from './assignGoal.ts';
import { AssignGrid } from './AssignGrid.tsx';
import { AssignOneByOne } from './AssignOneByOne.tsx';
import type { Cell } from './matrix.ts';
import { useAssigning } from './useAssigning.tsx';
import { useHanging } from './useHanging.tsx';
import { useRowWords } from './useRowWords.tsx';
import { useStandings } from './useStandings.tsx';
import type { WithdrawGoal } from './withdrawGoal.ts';

const useStyles = makeStyles({
  // The matrix takes what is left of the height, and scrolls in itself.
  whole: { display: 'flex', flexDirection: 'column', height: '100%' },
  intro: { marginTop: 0, color: tokens.colorNeutralForeground2 },
  from: { maxWidth: '320px', marginBottom: tokens.spacingVerticalM },
  bar: { marginBottom: tokens.spacingVerticalS, flexShrink: 0 },
  reading: { marginBlock: tokens.spacingVerticalXXL },
});

/** More goals than this take the width that there is. */
const manyGoals = 5;

/**
 * Units down, goals across, one and the same at every level; what is ticked is handed down, and what is unticked is taken
 * back, when and only when the user saves.
 */
export function AssignDrawer(parts: {
  /** Whose goals are handed down; where there are several, one is chosen here. */
  rooms: readonly [Unit, ...Unit[]];
  year: number;
  /** The unit whose button was pressed; `undefined` is everybody. */
  unitKey?: Key | undefined;
  /** After a save: what was handed down and taken back. */
  onAssigned?: (wishes: readonly (AssignGoal | WithdrawGoal)[]) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const isNarrow = useIsNarrow(480);
  const { rooms, year, unitKey } = parts;
  const [roomKey, setRoomKey] = useState(rooms[0].key);
  const room = rooms.find(({ key }) => key === roomKey) ?? rooms[0];
  const { standings, readAgain } = useStandings(room, year);
  const isReady = standings === 'ready';
  const { matrix, wants, onTick, plan, wishes } = useAssigning({ rooms, room, year, unitKey, isReady });
  const hanging = useHanging(plan.withdraw, year);
  const wordsOf = useRowWords(year, wants);
  const [isOpen, setIsOpen] = useState(true);
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { goals, rows } = matrix;
  const start = Math.max(
    0,
    rows.findIndex(({ unit }) => unit.key === unitKey),
  );
  const firstLacking = rows[start]?.cells.findIndex(({ standing }) => standing !== 'assigned') ?? 0;
  const spot = { row: start + 1, column: Math.max(firstLacking, 0) + 1 };
  const whole = useRef<HTMLDivElement>(null);
  const comesForUnit = isReady && unitKey !== undefined;

  useEffect(() => {
    // Whoever comes for one unit stands in its row at once; whoever comes for all reads first.
    if (comesForUnit) whole.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
  }, [comesForUnit]);

  // The same function each time: of hundreds of rows only the ticked one is drawn anew.
  const tick = useCallback(
    (cells: readonly Cell[], to: boolean) => {
      setIsAsking(false);
      setRefusal(undefined);
      onTick(cells, to);
    },
    [onTick],
  );

  async function save(correction?: string) {
    setIsBusy(true);
    // What hangs on a department's goal may not have been read yet.
    const hangs = isAsking ? false : await hanging.ask();
    setIsBusy(false);
    if (hangs) {
      setIsAsking(true);
      return undefined;
    }
    const wanted = wishes().map((wish) => (correction === undefined ? wish : { ...wish, correction }));
    const refused = await store.dispatchAll(wanted);
    setRefusal(refused);
    setIsAsking(false);
    if (refused) return refused;
    parts.onAssigned?.(wanted);
    setIsOpen(false);
    return undefined;
  }

  const footer = (
    <AssignFooter
      added={plan.assign.length}
      removed={plan.withdraw.length}
      busy={hanging.busy}
      warning={hanging.warning}
      isAsking={isAsking}
      isBusy={isBusy}
      onSave={() => void save()}
      onBack={() => setIsAsking(false)}
      onCancel={() => setIsOpen(false)}
    />
  );

  return (
    <SideDrawer
      title={text.assign.title}
      isWide
      isWhole={goals.length > manyGoals}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={parts.onClose}
      footer={footer}
    >
      <div ref={whole} className={styles.whole}>
        {rooms.length > 1 ? (
          <Field label={text.assign.from} className={styles.from}>
            <Select value={room.key} onChange={(_, { value }) => setRoomKey(value)}>
              {rooms.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        {content()}
      </div>
    </SideDrawer>
  );

  function content() {
    if (standings === 'reading') {
      return <Spinner className={styles.reading} size="small" label={text.assign.reading} />;
    }
    if (standings === 'failed') {
      return (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>{text.assign.unread}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={readAgain}>{text.waiting.retry}</Button>
          </MessageBarActions>
        </MessageBar>
      );
    }
    if (rows.length === 0) return <EmptyRows>{text.assign.noUnits(room.title)}</EmptyRows>;
    if (goals.length === 0) return <EmptyRows>{text.assign.noGoals(room.title)}</EmptyRows>;
    const shared = { matrix, wants, wordsOf, onTick: tick };
    return (
      <>
        <p className={styles.intro}>{text.assign.intro(rows[0]?.unit.level ?? 'unit')}</p>
        {refusal ? <Bar intent="error" words={refusedWords(refusal)} /> : null}
        {needsReason(refusal) ? <CorrectionField onCorrect={save} /> : null}
        {plan.overtaken.length > 0 ? (
          <Bar intent="warning" words={text.assign.overtaken(plan.overtaken.map(nameOf))} />
        ) : null}
        {isNarrow ? (
          <AssignOneByOne key={room.key} {...shared} start={start} />
        ) : (
          <AssignGrid key={room.key} {...shared} start={spot} label={text.assign.grid(room.title)} />
        )}
      </>
    );
  }

  function refusedWords({ refused, limit }: Refusal): string {
    // "Choose what should stand" would ask for a choice that is not here.
    return refused === 'changedByBoth' ? text.assign.changedByOther : text.refused(refused, limit ?? 0);
  }

  function nameOf({ goalKey, unitKey: toUnit }: Cell): string {
    return text.assign.cell(world.goals.get(goalKey)?.title ?? '', world.units.get(toUnit)?.title ?? '');
  }
}

function Bar({ intent, words }: { intent: 'error' | 'warning'; words: string }) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar}>
      <MessageBarBody>{words}</MessageBarBody>
    </MessageBar>
  );
}
