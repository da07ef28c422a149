import { EdgedChip } from '../panel/EdgedChip.tsx';
import { useText } from '../text/TextProvider.tsx';
import type { Status } from './status.ts';

export const signs = { onPlan: '✓', atRisk: '!', offPlan: '✕', none: '–' } as const;
const edges = { onPlan: 'good', atRisk: 'warning', offPlan: 'danger', none: 'plain' } as const;

/** How a goal goes: a word and a sign. */
export function StatusChip({ status }: { status: Status | 'none' }) {
  const { goals } = useText();
  return (
    <EdgedChip edge={edges[status]}>
      {goals.statuses[status]} <span aria-hidden>{signs[status]}</span>
    </EdgedChip>
  );
}
