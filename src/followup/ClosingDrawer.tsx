import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useState } from 'react';
import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { Notice } from '../panel/Notice.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { whyStuck } from '../panel/whyStuck.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import type { FullText } from '../text/svLater.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { closingSummary } from './closingSummary.ts';
import { everyPlace } from './everyPlace.ts';
import type { Period } from './period.ts';
import { type ClosingState, closingSteps, type ClosingTrouble, useClosing } from './useClosing.tsx';

const useStyles = makeStyles({
  words: { marginTop: 0, color: tokens.colorNeutralForeground2 },
  after: {
    marginTop: tokens.spacingVerticalXS,
    marginBottom: 0,
    color: tokens.colorNeutralForeground2,
  },
  title: {
    margin: 0,
    marginTop: tokens.spacingVerticalL,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, marginTop: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXL },
  steps: { listStyleType: 'none', margin: 0, padding: 0, marginTop: tokens.spacingVerticalM },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '40px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  mark: { display: 'inline-flex', justifyContent: 'center', flexShrink: 0, width: '24px', fontSize: '20px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  ahead: { color: tokens.colorNeutralForeground4 },
  stopped: { color: tokens.colorStatusDangerForeground1 },
  name: { flexGrow: 1, minWidth: 0 },
  how: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

const freshMs = 2 * 60 * 1000;

/** Closing a period: first what will be frozen, then one button, then each step with a tick. */
export function ClosingDrawer(parts: { period: Period; roomKey: Key; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { trouble } = useWorld();
  const { closing: words } = text.periods;
  const [isOpen, setIsOpen] = useState(true);
  const { period, roomKey } = parts;
  const { state, run } = useClosing(period, roomKey);
  const isAhead = state.is === 'ahead';
  const close = () => setIsOpen(false);

  async function callOff() {
    const { key: periodKey, year } = period;
    await store.dispatch({ do: 'closePeriod', year, roomKey, periodKey, step: { to: 'open' } });
    close();
  }

  return (
    <SideDrawer
      title={words.title(period.title)}
      isOpen={isOpen}
      onDismiss={close}
      onClosed={parts.onClose}
      footer={
        <>
          {isAhead ? (
            <Button className={styles.button} appearance="primary" onClick={() => void run()}>
              {period.state === 'closing' ? text.periods.goOn : words.start}
            </Button>
          ) : null}
          {state.is === 'stopped' ? (
            <>
              <Button className={styles.button} appearance="primary" onClick={() => void run()}>
                {words.again}
              </Button>
              {period.state === 'closing' ? (
                <Button className={styles.button} onClick={() => void callOff()}>
                  {text.periods.callOff}
                </Button>
              ) : null}
            </>
          ) : null}
          <Button className={styles.button} onClick={close}>
            {isAhead ? text.cancel : text.close}
          </Button>
        </>
      }
    >
      {isAhead ? <Summary period={period} /> : <Steps state={state} />}
      <div role="status">
        {state.is === 'underWay' ? (
          <p className={styles.words}>{trouble ? words.waits : words.keepOpen}</p>
        ) : null}
        {state.is === 'done' ? <p>{state.byOther ? words.byOther : words.finished}</p> : null}
      </div>
      <div role="alert">
        {state.is === 'stopped' ? <Notice words={troubleWords(state.trouble, text)} /> : null}
      </div>
    </SideDrawer>
  );
}

function Summary({ period }: { period: Period }) {
  const styles = useStyles();
  const text = useLaterText();
  const { closing: words } = text.periods;
  const store = useStore();
  const { world, stuck } = useWorld();
  const [reading, setReading] = useState<'under way' | 'done' | 'failed'>('under way');
  const [round, setRound] = useState(0);
  const { now } = useEnvironment();
  const today = dayOf(now());
  const { year } = period;

  useEffect(() => {
    let isShown = true;
    // The closing itself reads everything anew; asked for once more, so does this.
    store.visit(everyPlace(store.snapshot().world.units, year), round === 0 ? freshMs : 0).then(
      () => isShown && setReading('done'),
      () => isShown && setReading('failed'),
    );
    return () => {
      isShown = false;
    };
  }, [store, year, round]);

  const summary = useMemo(() => closingSummary(world, period), [world, period]);
  if (reading === 'under way') return <Spinner labelPosition="below" label={words.loading} />;
  if (reading === 'failed') {
    return (
      <Notice
        words={words.unread}
        action={words.again}
        onAction={() => {
          setReading('under way');
          setRound(round + 1);
        }}
      />
    );
  }
  const { silent, unmeasured } = summary;
  const missing = [
    ...(silent.length > 0 ? [words.silent(silent)] : []),
    ...(unmeasured.length > 0 ? [words.unmeasured(unmeasured)] : []),
  ];
  return (
    <>
      <p className={styles.words}>{words.intro}</p>
      <h3 className={styles.title}>{words.frozen}</h3>
      <ul className={styles.list} aria-label={words.frozen}>
        <li>{words.checkIns(summary.checkIns)}</li>
        <li>{words.outcomes(summary.measurements)}</li>
        {summary.year ? (
          <>
            <li>{words.activities(summary.year.activities)}</li>
            <li>{words.assignments(summary.year.assignments)}</li>
          </>
        ) : null}
      </ul>
      {summary.year ? null : <p className={styles.after}>{words.free}</p>}
      <h3 className={styles.title}>{words.missing}</h3>
      {missing.length === 0 ? (
        <p className={styles.words}>{words.nothingMissing}</p>
      ) : (
        <ul className={styles.list} aria-label={words.missing}>
          {missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {today <= period.ends ? <Notice words={words.early(text.date(period.ends))} /> : null}
      {stuck.length > 0 ? <Notice words={words.stuck(stuck.length)} /> : null}
    </>
  );
}

type Mark = 'done' | 'underWay' | 'ahead' | 'stopped';

function Steps({ state }: { state: ClosingState }) {
  const styles = useStyles();
  const { closing: words } = useLaterText().periods;
  return (
    <ol className={styles.steps}>
      {closingSteps.map((step, n) => {
        const mark = markOf(state, n);
        return (
          <li key={step} className={styles.step}>
            <span className={styles.mark} aria-hidden>
              <StepMark mark={mark} />
            </span>
            <span className={styles.name}>{words.steps[step]}</span>
            <span className={styles.how}>{mark === 'stopped' ? words.ahead : words[mark]}</span>
          </li>
        );
      })}
    </ol>
  );
}

function StepMark({ mark }: { mark: Mark }) {
  const styles = useStyles();
  if (mark === 'underWay') return <Spinner size="tiny" />;
  if (mark === 'done') return <CheckmarkCircleFilled className={styles.done} />;
  if (mark === 'stopped') return <ErrorCircleRegular className={styles.stopped} />;
  return <CircleRegular className={styles.ahead} />;
}

function markOf(state: ClosingState, n: number): Mark {
  if (state.is === 'ahead') return 'ahead';
  if (state.is === 'done') return 'done';
  const at = closingSteps.indexOf(state.step);
  if (n < at) return 'done';
  if (n > at) return 'ahead';
  return state.is === 'stopped' ? 'stopped' : 'underWay';
}

function troubleWords(trouble: ClosingTrouble, text: FullText): string {
  switch (trouble.why) {
    case 'refused':
      return text.refused(trouble.refusal.refused, trouble.refusal.limit ?? 0);
    case 'stuck':
      return whyStuck(trouble.stuck.stuck, text);
    case 'reading':
    case 'notReached':
    case 'notAllowed':
    case 'calledOff':
      return text.periods.closing.troubles[trouble.why];
  }
}
