import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../text/TextProvider.tsx';
import type { Status } from './status.ts';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '20px',
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  onPlan: {
    color: tokens.colorStatusSuccessForeground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessBorder1}`,
  },
  atRisk: {
    color: tokens.colorStatusWarningForeground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  offPlan: {
    color: tokens.colorStatusDangerForeground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
  },
  none: {},
});

export const signs = { onPlan: '✓', atRisk: '!', offPlan: '✕', none: '–' } as const;

/** How a goal goes: a word and a sign; the colour only helps the eye. */
export function StatusChip({ status }: { status: Status | 'none' }) {
  const styles = useStyles();
  const { goals } = useText();
  return (
    <span className={mergeClasses(styles.chip, styles[status])}>
      {goals.statuses[status]} <span aria-hidden>{signs[status]}</span>
    </span>
  );
}
