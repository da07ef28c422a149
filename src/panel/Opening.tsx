import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { RoomCoverage } from '../followup/coverage.ts';
import { useText } from '../text/TextProvider.tsx';
import type { Denied } from './denied.ts';
import { type NextStep, nextStepOf } from './nextStep.ts';
import { openingSentences } from './openingSentences.ts';

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
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

type Does = 'answer' | 'assign' | 'ask' | 'log';

const primaryOf: Record<NextStep, Does> = {
  answer: 'answer',
  first: 'assign',
  assign: 'assign',
  give: 'assign',
  ask: 'ask',
  noGoals: 'log',
  logFirst: 'log',
  log: 'log',
};

/** "How are we doing?" in words, with the one next step as the only primary button. */
export function Opening(parts: {
  coverage: RoomCoverage;
  /** How many goals the units ask for. */
  requests: number;
  denied: ReadonlySet<Denied>;
  /** The user answers for the room. */
  leads: boolean;
  on: Readonly<Record<Does, () => void>>;
}) {
  const styles = useStyles();
  const text = useText();
  const { coverage, denied } = parts;
  const { held, units } = coverage;
  const step = nextStepOf(coverage, parts.requests, parts.leads);
  const primary = primaryOf[step];
  const others: Does[] = held.length > 0 && units.length > 0 ? ['assign', 'log'] : ['log'];
  const offered = [primary, ...others.filter((one) => one !== primary)];
  return (
    <div>
      <p className={styles.sentence}>{openingSentences(coverage, text).join(' ')}</p>
      <div className={styles.next}>
        <span className={styles.step}>{wordsFor(step)}</span>
        <span className={styles.buttons}>
          {offered.map((one) => (
            <Button
              key={one}
              appearance={one === primary ? 'primary' : 'secondary'}
              className={styles.button}
              disabled={one !== 'answer' && denied.has(one === 'log' ? 'activities' : 'assignments')}
              onClick={parts.on[one]}
            >
              {text.steps[one]}
            </Button>
          ))}
        </span>
      </div>
    </div>
  );

  function wordsFor(next: NextStep): string {
    switch (next) {
      case 'answer':
        return text.next.answer(parts.requests);
      case 'assign':
        return text.next.unitsWithoutGoals(
          units.filter(({ goals }) => goals.length === 0).map(({ unit }) => unit.title),
        );
      case 'noGoals':
        return text.next.askForGoals;
      case 'give':
      case 'ask':
      case 'logFirst':
        return text.next[next];
      case 'first':
      case 'log':
        return '';
    }
  }
}
