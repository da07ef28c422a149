import { type Activity, isWaiting } from '../activities/activity.ts';
import type { Key } from '../basics/key.ts';
import { Chip } from '../panel/Chip.tsx';
import { RowLink } from '../panel/RowLink.tsx';
import { EmptyRows, Row, RowList } from '../panel/RowList.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';

/** What was logged in the meeting, newest first; each row opens. */
export function LoggedList(parts: {
  logged: readonly Activity[];
  /** The room's own name is left out of its rows. */
  roomKey: Key;
  onOpen: (activityKey: Key) => void;
}) {
  const text = useLaterText();
  const { host } = useEnvironment();
  const { world, unsent } = useWorld();
  if (parts.logged.length === 0) return <EmptyRows>{text.meeting.loggedNone}</EmptyRows>;
  return (
    <RowList label={text.meeting.logged}>
      {parts.logged.map((activity) => {
        const { key, unitKey, goalKeys, kind, state, responsibleId, responsibleName } = activity;
        const facts = [
          unitKey === parts.roomKey ? undefined : world.units.get(unitKey)?.title,
          goalKeys
            .map((goalKey) => world.goals.get(goalKey)?.theme ?? world.goals.get(goalKey)?.title)
            .join(', '),
          kind === 'targeted' ? undefined : text.activities.kinds[kind],
          state === 'ongoing' ? undefined : text.activities.states[state],
          responsibleId === host.context.person.id ? undefined : responsibleName,
        ].filter(Boolean);
        const isUnsent = unsent.has(key);
        const waits = isWaiting(activity, world.assignments);
        return (
          <Row
            key={key}
            title={<RowLink onOpen={() => parts.onOpen(key)}>{activity.title}</RowLink>}
            facts={facts.join(' · ')}
            isUnsent={isUnsent}
            aside={
              isUnsent || waits ? (
                <>
                  {isUnsent ? <Chip look="unsent">{text.activities.unsent}</Chip> : null}
                  {waits ? <Chip look="waiting">{text.activities.waiting}</Chip> : null}
                </>
              ) : null
            }
          />
        );
      })}
    </RowList>
  );
}
