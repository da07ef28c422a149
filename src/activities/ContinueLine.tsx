import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { RoomCoverage } from '../followup/coverage.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { continuable, isUnderWay } from './continueActivity.ts';
import { useLastYear } from './useLastYear.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    marginBlock: tokens.spacingVerticalS,
  },
  words: { color: tokens.colorNeutralForeground2 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** The new year begins in its first months, or where nothing is logged yet. */
const lastMonth = 2;

/** Offers last year's activities while the new year begins, and wherever some of them are known to be left open. */
export function ContinueLine(parts: { coverage: RoomCoverage; year: number; onContinue: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { now } = useEnvironment();
  const { coverage, year } = parts;
  const words = text.logging.goOn;
  const today = now();
  const isPast = year < today.getFullYear();
  const isBeginning = year > today.getFullYear() || today.getMonth() <= lastMonth;
  // Where no goal is that old there is nothing to ask for.
  const hadGoals = [...world.goals.values()].some(({ fromYear }) => fromYear < year);
  const isWanted = hadGoals && !isPast && (isBeginning || coverage.activities.length === 0);
  const last = useLastYear({ year, roomKey: coverage.room.key, isWanted });
  const left = isPast ? 0 : continuable(world, year, coverage.room).filter(isUnderWay).length;
  // What could not be read may be there: the drawer says what is wrong.
  if (left === 0 && !(isWanted && last.at === 'failure')) return null;
  return (
    <div className={styles.line}>
      {left > 0 ? <span className={styles.words}>{words.left(left, year - 1)}</span> : null}
      <Button size="small" className={styles.button} onClick={parts.onContinue}>
        {words.title(year - 1)}
      </Button>
    </div>
  );
}
