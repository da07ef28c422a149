import {
  Button,
  Caption1,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Unit } from '../organisation/unit.ts';
import { CorrectionField } from '../panel/CorrectionField.tsx';
import { needsReason } from '../panel/correctable.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useLeaving } from '../panel/useLeaving.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { CheckInGroup } from './CheckInGroup.tsx';
import { problemOf, type Telling } from './CheckInRow.tsx';
import { checkInsOf } from './checkIns.ts';
import { countdownOf, openPeriods } from './countdown.ts';
import type { Period } from './period.ts';

const useStyles = makeStyles({
  intro: { marginTop: 0, marginBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  line: { flexBasis: '100%' },
  field: { minWidth: 0, maxWidth: '320px' },
});

/** How it goes, line by line, in an open period. */
export function CheckInDrawer(parts: { room: Unit; year: number; canCheckIn: boolean; onClose: () => void }) {
  const { world } = useWorld();
  const { now } = useEnvironment();
  const { year } = parts;
  const today = dayOf(now());
  const [periodKey, setPeriodKey] = useState(() => countdownOf(world.periods, year, today)?.period.key);
  // A period that is closed meanwhile stays, with what was chosen in it.
  const period = periodKey === undefined ? undefined : world.periods.get(periodKey);
  const open = openPeriods(world.periods, year, today).map((one) => one.period);
  if (!period) return null;
  return <OpenCheckIn {...parts} period={period} open={open} onPeriod={setPeriodKey} />;
}

function OpenCheckIn(parts: {
  room: Unit;
  year: number;
  canCheckIn: boolean;
  period: Period;
  open: readonly Period[];
  onPeriod: (periodKey: Key) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.checkIns;
  const store = useStore();
  const { newKey } = useEnvironment();
  const { world } = useWorld();
  const { room, year, period, open } = parts;
  const [tellings, setTellings] = useState<ReadonlyMap<Key, Telling>>(new Map());
  const [problem, setProblem] = useState<string>();
  const [canCorrect, setCanCorrect] = useState(false);
  // One key for what is said of one line: pressing the button twice in a hurry is still once.
  const keys = useRef(new Map<Key, Key>());
  const groups = useMemo(() => checkInsOf(world, year, room, period), [world, year, room, period]);
  const lines = groups.flatMap((group) => group.lines);
  const chosen = lines.filter(({ subjectKey }) => tellings.get(subjectKey)?.status);
  const leaving = useLeaving(tellings.size > 0);
  const { isOpen, isLeaving, dismiss, close, stay } = leaving;
  const known = new Set(lines.map(({ subjectKey }) => subjectKey));
  const gone = [...tellings.keys()].filter((key) => !known.has(key)).map(titleOf);

  function titleOf(subjectKey: Key): string {
    const goalKey = world.assignments.get(subjectKey)?.goalKey;
    const subject = goalKey === undefined ? world.activities.get(subjectKey) : world.goals.get(goalKey);
    return subject?.title ?? '';
  }

  function tell(some: readonly (readonly [Key, Telling | undefined])[]) {
    const next = new Map(tellings);
    for (const [subjectKey, telling] of some) {
      if (telling) next.set(subjectKey, telling);
      else next.delete(subjectKey);
    }
    setTellings(next);
    setProblem(undefined);
    setCanCorrect(false);
    stay();
  }

  function keyFor(subjectKey: Key): Key {
    const made = keys.current.get(subjectKey) ?? newKey();
    keys.current.set(subjectKey, made);
    return made;
  }

  async function save(correction?: string) {
    // What cannot be saved says why beside itself.
    const wrong = [...tellings].find(([key, telling]) => known.has(key) && problemOf(telling, text));
    if (wrong || chosen.length === 0) {
      setProblem(wrong ? problemOf(wrong[1], text) : words.nothingChosen);
      return undefined;
    }
    const wishes = chosen.flatMap(({ subjectKey, unit }) => {
      const { status, text: written } = tellings.get(subjectKey) ?? {};
      return status === undefined
        ? []
        : [
            {
              do: 'addComment' as const,
              commentKey: keyFor(subjectKey),
              year,
              subjectKey,
              unitKey: unit.key,
              roomKey: room.key,
              text: written ?? '',
              checkIn: { periodKey: period.key, status },
              ...(correction === undefined ? {} : { correction }),
            },
          ];
    });
    const refusal = await store.dispatchAll(wishes);
    setCanCorrect(needsReason(refusal));
    if (!refusal) {
      close();
      return undefined;
    }
    setProblem(text.refused(refusal.refused, refusal.limit ?? 0));
    return refusal;
  }

  const footer = parts.canCheckIn ? (
    <>
      {isLeaving ? (
        <span role="alert" className={styles.line}>
          {text.logging.unsaved}
        </span>
      ) : null}
      {problem ? (
        <MessageBar intent="error" layout="multiline" className={styles.line}>
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      ) : null}
      {canCorrect ? <CorrectionField onCorrect={save} /> : null}
      <Button appearance="primary" onClick={() => void save()}>
        {text.save}
      </Button>
      <Button onClick={dismiss}>{isLeaving ? text.logging.throwAway : text.cancel}</Button>
      <Caption1>{chosen.length > 0 ? words.chosen(chosen.length) : ''}</Caption1>
    </>
  ) : null;

  return (
    <SideDrawer
      title={words.title(period.title)}
      isOpen={isOpen}
      onDismiss={dismiss}
      onClosed={parts.onClose}
      footer={footer}
    >
      <p className={styles.intro}>{parts.canCheckIn ? words.intro : words.reading}</p>
      {open.length > 1 ? (
        <Field label={words.period} className={styles.field}>
          <Select value={period.key} onChange={(_, { value }) => parts.onPeriod(value)}>
            {open.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {gone.length > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.gone(gone)}</MessageBarBody>
        </MessageBar>
      ) : null}
      {groups
        .filter((group, n) => n === 0 || group.lines.length > 0)
        .map((group, n) => (
          <CheckInGroup
            key={group.unit.key}
            group={group}
            isFoldable={n > 0}
            tellings={tellings}
            onTell={parts.canCheckIn ? tell : undefined}
          />
        ))}
    </SideDrawer>
  );
}
