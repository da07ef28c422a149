import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { nextGoal, nextUnit, progressOf, type Stop, stopBefore } from './round.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  top: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  corner: {
    display: 'flex',
    flexShrink: 0,
    '& button': { '@media (pointer: coarse)': { minWidth: '44px' } },
  },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  unit: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  button: {
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalS,
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
});

/** Where the round has come, and the way on. Pressing again and again goes all the way round. */
export function RoundHead(parts: {
  stops: readonly Stop[];
  at: Stop;
  onGo: (stop: Stop) => void;
  onEnd: (isAllTheWay: boolean) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { stops, at, onGo } = parts;
  const buttons = useRef<HTMLDivElement>(null);
  const { unit, units, goal, goals } = progressOf(stops, at);
  const goalAfter = nextGoal(stops, at);
  const unitAfter = nextUnit(stops, at);
  const before = stopBefore(stops, at);
  const words = text.meeting.round;
  const goalTitle = at.goalKey === undefined ? words.noGoal : (world.goals.get(at.goalKey)?.title ?? '');
  const then = unitAfter ? world.units.get(unitAfter.unitKey)?.title : undefined;

  const stopName = `${at.unitKey} ${at.goalKey ?? ''}`;
  const focusedFor = useRef('');

  useEffect(() => {
    if (focusedFor.current === stopName) return;
    focusedFor.current = stopName;
    // The button that was pressed may have been the last of its kind.
    if (document.activeElement === document.body) buttons.current?.querySelector('button')?.focus();
  }, [stopName]);

  return (
    <section aria-label={words.title} className={styles.head}>
      <div className={styles.top}>
        <span className={styles.quiet}>
          {words.title} · {units > 1 ? words.progress(unit, units) : words.progress(goal, goals)}
        </span>
        <span className={styles.corner}>
          {before ? (
            <Button
              size="small"
              appearance="subtle"
              className={styles.button}
              icon={<ArrowLeftRegular />}
              aria-label={words.back}
              onClick={() => onGo(before)}
            />
          ) : null}
          <Button
            size="small"
            appearance="subtle"
            className={styles.button}
            icon={<DismissRegular />}
            aria-label={words.end}
            onClick={() => parts.onEnd(false)}
          />
        </span>
      </div>
      <div aria-live="polite">
        <h2 className={styles.unit}>{units > 1 ? world.units.get(at.unitKey)?.title : goalTitle}</h2>
        {units > 1 ? (
          <div className={styles.quiet}>
            {goals > 1 ? `${goalTitle} · ${words.goalProgress(goal, goals)}` : goalTitle}
          </div>
        ) : null}
      </div>
      <div ref={buttons} className={styles.buttons}>
        {goalAfter && goal < goals ? (
          <Button className={styles.button} appearance="primary" onClick={() => onGo(goalAfter)}>
            {words.nextGoal}
          </Button>
        ) : null}
        {unitAfter ? (
          <Button
            className={styles.button}
            appearance={goal < goals ? 'secondary' : 'primary'}
            onClick={() => onGo(unitAfter)}
          >
            {words.nextUnit}
          </Button>
        ) : null}
        {goalAfter ? null : (
          <Button className={styles.button} appearance="primary" onClick={() => parts.onEnd(true)}>
            {words.finish}
          </Button>
        )}
      </div>
      {then === undefined ? null : <span className={styles.quiet}>{words.after(then)}</span>}
    </section>
  );
}
