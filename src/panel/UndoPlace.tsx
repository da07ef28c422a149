import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useWorld } from '../sync/useWorld.ts';
import type { Undo } from './useUndo.tsx';

export const loadUndoBar = async () => ({ default: (await import('./UndoBar.tsx')).UndoBar });
const UndoBar = lazy(loadUndoBar);

const useStyles = makeStyles({
  // At the foot of what is seen, without pushing anything aside.
  page: {
    position: 'sticky',
    bottom: tokens.spacingVerticalM,
    zIndex: 2,
    marginTop: tokens.spacingVerticalL,
    '@media print': { display: 'none' },
  },
  // Among a drawer's own buttons, on a line of its own.
  drawer: { flexBasis: '100%' },
});

/** Where the bar after a save is shown. The live region is there before the words, so that screen readers hear them come. */
export function UndoPlace({ undo, where }: { undo: Undo; where: 'page' | 'drawer' }) {
  const styles = useStyles();
  const { undoable } = useWorld();
  return (
    <div role="status" className={styles[where]}>
      {undoable || undo.said ? (
        <Suspense fallback={null}>
          <UndoBar undo={undo} />
        </Suspense>
      ) : null}
    </div>
  );
}
