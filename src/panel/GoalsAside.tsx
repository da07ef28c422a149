import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { dayOf } from '../basics/day.ts';
import { checkInsOf, missingIn } from '../followup/checkIns.ts';
import { countdownOf } from '../followup/countdown.ts';
import type { Unit } from '../organisation/unit.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { AskButton } from './AskButton.tsx';

const useStyles = makeStyles({
  aside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    // What stands beside the heading must not make its line taller than those of the other headings.
    marginBlock: '-2px',
  },
  countdown: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** Beside the goals' heading: how long the open period lasts, what is to be told in it, and the way to a goal that the room lacks. */
export function GoalsAside(parts: {
  room: Unit;
  year: number;
  onAsk: (() => void) | undefined;
  onCheckIn: (() => void) | undefined;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { now } = useEnvironment();
  const { room, year, onAsk, onCheckIn } = parts;
  const countdown = countdownOf(world.periods, year, dayOf(now()));
  // A place answers for its own lines; its units answer for theirs.
  const lines = countdown ? (checkInsOf(world, year, room, countdown.period)[0]?.lines ?? []) : [];
  return (
    <div className={styles.aside}>
      {countdown ? (
        <span className={styles.countdown}>
          {text.panel.countdown(countdown.period.title, countdown.days)}
          {lines.length > 0 ? ` · ${text.checkIns.missing(missingIn(lines).length, lines.length)}` : ''}
        </span>
      ) : null}
      {lines.length > 0 && onCheckIn ? (
        <Button size="small" className={styles.button} onClick={onCheckIn}>
          {text.checkIns.give}
        </Button>
      ) : null}
      {onAsk ? <AskButton onAsk={onAsk} /> : null}
    </div>
  );
}
