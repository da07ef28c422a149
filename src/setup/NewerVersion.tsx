import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { TroublePage } from './TroublePage.tsx';
import { useNewerBuild } from './useNewerBuild.tsx';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  words: { flexGrow: 1, flexShrink: 1, flexBasis: '200px', minWidth: 0 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** [T26] Says quietly that a newer version is ready. Only the reader reloads, and is told first what is not saved. */
export function NewerVersion({ reload = () => window.location.reload() }: { reload?: () => void }) {
  const styles = useStyles();
  const { version } = useLaterText();
  const { host } = useEnvironment();
  const newer = useNewerBuild();
  const [put, setPut] = useState<string>();
  const [isAsking, setIsAsking] = useState(false);
  const hasUnsaved = useTyped();
  const isShown = newer !== undefined && newer !== put && host.context.place !== 'stage';
  return (
    // Polite, and no more of a status than the page already has.
    <div aria-live="polite">
      {isShown ? (
        <div className={styles.notice}>
          <span className={styles.words}>{isAsking ? version.unsaved : version.newer}</span>
          <Button
            size="small"
            className={styles.button}
            onClick={() => (!isAsking && hasUnsaved() ? setIsAsking(true) : reload())}
          >
            {isAsking ? version.anyway : version.reload}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            className={styles.button}
            onClick={() => {
              setIsAsking(false);
              setPut(newer);
            }}
          >
            {version.later}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Whether something that was typed still stands on screen: a field that was saved is emptied or goes with its drawer. */
function useTyped(): () => boolean {
  const typed = useRef(new Set<HTMLInputElement | HTMLTextAreaElement>());
  useEffect(() => {
    const fields = typed.current;
    const note = ({ target }: Event) => {
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (isField && !['search', 'checkbox', 'radio'].includes(target.type)) fields.add(target);
    };
    document.addEventListener('input', note, true);
    return () => document.removeEventListener('input', note, true);
  }, []);
  return () => [...typed.current].some(({ isConnected, value }) => isConnected && value.trim() !== '');
}

/** [T27] What a screen that broke leads to. It lies in memory from the start, since an upgrade may have taken it from the host. */
export function FaultPage({ fault }: { fault: string }) {
  const newer = useNewerBuild();
  const isMissingPart = /dynamically imported module|module script|preload CSS/i.test(fault);
  useEffect(() => {
    // Asks at once: nothing else may have done it.
    if (isMissingPart) window.dispatchEvent(new Event('vite:preloadError'));
  }, [isMissingPart]);
  const trouble = !isMissingPart ? 'screen' : newer === undefined ? 'partMissing' : 'newerVersion';
  return <TroublePage trouble={trouble} report={fault} onReload={() => window.location.reload()} />;
}
