import { Button, Caption1, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { settleFields } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Wish } from '../commands.ts';
import { Comments } from '../followup/Comments.tsx';
import { HistorySection } from '../followup/HistorySection.tsx';
import { ClashChoice } from '../panel/ClashChoice.tsx';
import { CopyLink } from '../panel/CopyLink.tsx';
import { CorrectionField } from '../panel/CorrectionField.tsx';
import { useLeaving } from '../panel/useLeaving.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { type Activity, yearOfActivity } from './activity.ts';
import { ActivityForm } from './ActivityForm.tsx';
import { ActivityState } from './ActivityState.tsx';
import { type Draft, drafted, typed } from './draft.ts';
import { OriginLine } from './OriginLine.tsx';
import { halfTyped } from './MoreFields.tsx';
import { OthersChanged } from './OthersChanged.tsx';
import { TitleField } from './TitleField.tsx';
import { WaitingNote } from './WaitingNote.tsx';

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
export function ActivityDrawer(parts: {
  activityKey: Key;
  roomKey: Key;
  /** Where it was opened from another drawer: the way back there. */
  back?: { readonly label: string; readonly onBack: () => void } | undefined;
  onClose: () => void;
}) {
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
  back?: { readonly label: string; readonly onBack: () => void } | undefined;
  onClose: () => void;
  /** As it stood when the drawer was opened. */
  opened: Activity;
  newest: Activity;
  isThere: boolean;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { newKey } = useEnvironment();
  const { world } = useWorld();
  const { newest, opened } = parts;
  const [draft, setDraft] = useState<Draft>({});
  const [refused, setRefused] = useState<{ readonly refusal: Refusal; readonly fields: Draft }>();
  const [halfDate, setHalfDate] = useState<string>();
  // Saving and stepping back lead to where one came from; the cross leads to the page.
  const [leavesAll, setLeavesAll] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const [comment, setComment] = useState('');
  // One key for one comment: pressing the button twice in a hurry is still one.
  const [commentKey, setCommentKey] = useState(newKey);
  const hasTyped = Object.keys(draft).length > 0;
  const leaving = useLeaving(hasTyped || comment.trim() !== '');
  const { isOpen, isLeaving, close, stay } = leaving;
  const shown = drafted(newest, draft);
  const year = yearOfActivity(newest);
  const clash = refused?.refusal.clash;

  function type(wanted: Partial<Activity>) {
    setDraft(typed(newest, draft, wanted));
    stay();
  }

  /** With a correction: why it is put right after its year was closed. */
  async function save(fields: Draft, correction?: string): Promise<Refusal | undefined> {
    const half = halfTyped(form.current);
    setHalfDate(half?.name);
    if (half) {
      half.focus();
      return undefined;
    }
    const { key: activityKey } = newest;
    const why = correction === undefined ? {} : { correction };
    const change: Wish = { do: 'changeActivity', activityKey, year, roomKey: parts.roomKey, fields, ...why };
    // What is written as a comment must not go away with the drawer.
    const wishes = [
      ...(Object.keys(fields).length > 0 ? [change] : []),
      ...(comment.trim() === '' ? [] : [commented()]),
    ];
    const refusal = wishes.length === 0 ? undefined : await store.dispatchAll(wishes);
    // What is wrong with the reason is said beside it.
    if (refusal?.field !== 'correction') setRefused(refusal && { refusal, fields });
    if (!refusal) close();
    return refusal;
  }

  function commented(): Wish {
    const { key: subjectKey, unitKey } = newest;
    return {
      do: 'addComment',
      commentKey,
      year,
      subjectKey,
      unitKey,
      roomKey: parts.roomKey,
      text: comment,
    };
  }

  async function send() {
    const refusal = await store.dispatch(commented());
    setRefused(refusal && { refusal, fields: {} });
    if (refusal) return;
    setComment('');
    setCommentKey(newKey());
  }

  async function settle(whose: 'mine' | 'theirs') {
    if (!clash || !refused) return;
    const { state, ...words } = settleFields(refused.fields, clash, whose) as Draft;
    setDraft(words);
    if (whose === 'mine') await save(state ? { ...words, state } : words);
    else setRefused(undefined);
  }

  function dismiss(isAll = false) {
    setLeavesAll(isAll);
    leaving.dismiss();
  }

  const wordsFor = (field: string) => {
    if (halfDate === field) return text.change.halfDate;
    if (!refused || clash || refused.refusal.field !== field) return null;
    return text.refused(refused.refusal.refused, refused.refusal.limit ?? 0);
  };
  const isBesideField =
    refused && ['title', 'goalKeys', 'starts', 'due', 'text'].includes(refused.refusal.field);

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
      <Button onClick={() => dismiss()}>{isLeaving ? text.change.throwAway : text.cancel}</Button>
    </>
  );

  return (
    <SideDrawer
      title={text.change.title}
      isOpen={isOpen}
      back={parts.back && { label: parts.back.label, onBack: () => dismiss() }}
      onDismiss={() => dismiss(true)}
      onClosed={parts.back && !leavesAll ? parts.back.onBack : parts.onClose}
      footer={footer}
    >
      <div className={styles.body} ref={form}>
        <div>
          <Caption1 className={styles.where}>
            {[
              world.units.get(newest.unitKey)?.title,
              yearOfActivity(newest),
              newest.handedOver === null ? '' : text.exchange.handOver.told(text.date(newest.handedOver)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Caption1>
          <OriginLine ideaKey={newest.ideaKey} />
          <OthersChanged
            opened={opened}
            newest={newest}
            isThere={parts.isThere}
            hasTyped={hasTyped}
            isOpen={isOpen}
          />
          {parts.isThere ? <WaitingNote activity={newest} roomKey={parts.roomKey} /> : null}
        </div>
        {refused && !clash && !isBesideField ? (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              {text.refused(refused.refusal.refused, refused.refusal.limit ?? 0)}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        {refused?.refusal.refused === 'periodClosed' ? (
          <CorrectionField onCorrect={(reason) => save(refused.fields, reason)} />
        ) : null}
        {clash ? <ClashChoice clash={clash} onSettle={(whose) => void settle(whose)} /> : null}
        <ActivityForm
          shown={shown}
          year={year}
          unitKey={newest.unitKey}
          onType={type}
          wordsFor={wordsFor}
          title={
            <TitleField
              value={shown.title}
              problem={wordsFor('title')}
              onType={(title) => type({ title })}
              onEnter={() => void save(draft)}
            />
          }
        />
        <ActivityState
          state={newest.state}
          onChoose={(state) => void save({ ...draft, state: { was: newest.state, to: state } })}
        />
        <Comments
          subjectKey={newest.key}
          written={comment}
          onWrite={(words) => {
            setComment(words);
            stay();
          }}
          onSend={() => void send()}
          problem={refused?.refusal.field === 'text' ? wordsFor('text') : null}
        />
        <HistorySection list="activities" recordKey={newest.key} />
        <CopyLink page={{ year, roomKey: parts.roomKey, activityKey: newest.key }} label={newest.title} />
      </div>
    </SideDrawer>
  );
}
