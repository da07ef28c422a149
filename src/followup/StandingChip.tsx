import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CalendarRegular,
  ClockRegular,
  ErrorCircleRegular,
  HourglassHalfRegular,
  LockClosedRegular,
} from '@fluentui/react-icons';
import { useLaterText } from '../text/useLaterText.tsx';
import type { PeriodStanding } from './periodPlan.ts';

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
  open: {},
  soon: {
    color: tokens.colorStatusWarningForeground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  late: {
    color: tokens.colorStatusDangerForeground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
  },
  closing: {
    color: tokens.colorNeutralForeground1,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  closed: { backgroundColor: tokens.colorNeutralBackground3 },
});

const icons = {
  open: CalendarRegular,
  soon: ClockRegular,
  late: ErrorCircleRegular,
  closing: HourglassHalfRegular,
  closed: LockClosedRegular,
} as const;

/** How a period stands: a word and a sign; the colour only helps the eye. */
export function StandingChip({ standing }: { standing: PeriodStanding }) {
  const styles = useStyles();
  const Icon = icons[standing];
  return (
    <span className={mergeClasses(styles.chip, styles[standing])}>
      <Icon aria-hidden />
      {useLaterText().periods.standings[standing]}
    </span>
  );
}
