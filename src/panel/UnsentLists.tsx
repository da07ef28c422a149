import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Snapshot } from '../sync/snapshot.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import type { FullText } from '../text/svLater.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { EditLine, type Edit } from './EditLine.tsx';
import { GroupLine } from './GroupLine.tsx';
import { LongList } from './LongList.tsx';
import { EmptyRows } from './RowList.tsx';
import { SignInButton } from './SignInButton.tsx';
import { UnsentLine } from './UnsentLine.tsx';

const useStyles = makeStyles({
  // Takes the focus when a line goes away, and is no stop of its own.
  lists: { outlineStyle: 'none' },
  part: { marginBottom: tokens.spacingVerticalXXL },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  intro: { marginBlock: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
});

/** First what only the user can settle, then what only time stands in the way of. */
export function UnsentLists() {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const snapshot = useWorld();
  const { waiting, stuck, groups } = snapshot;
  // What is being typed is kept here: a line may be sent, or stop, in the middle of a word.
  const [edit, setEdit] = useState<Edit>();
  const top = useRef<HTMLDivElement>(null);
  const isUnsent = (key: string) =>
    waiting.some((command) => command.key === key) || stuck.some(({ command }) => command.key === key);
  const single = waiting.filter(({ group }) => !groups.some(({ key }) => key === group?.key));
  const lineParts = {
    edit,
    onEdit: setEdit,
    // The line goes away with the button that was pressed; the focus must not.
    onGone: () => top.current?.focus(),
  };
  const isEmpty = waiting.length + stuck.length + groups.length === 0;

  const isSignedOut = snapshot.trouble?.reason === 'signedOut';

  return (
    <div ref={top} tabIndex={-1} className={styles.lists}>
      {isSignedOut ? (
        <div className={styles.part}>
          <p className={styles.intro}>{text.waiting.signedOut}</p>
          <SignInButton />
        </div>
      ) : null}
      {edit && !isUnsent(edit.command.key) ? (
        <section className={styles.part}>
          <EditLine edit={edit} isSent onEdit={setEdit} />
        </section>
      ) : null}
      <div role="status">{isEmpty ? <EmptyRows>{text.waiting.none}</EmptyRows> : null}</div>
      {stuck.length > 0 ? (
        <section className={styles.part} aria-label={text.waiting.needsYou}>
          <h3 className={styles.title}>{text.waiting.needsYou}</h3>
          <p className={styles.intro}>{text.waiting.needsYouIntro}</p>
          <LongList label={text.waiting.needsYou} all={stuck}>
            {(one) => <UnsentLine key={one.command.key} {...one} {...lineParts} />}
          </LongList>
        </section>
      ) : null}
      {waiting.length + groups.length > 0 ? (
        <section className={styles.part} aria-label={text.waiting.waits}>
          <div className={styles.head}>
            <h3 className={styles.title}>{text.waiting.waits}</h3>
            {isSignedOut ? null : <Button onClick={() => store.refresh()}>{text.waiting.tryNow}</Button>}
          </div>
          <p className={styles.intro} role="status">
            {isSignedOut ? '' : waitsFor(snapshot, text)}
          </p>
          {groups.map((group) => (
            <GroupLine key={group.key} group={group} onGone={lineParts.onGone} />
          ))}
          {single.length > 0 ? (
            <LongList label={text.waiting.waits} all={single}>
              {(command) => <UnsentLine key={command.key} command={command} {...lineParts} />}
            </LongList>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}

function waitsFor({ trouble }: Snapshot, { waiting }: FullText): string {
  switch (trouble?.reason) {
    case undefined:
      return waiting.sending;
    case 'offline':
      return waiting.offline;
    case 'signedOut':
      return waiting.signedOut;
    case 'throttled':
    case 'unavailable':
    case 'conflict':
      return waiting.busy;
    case 'forbidden':
    case 'notFound':
    case 'invalid':
      return waiting.stopped;
  }
}
