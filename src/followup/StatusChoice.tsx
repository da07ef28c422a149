import { makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Status } from './status.ts';
import { signs } from './StatusChip.tsx';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  choice: {
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
    columnGap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  chosen: { fontWeight: tokens.fontWeightSemibold },
  onPlan: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessForeground1}`,
    ':hover': {
      color: tokens.colorStatusSuccessForeground1,
      backgroundColor: tokens.colorStatusSuccessBackground1,
    },
  },
  atRisk: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningForeground1}`,
    ':hover': {
      color: tokens.colorStatusWarningForeground1,
      backgroundColor: tokens.colorStatusWarningBackground1,
    },
  },
  offPlan: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerForeground1}`,
    ':hover': {
      color: tokens.colorStatusDangerForeground1,
      backgroundColor: tokens.colorStatusDangerBackground1,
    },
  },
});

const statuses: readonly Status[] = ['onPlan', 'atRisk', 'offPlan'];

/** How it goes, in three words. Pressing the chosen one again takes the choice back. */
export function StatusChoice(parts: {
  label: string;
  chosen: Status | undefined;
  onChoose: (status: Status | undefined) => void;
}) {
  const styles = useStyles();
  const { overview } = useLaterText();
  return (
    <div role="group" aria-label={parts.label} className={styles.choices}>
      {statuses.map((status) => {
        const isChosen = parts.chosen === status;
        return (
          <ToggleButton
            key={status}
            size="small"
            checked={isChosen}
            className={mergeClasses(styles.choice, isChosen && styles.chosen, isChosen && styles[status])}
            onClick={() => parts.onChoose(isChosen ? undefined : status)}
          >
            <span aria-hidden>{signs[status]}</span> {overview.statuses[status]}
          </ToggleButton>
        );
      })}
    </div>
  );
}
