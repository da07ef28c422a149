import type { OverviewCell, OverviewRow } from '../followup/overview.ts';
import type { Headings } from './headings.ts';

export type HeadingField = Exclude<keyof Headings, 'signatories' | 'copies' | 'title' | 'day'> | 'signature';

/** [M12] What a memo is sent without only by mistake, in the order in which it is read. The title writes itself. */
export function missingIn({ signatories, ...headings }: Headings): HeadingField[] {
  const fields = ['authorUnit', 'authorName', 'authorMail', 'addressee', 'diaryNumber'] as const;
  const isSigned = signatories.some(({ name, title }) => name.trim() !== '' && title.trim() !== '');
  return [
    ...fields.filter((field) => headings[field].trim() === ''),
    ...(isSigned ? [] : (['signature'] as const)),
  ];
}

/** How many of the departments that hold a goal have said how it goes. */
export function standingOf(
  departments: readonly OverviewRow[],
  goalKey: string,
): {
  readonly holding: number;
  readonly told: Readonly<Record<NonNullable<OverviewCell['status']>, number>>;
} {
  const cells = departments.flatMap(({ cells: own }) => own.filter(({ goal }) => goal.key === goalKey));
  const holding = cells.filter(({ state, unitsHolding }) => state === 'assigned' || unitsHolding > 0);
  const count = (status: OverviewCell['status']) => holding.filter((cell) => cell.status === status).length;
  return {
    holding: holding.length,
    told: { onPlan: count('onPlan'), atRisk: count('atRisk'), offPlan: count('offPlan') },
  };
}
