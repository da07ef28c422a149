import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { RoomCoverage } from '../followup/coverage.ts';
import { useText } from '../text/TextProvider.tsx';

const useStyles = makeStyles({
  sentence: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    maxWidth: '68ch',
    textWrap: 'pretty',
  },
  next: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalM,
  },
  step: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: '240px',
    color: tokens.colorNeutralForeground2,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** "How are we doing?" in words, with the one next step as the only primary button. */
export function Opening(parts: { coverage: RoomCoverage; onAssign: () => void; onLog: () => void }) {
  const styles = useStyles();
  const text = useText();
  const { coverage } = parts;
  const without = coverage.units.filter(({ goals }) => goals.length === 0).map(({ unit }) => unit.title);
  const withGoals = coverage.units.length - without.length;
  const holdsGoals = coverage.held.length > 0;
  const isAssigning = holdsGoals && without.length > 0;
  const isFirst = isAssigning && withGoals === 0 && coverage.activities.length === 0;
  const sentences = isFirst
    ? [text.opening.holds(coverage.held.length, coverage.possible), text.opening.first]
    : [
        text.opening.holds(coverage.held.length, coverage.possible),
        holdsGoals ? text.opening.handedDown(withGoals, coverage.units.length) : '',
        text.opening.activities(coverage.counted),
        text.opening.ordinary(coverage.ordinary),
        text.opening.waiting(coverage.waiting),
      ];
  return (
    <div>
      <p className={styles.sentence}>{sentences.filter(Boolean).join(' ')}</p>
      <div className={styles.next}>
        <span className={styles.step}>{nextStep()}</span>
        <span className={styles.buttons}>
          {isAssigning ? (
            <Button appearance="primary" onClick={parts.onAssign}>
              {text.steps.assign}
            </Button>
          ) : null}
          <Button appearance={isAssigning ? 'secondary' : 'primary'} onClick={parts.onLog}>
            {text.steps.log}
          </Button>
        </span>
      </div>
    </div>
  );

  function nextStep(): string {
    if (!holdsGoals) return text.next.askForGoals;
    if (isFirst) return '';
    if (isAssigning) return text.next.unitsWithoutGoals(without);
    return coverage.counted === 0 ? text.next.logFirst : '';
  }
}
