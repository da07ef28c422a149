import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { waitingUnder } from '../activities/waitingUnder.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { leaderOf } from '../organisation/leader.ts';
import { unitShelfOf } from '../organisation/tree.ts';
import { requestedMessage } from '../panel/messages.ts';
import { TellPeople } from '../panel/TellPeople.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { assignmentKey, holds, standingOf } from './assignment.ts';
import { requestedNews } from './goalNews.ts';
import type { RequestGoal } from './requestGoal.ts';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  words: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/**
 * Asks the place above for goals that the unit lacks, and offers to tell its head. Shown where something was logged for
 * them; shows nothing once the unit holds them all.
 */
export function AskForGoal(parts: {
  unitKey: Key;
  goalKeys: readonly Key[];
  year: number;
  roomKey: Key;
  /** What is said above the button; without it, that the activity is saved and waits. */
  words?: string;
  onAsked?: () => void;
  onDone: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { host, linkTo } = useEnvironment();
  const me = host.context.person;
  const { unitKey, goalKeys, year, roomKey, onDone } = parts;
  const [asked, setAsked] = useState<readonly RequestGoal[]>();
  const [refusal, setRefusal] = useState<Refusal>();
  const unit = world.units.get(unitKey);
  const above = unit?.parentKey ? world.units.get(unit.parentKey) : undefined;
  const lacking = goalKeys.filter((goalKey) => !holds(world.assignments, year, goalKey, unitKey));
  const standing = (goalKey: Key) => standingOf(world.assignments, year, goalKey, unitKey);
  const open = lacking.filter((goalKey) => standing(goalKey) !== 'requested');

  // The one who would be asked needs not ask: they can hand it down.
  const canGive =
    above !== undefined &&
    leaderOf(above)?.id === me.id &&
    lacking.length > 0 &&
    lacking.every((goalKey) => holds(world.assignments, year, goalKey, above.key));

  async function ask() {
    const wishes = open.map((goalKey): RequestGoal => ({
      do: 'requestGoal',
      year,
      goalKey,
      unitKey,
      roomKey,
      seen: standing(goalKey),
    }));
    const refused = await store.dispatchAll(wishes);
    setRefusal(refused);
    if (refused) return;
    setAsked(wishes);
    parts.onAsked?.();
  }

  async function give() {
    if (!above) return;
    const refused = await store.dispatchAll(
      lacking.map((goalKey) => ({
        do: 'assignGoal' as const,
        year,
        goalKey,
        unitKey,
        roomKey: above.key,
        seen: standing(goalKey),
      })),
    );
    setRefusal(refused);
    if (!refused) onDone();
  }

  if (!unit || lacking.length === 0) return null;
  if (asked) {
    const messages = requestedNews(world, year, asked, me).map((news) => {
      const keys = news.goals.map(({ key }) => key);
      const waiting = waitingUnder(world, unitShelfOf(year, unit), keys).length;
      return requestedMessage(news, waiting, { year, me, text, linkTo });
    });
    return (
      <div className={styles.place}>
        <p className={styles.words} role="status">
          {text.asking.asked(above?.title ?? unit.title)}
        </p>
        {messages.length > 0 ? (
          <TellPeople messages={messages} onClose={onDone} />
        ) : (
          <div className={styles.buttons}>
            <Button className={styles.button} onClick={onDone}>
              {text.close}
            </Button>
          </div>
        )}
      </div>
    );
  }
  const words = open.length === 0 ? askedWords() : (parts.words ?? text.asking.afterSave);
  return (
    <div className={styles.place}>
      {words === '' ? null : <p className={styles.words}>{words}</p>}
      {refusal ? <span role="alert">{text.refused(refusal.refused, refusal.limit ?? 0)}</span> : null}
      <div className={styles.buttons}>
        {canGive ? (
          <Button className={styles.button} onClick={() => void give()}>
            {text.asking.give(unit.title)}
          </Button>
        ) : open.length > 0 ? (
          <Button className={styles.button} onClick={() => void ask()}>
            {text.asking.ask(open.length)}
          </Button>
        ) : null}
        <Button className={styles.button} appearance="subtle" onClick={onDone}>
          {open.length === 0 ? text.close : text.asking.notNow}
        </Button>
      </div>
    </div>
  );

  function askedWords(): string {
    const [first = ''] = lacking;
    const row = world.assignments.get(assignmentKey(year, first, unitKey));
    return row?.requestedBy && row.requestedOn
      ? text.asking.askedBy(row.requestedBy.name, row.requestedOn)
      : text.asking.askedAlready;
  }
}
