import {
  CalendarRegular,
  ClockRegular,
  ErrorCircleRegular,
  HourglassHalfRegular,
  LockClosedRegular,
} from '@fluentui/react-icons';
import { EdgedChip } from '../panel/EdgedChip.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import type { PeriodStanding } from './periodPlan.ts';

const looks = {
  open: { edge: 'plain', Icon: CalendarRegular },
  soon: { edge: 'warning', Icon: ClockRegular },
  late: { edge: 'danger', Icon: ErrorCircleRegular },
  closing: { edge: 'unfinished', Icon: HourglassHalfRegular },
  closed: { edge: 'over', Icon: LockClosedRegular },
} as const;

/** How a period stands: a word and a sign. */
export function StandingChip({ standing }: { standing: PeriodStanding }) {
  const { periods } = useLaterText();
  const { edge, Icon } = looks[standing];
  return (
    <EdgedChip edge={edge}>
      <Icon aria-hidden />
      {periods.standings[standing]}
    </EdgedChip>
  );
}
