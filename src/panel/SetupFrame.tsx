import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Denied } from './denied.ts';
import { Notice } from './Notice.tsx';
import { PageHead } from './PageHead.tsx';
import { hasNotices } from './RoomPanel.tsx';
import { UndoPlace } from './UndoPlace.tsx';
import { useBackStep } from './useBackStep.tsx';
import type { Reader } from './useDenied.tsx';
import { useUndo } from './useUndo.tsx';

const WaitingDrawer = lazy(async () => ({ default: (await import('./WaitingDrawer.tsx')).WaitingDrawer }));
const Notices = lazy(async () => ({ default: (await import('./Notices.tsx')).Notices }));

const useStyles = makeStyles({
  back: {
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginBottom: tokens.spacingVerticalXS,
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
});

/** A page on which something is set for everybody: the way back, what could not be saved, and what can be undone. */
export function SetupFrame(parts: {
  title: string;
  reader: Reader;
  /** What the page writes, which the site may refuse. */
  writes: Denied;
  /** True while a drawer lies over the page: under it nobody would see or hear what was saved. */
  isCovered: boolean;
  onBack: () => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const snapshot = useWorld();
  const undo = useUndo();
  const [isWaiting, setIsWaiting] = useState(false);
  const { reader, isCovered } = parts;
  const { denied } = reader;
  useBackStep(!isCovered && !isWaiting, parts.onBack);
  return (
    <>
      <Button appearance="subtle" className={styles.back} icon={<ArrowLeftRegular />} onClick={parts.onBack}>
        {text.organisation.back}
      </Button>
      <PageHead title={parts.title} onWaiting={() => setIsWaiting(true)} />
      <div role="status">
        {hasNotices(snapshot) || denied.size > 0 ? (
          <Suspense fallback={null}>
            <Notices reader={reader} onShowWaiting={() => setIsWaiting(true)} />
          </Suspense>
        ) : null}
        {/* Where more than this is refused, the notices speak of the other. */}
        {denied.has(parts.writes) && denied.size > 1 ? (
          <Notice words={text.panel.denied[parts.writes]} />
        ) : null}
      </div>
      {parts.children}
      {isWaiting ? (
        <Suspense fallback={null}>
          <WaitingDrawer onClose={() => setIsWaiting(false)} onForgotten={() => window.location.reload()} />
        </Suspense>
      ) : isCovered ? null : (
        <UndoPlace undo={undo} where="page" />
      )}
    </>
  );
}
