import type { Assignments } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import type { Goals } from '../goals/goal.ts';
import type { Units } from '../organisation/unit.ts';
import { Chip } from '../panel/Chip.tsx';
import { RowLink } from '../panel/RowLink.tsx';
import { Row, RowList } from '../panel/RowList.tsx';
import { useText } from '../text/TextProvider.tsx';
import { type Activity, isWaiting } from './activity.ts';

export type RowParts = {
  readonly world: { readonly goals: Goals; readonly units: Units; readonly assignments: Assignments };
  readonly unsent: ReadonlySet<string>;
  readonly onOpen: (activityKey: Key) => void;
};

/** What is being done, one line each: where, for which goal, how far, by whom. */
export function ActivityRows(parts: RowParts & { label: string; activities: readonly Activity[] }) {
  const text = useText();
  const { goals, units, assignments } = parts.world;
  return (
    <RowList label={parts.label}>
      {parts.activities.map((activity) => {
        const isUnsent = parts.unsent.has(activity.key);
        const facts = [
          units.get(activity.unitKey)?.title,
          activity.goalKeys.map((key) => goals.get(key)?.theme ?? goals.get(key)?.title).join(', '),
          text.activities.states[activity.state],
          activity.responsibleName,
        ].filter(Boolean);
        return (
          <Row
            key={activity.key}
            title={<RowLink onOpen={() => parts.onOpen(activity.key)}>{activity.title}</RowLink>}
            facts={facts.join(' · ')}
            isUnsent={isUnsent}
            aside={
              <>
                {isUnsent ? <Chip look="unsent">{text.activities.unsent}</Chip> : null}
                {isWaiting(activity, assignments) ? (
                  <Chip look="waiting">{text.activities.waiting}</Chip>
                ) : null}
                <Chip>{text.activities.kinds[activity.kind]}</Chip>
              </>
            }
          />
        );
      })}
    </RowList>
  );
}
