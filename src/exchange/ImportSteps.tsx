import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    marginBlock: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground3,
  },
  step: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    paddingBottom: tokens.spacingVerticalXXS,
    borderBottom: `2px solid transparent`,
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

const steps = ['file', 'columns', 'review', 'run'] as const;
export type ImportStep = (typeof steps)[number];

/** How far one has come. */
export function ImportSteps({ at }: { at: ImportStep }) {
  const styles = useStyles();
  const { importing: words } = useLaterText();
  return (
    <ol className={styles.steps} aria-label={words.stepOf(steps.indexOf(at) + 1)}>
      {steps.map((step, n) => (
        <li
          key={step}
          className={mergeClasses(styles.step, step === at && styles.here)}
          {...(step === at ? { 'aria-current': 'step' as const } : {})}
        >
          <span aria-hidden>{n + 1}.</span> {words.steps[step]}
        </li>
      ))}
    </ol>
  );
}
