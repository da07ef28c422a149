import { makeStyles, tokens } from '@fluentui/react-components';
import { dayOf } from '../basics/day.ts';
import { countdownOf } from '../followup/countdown.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { AskButton } from './AskButton.tsx';

const useStyles = makeStyles({
  countdown: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Beside the goals' heading: how long the open period lasts, and the way to a goal that the room lacks. */
export function GoalsAside({ year, onAsk }: { year: number; onAsk: (() => void) | undefined }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { now } = useEnvironment();
  const countdown = countdownOf(world.periods, year, dayOf(now()));
  return (
    <>
      {countdown ? (
        <span className={styles.countdown}>
          {text.panel.countdown(countdown.period.title, countdown.days)}
        </span>
      ) : null}
      {onAsk ? <AskButton onAsk={onAsk} /> : null}
    </>
  );
}
