import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { StuckCommand } from '../sync/snapshot.ts';
import { useWorld } from '../sync/useWorld.ts';
import type { FullText } from '../text/svLater.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { World } from '../world.ts';
import { savedWords } from './savedWords.ts';
import type { Undo } from './useUndo.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    width: 'fit-content',
    maxWidth: '100%',
    minHeight: '44px',
    marginInline: 'auto',
    paddingBlock: tokens.spacingVerticalXS,
    // In two lines the words would stand on the edge.
    '@media (max-width: 400px)': { flexWrap: 'wrap', paddingTop: tokens.spacingVerticalS },
    paddingInlineStart: tokens.spacingHorizontalM,
    paddingInlineEnd: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
  },
  words: {
    flexGrow: 1,
    minWidth: 0,
    '@media (max-width: 400px)': { flexBasis: '100%' },
    overflowWrap: 'anywhere',
  },
  buttons: {
    display: 'flex',
    flexGrow: 1,
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalXS,
  },
  button: { flexShrink: 0, '@media (pointer: coarse)': { minHeight: '44px', minWidth: '44px' } },
});

/** After each save: what was done, and the way back, by button and by Ctrl+Z or Cmd+Z. */
export function UndoBar({ undo }: { undo: Undo }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world, stuck } = useWorld();
  const closing = useRef<HTMLElement>(null);
  const { said } = undo;

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isUndo || event.key.toLowerCase() !== 'z') return;
      if (event.defaultPrevented || hasOwnUndo(event.target)) return;
      event.preventDefault();
      void undo.takeBack();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo]);

  // Of what has come to a stop meanwhile, another place on the page tells more.
  if (!said || isStuck(said, stuck)) return null;
  return (
    <div className={styles.bar}>
      <span className={styles.words}>{wordsFor(said, world, text)}</span>
      <span className={styles.buttons}>
        {said.what === 'saved' ? (
          <Button
            className={styles.button}
            onClick={() => {
              // The button goes away with what it offers; the focus must not go with it.
              closing.current?.focus();
              void undo.takeBack();
            }}
          >
            {text.saved.undo}
          </Button>
        ) : null}
        <Button
          ref={(button: HTMLElement | null) => {
            closing.current = button;
          }}
          className={styles.button}
          appearance="subtle"
          aria-label={text.close}
          icon={<DismissRegular />}
          onClick={undo.close}
        />
      </span>
    </div>
  );
}

function isStuck(said: NonNullable<Undo['said']>, stuck: readonly StuckCommand[]): boolean {
  if (said.what !== 'saved') return false;
  const keys = said.done.wishes.flatMap((wish) => (wish.do === 'takeBack' ? [wish.of] : []));
  return stuck.some(({ command }) => keys.includes(command.key));
}

/** A field with something written in it takes back what was typed; an empty one has nothing to take back. */
function hasOwnUndo(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return target.value !== '';
  if (target instanceof HTMLInputElement) {
    return target.value !== '' && target.type !== 'checkbox' && target.type !== 'radio';
  }
  return target instanceof HTMLElement && target.isContentEditable;
}

function wordsFor(said: NonNullable<Undo['said']>, world: World, text: FullText): string {
  switch (said.what) {
    case 'saved':
      return savedWords(said.done.wishes, world, text);
    case 'undone':
      return text.saved.undone;
    case 'refused': {
      const { refused, limit, clash } = said.refusal;
      return text.saved.notUndone(clash ? text.saved.changedSince : text.refused(refused, limit ?? 0));
    }
  }
}
