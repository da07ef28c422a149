import { Suspense } from 'react';
import type { Key } from '../basics/key.ts';
import type { GoalCoverage } from '../followup/coverage.ts';
import type { Unit } from '../organisation/unit.ts';
import { GoalStatus } from '../panel/lateParts.tsx';
import { RowLink } from '../panel/RowLink.tsx';
import { EmptyRows, Row, RowList } from '../panel/RowList.tsx';
import { useText } from '../text/TextProvider.tsx';
import type { StageGoals } from './goal.ts';

/** The goals that a room holds, each with what is known of it here. */
export function GoalList(parts: {
  held: readonly GoalCoverage[];
  stageGoals: StageGoals;
  hasUnits: boolean;
  room: Unit;
  year: number;
  onOpen: (goalKey: Key) => void;
}) {
  const text = useText();
  if (parts.held.length === 0) return <EmptyRows>{text.goals.none}</EmptyRows>;
  return (
    <RowList label={text.goals.title}>
      {parts.held.map(({ goal, units, activities }) => {
        const stageGoals = [...parts.stageGoals.by('goal', goal.key)];
        const facts = [
          text.goals.standing(units, activities, parts.hasUnits),
          ...(goal.isMeasured ? [text.goals.measured] : []),
          ...(goal.isCarried ? [] : [text.goals.notCarried]),
          ...stageGoals.map((stageGoal) => text.goals.stageGoal(stageGoal.title, stageGoal.due.slice(0, 4))),
        ];
        return (
          <Row
            key={goal.key}
            title={<RowLink onOpen={() => parts.onOpen(goal.key)}>{goal.title}</RowLink>}
            facts={facts.join(' · ')}
            aside={
              <Suspense fallback={null}>
                <GoalStatus goalKey={goal.key} year={parts.year} room={parts.room} />
              </Suspense>
            }
          />
        );
      })}
    </RowList>
  );
}
