import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { countdownOf } from '../followup/countdown.ts';
import { isFrozen } from '../followup/freezing.ts';
import type { Period } from '../followup/period.ts';
import { ClashChoice } from '../panel/ClashChoice.tsx';
import { CorrectionField } from '../panel/CorrectionField.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useLeaving } from '../panel/useLeaving.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { doubtOf } from './doubt.ts';
import { type Indicator, measurementKey } from './indicator.ts';
import type { Outcome } from './measure.ts';
import { numberIn } from './numberIn.ts';
import { type OutcomeDraft, draftOf, outcomeIn, settled } from './outcomeDraft.ts';
import { trendOf } from './trend.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  field: { minWidth: 0, width: '100%' },
  line: { flexBasis: '100%' },
  title: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** The outcome of an indicator in a period, for the whole region: to put in, and to change. */
export function MeasureDrawer(parts: { indicatorKey: Key; year: number; roomKey: Key; onClose: () => void }) {
  const { world } = useWorld();
  const { now } = useEnvironment();
  const { year } = parts;
  const [first] = useState(() => countdownOf(world.periods, year, dayOf(now()))?.period.key);
  const [chosen, setChosen] = useState(first);
  const indicator = world.indicators.get(parts.indicatorKey);
  const periods = [...world.periods.values()]
    .filter((period) => period.year === year)
    .sort((a, b) => (a.ends < b.ends ? -1 : 1));
  const period = periods.find(({ key }) => key === chosen) ?? periods.at(-1);
  if (!indicator || !period) return null;
  return (
    <OpenMeasure {...parts} indicator={indicator} period={period} periods={periods} onPeriod={setChosen} />
  );
}

function OpenMeasure(parts: {
  year: number;
  roomKey: Key;
  indicator: Indicator;
  period: Period;
  periods: readonly Period[];
  onPeriod: (periodKey: Key) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.indicators.measure;
  const store = useStore();
  const { world } = useWorld();
  const { indicator, period, periods, year, roomKey } = parts;
  const [drafts, setDrafts] = useState<ReadonlyMap<Key, OutcomeDraft>>(new Map());
  const [refused, setRefused] = useState<{ readonly refusal: Refusal; readonly periodKey: Key }>();
  const { isOpen, isLeaving, dismiss, close, stay } = useLeaving(drafts.size > 0);
  const draft = drafts.get(period.key) ?? draftOf(storedIn(period.key));
  const refusal = refused?.periodKey === period.key ? refused.refusal : undefined;
  const value = numberIn(draft.value);
  const doubt = value === undefined ? undefined : doubtOf(value, indicator.measureUnit, lastBefore());

  /** What stands there now, of this or of the others. */
  function storedIn(periodKey: Key): Outcome | null {
    const there = world.measurements.get(measurementKey(indicator.key, periodKey));
    return there && !there.removed ? there : null;
  }

  function lastBefore(): number {
    const others = [...world.measurements.by('indicator', indicator.key)];
    const rest = others.filter(({ periodKey }) => periodKey !== period.key);
    return trendOf(indicator, rest, world.periods).latest.value;
  }

  function type(wanted: Partial<OutcomeDraft>) {
    setDrafts(new Map(drafts).set(period.key, { ...draft, ...wanted }));
    setRefused(undefined);
    stay();
  }

  /** What was put in for other periods is saved with it: nothing that is typed goes away with the drawer. */
  async function save(typed = drafts, correction?: string): Promise<Refusal | undefined> {
    const left = new Map(typed);
    if (left.size === 0 && storedIn(period.key) === null) left.set(period.key, draft);
    for (const [periodKey, one] of left) {
      const to = outcomeIn(one);
      const refusing = to
        ? await store.dispatch({
            do: 'measure',
            year,
            roomKey,
            indicatorKey: indicator.key,
            periodKey,
            was: one.seen,
            to,
            ...(correction === undefined || periodKey !== period.key ? {} : { correction }),
          })
        : ({ refused: 'valueMissing', field: 'value' } as const);
      if (refusing) {
        setDrafts(new Map(left));
        parts.onPeriod(periodKey);
        setRefused({ refusal: refusing, periodKey });
        return refusing;
      }
      left.delete(periodKey);
    }
    setDrafts(left);
    setRefused(undefined);
    close();
    return undefined;
  }

  function settle(whose: 'mine' | 'theirs') {
    if (!refusal?.clash) return;
    const next = new Map(drafts).set(period.key, settled(draft, refusal.clash, whose));
    setDrafts(next);
    setRefused(undefined);
    if (whose === 'mine') void save(next);
  }

  const isBesideValue = refusal?.field === 'value' && !refusal.clash;
  const doubtWords =
    doubt && (doubt.why === 'overHundred' ? words.overHundred : words.tenTimes(valueOf(doubt.last)));

  function valueOf(number: number): string {
    return text.indicators.value(number, indicator.measureUnit);
  }

  return (
    <SideDrawer
      title={words.open}
      isOpen={isOpen}
      onDismiss={dismiss}
      onClosed={parts.onClose}
      footer={
        <>
          {isLeaving ? (
            <span role="alert" className={styles.line}>
              {text.logging.unsaved}
            </span>
          ) : null}
          <Button appearance="primary" onClick={() => void save()}>
            {text.save}
          </Button>
          <Button onClick={dismiss}>{isLeaving ? text.logging.throwAway : text.cancel}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.title}>{indicator.title}</p>
        <Field label={words.period}>
          <Select
            className={styles.field}
            value={period.key}
            onChange={(_, { value: key }) => parts.onPeriod(key)}
          >
            {periods.map((one) => (
              <option key={one.key} value={one.key}>
                {nameOf(one)}
              </option>
            ))}
          </Select>
        </Field>
        {refusal?.clash ? <ClashChoice clash={refusal.clash} onSettle={settle} /> : null}
        {refusal && !refusal.clash && !isBesideValue ? (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{text.refused(refusal.refused, refusal.limit ?? 0)}</MessageBarBody>
          </MessageBar>
        ) : null}
        {refusal?.refused === 'periodClosed' ? (
          <CorrectionField onCorrect={(reason) => save(drafts, reason)} />
        ) : null}
        <Field
          label={words.value}
          hint={words.valueHint}
          validationState={isBesideValue ? 'error' : doubtWords ? 'warning' : 'none'}
          validationMessage={isBesideValue ? text.refused('valueMissing', 0) : (doubtWords ?? null)}
        >
          <Input
            className={styles.field}
            autoComplete="off"
            value={draft.value}
            contentAfter={<span>{indicator.measureUnit}</span>}
            onChange={(_, { value: typed }) => type({ value: typed })}
          />
        </Field>
        <Field label={words.source} hint={words.sourceHint}>
          <Input
            className={styles.field}
            maxLength={255}
            value={draft.source}
            onChange={(_, { value: typed }) => type({ source: typed })}
          />
        </Field>
        <Field label={words.comment}>
          <Textarea
            className={styles.field}
            rows={3}
            resize="vertical"
            value={draft.comment}
            onChange={(_, { value: typed }) => type({ comment: typed })}
          />
        </Field>
      </div>
    </SideDrawer>
  );

  function nameOf(one: Period): string {
    const name = text.indicators.interimOf(one.title, one.year);
    return isFrozen(one) ? words.closed(name) : name;
  }
}
