import { Button, Caption1, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { settleFields } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { ClashChoice } from '../panel/ClashChoice.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { type Activity, yearOfActivity } from './activity.ts';
import { ActivityForm } from './ActivityForm.tsx';
import { ActivityState } from './ActivityState.tsx';
import { type Draft, drafted, typed } from './draft.ts';
import { OthersChanged } from './OthersChanged.tsx';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  where: { color: tokens.colorNeutralForeground3 },
  unsaved: { flexBasis: '100%' },
});

/** One activity, to read, mend, finish, drop or open again. */
export function ActivityDrawer(parts: { activityKey: Key; roomKey: Key; onClose: () => void }) {
  const { world } = useWorld();
  const found = world.activities.get(parts.activityKey);
  const isThere = found !== undefined && !found.removed;
  // A row that somebody takes away while it is open stays in the form, with what was typed over it.
  const [opened] = useState(found);
  const [last, setLast] = useState(found);
  if (isThere && found !== last) setLast(found);
  if (!opened || !last) return null;
  return <OpenActivity {...parts} opened={opened} newest={last} isThere={isThere} />;
}

function OpenActivity(parts: {
  roomKey: Key;
  onClose: () => void;
  /** As it stood when the drawer was opened. */
  opened: Activity;
  newest: Activity;
  isThere: boolean;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { newest, opened } = parts;
  const [draft, setDraft] = useState<Draft>({});
  const [refused, setRefused] = useState<{ readonly refusal: Refusal; readonly fields: Draft }>();
  const [halfDate, setHalfDate] = useState<string>();
  const [isOpen, setIsOpen] = useState(true);
  const [isLeaving, setIsLeaving] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const hasTyped = Object.keys(draft).length > 0;
  const clash = refused?.refusal.clash;

  function type(wanted: Partial<Activity>) {
    setDraft(typed(newest, draft, wanted));
    setIsLeaving(false);
  }

  async function save(fields: Draft) {
    // A date of which only the year is typed reads as empty: it would be taken away without a word.
    const half = form.current?.querySelector<HTMLInputElement>('input[type="date"]:invalid');
    setHalfDate(half?.name);
    if (half) return half.focus();
    if (Object.keys(fields).length === 0) return setIsOpen(false);
    const refusal = await store.dispatch({
      do: 'changeActivity',
      activityKey: newest.key,
      year: yearOfActivity(newest),
      roomKey: parts.roomKey,
      fields,
    });
    setRefused(refusal && { refusal, fields });
    if (!refusal) setIsOpen(false);
  }

  async function settle(whose: 'mine' | 'theirs') {
    if (!clash || !refused) return;
    const { state, ...words } = settleFields(refused.fields, clash, whose) as Draft;
    setDraft(words);
    if (whose === 'mine') return save(state ? { ...words, state } : words);
    setRefused(undefined);
  }

  function dismiss() {
    if (hasTyped && !isLeaving) setIsLeaving(true);
    else setIsOpen(false);
  }

  const wordsFor = (field: string) => {
    if (halfDate === field) return text.change.halfDate;
    if (!refused || clash || refused.refusal.field !== field) return null;
    return text.refused(refused.refusal.refused, refused.refusal.limit ?? 0);
  };
  const isBesideField = refused && ['title', 'goalKeys', 'due'].includes(refused.refusal.field);

  const footer = (
    <>
      {isLeaving ? (
        <span role="alert" className={styles.unsaved}>
          {text.change.unsaved}
        </span>
      ) : null}
      <Button appearance="primary" onClick={() => void save(draft)}>
        {text.save}
      </Button>
      <Button onClick={dismiss}>{isLeaving ? text.change.throwAway : text.cancel}</Button>
    </>
  );

  return (
    <SideDrawer
      title={text.change.title}
      isOpen={isOpen}
      onDismiss={dismiss}
      onClosed={parts.onClose}
      footer={footer}
    >
      <div className={styles.body} ref={form}>
        <div>
          <Caption1 className={styles.where}>
            {[world.units.get(newest.unitKey)?.title, yearOfActivity(newest)].filter(Boolean).join(' · ')}
          </Caption1>
          <OthersChanged
            opened={opened}
            newest={newest}
            isThere={parts.isThere}
            hasTyped={hasTyped}
            isOpen={isOpen}
          />
        </div>
        {refused && !clash && !isBesideField ? (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              {text.refused(refused.refusal.refused, refused.refusal.limit ?? 0)}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        {clash ? <ClashChoice clash={clash} onSettle={(whose) => void settle(whose)} /> : null}
        <ActivityForm
          shown={drafted(newest, draft)}
          seen={newest}
          onType={type}
          onEnter={() => void save(draft)}
          wordsFor={wordsFor}
        />
        <ActivityState
          state={newest.state}
          onChoose={(state) => void save({ ...draft, state: { was: newest.state, to: state } })}
        />
      </div>
    </SideDrawer>
  );
}
