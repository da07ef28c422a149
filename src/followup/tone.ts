import type { OverviewCell } from './overview.ts';

/** How a cell's edge supports its words: something is done, a goal without activity, or no goal. */
export function toneOf({
  state,
  unitsHolding,
  activities,
  ordinary,
}: OverviewCell): 'done' | 'open' | 'none' {
  if (activities + ordinary > 0) return 'done';
  return state === 'assigned' || unitsHolding > 0 ? 'open' : 'none';
}
