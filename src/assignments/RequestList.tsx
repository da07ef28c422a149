import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { waitingUnder } from '../activities/waitingUnder.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Unit } from '../organisation/unit.ts';
import { Row, RowList } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { AssignGoal } from './assignGoal.ts';
import type { Assignment } from './assignment.ts';
import { canHandDown, requestsFor } from './matrix.ts';

const useStyles = makeStyles({
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** What units ask this room for, each answered with one click. Shown only while somebody asks. */
export function RequestList(parts: {
  room: Unit;
  year: number;
  onAssigned: (wishes: readonly AssignGoal[]) => void;
  onAnswered: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { room, year } = parts;
  const [refused, setRefused] = useState<{ readonly key: string; readonly refusal: Refusal }>();
  const requests = requestsFor(world, year, room);

  function wishFor({ goalKey, unitKey }: Assignment) {
    return { year, goalKey, unitKey, roomKey: room.key, seen: 'requested' } as const;
  }

  async function answer(request: Assignment, isGranted: boolean) {
    const wish = isGranted
      ? ({ do: 'assignGoal', ...wishFor(request) } as const)
      : ({ do: 'withdrawGoal', ...wishFor(request) } as const);
    const refusal = await store.dispatch(wish);
    setRefused(refusal && { key: request.key, refusal });
    if (refusal) return;
    if (wish.do === 'assignGoal') parts.onAssigned([wish]);
    parts.onAnswered();
  }

  if (requests.length === 0) return null;
  return (
    <Section title={text.asking.requests.title}>
      <RowList label={text.asking.requests.title}>
        {requests.map((request) => {
          const { key, goalKey, unitKey, unitShelf, requestedBy, requestedOn } = request;
          const unit = world.units.get(unitKey)?.title ?? unitKey;
          const goal = world.goals.get(goalKey)?.title ?? goalKey;
          const waiting = waitingUnder(world, unitShelf, [goalKey]).length;
          const canGrant = canHandDown(world, year, room, goalKey);
          const facts = [
            requestedBy ? text.asking.requests.by(requestedBy.name, requestedOn ?? '') : '',
            text.asking.requests.waiting(waiting),
            canGrant ? '' : text.asking.requests.notHeld,
          ].filter(Boolean);
          return (
            <Row
              key={key}
              title={text.asking.requests.asks(unit, goal)}
              facts={
                <>
                  {facts.join(' · ')}
                  {refused?.key === key ? (
                    <div role="alert">
                      {text.refused(refused.refusal.refused, refused.refusal.limit ?? 0)}
                    </div>
                  ) : null}
                </>
              }
              aside={
                <>
                  {canGrant ? (
                    <Button
                      size="small"
                      className={styles.button}
                      aria-label={text.asking.requests.approveOf(unit, goal)}
                      onClick={() => void answer(request, true)}
                    >
                      {text.asking.requests.approve}
                    </Button>
                  ) : null}
                  <Button
                    size="small"
                    appearance="subtle"
                    className={styles.button}
                    aria-label={text.asking.requests.declineOf(unit, goal)}
                    onClick={() => void answer(request, false)}
                  >
                    {text.asking.notNow}
                  </Button>
                </>
              }
            />
          );
        })}
      </RowList>
    </Section>
  );
}
