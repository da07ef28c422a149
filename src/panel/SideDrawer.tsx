import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  mergeClasses,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular, DismissRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { useBackStep } from './useBackStep.tsx';

const useStyles = makeStyles({
  // Full width where there is little of it: half a drawer over half a page is readable by nobody.
  narrow: { maxWidth: '440px', width: '100%', '@media (max-width: 480px)': { maxWidth: '100%' } },
  wide: { maxWidth: '880px', width: '100%', '@media (max-width: 480px)': { maxWidth: '100%' } },
  whole: { maxWidth: '1480px', width: '100%' },
  // Paper shows the page that lies below.
  off: { '@media print': { display: 'none' } },
  // In the meeting's side panel every pixel of the 280 is wanted.
  part: { '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalM } },
  back: {
    alignSelf: 'flex-start',
    // Its arrow stands above the title's first letter.
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    justifyContent: 'flex-start',
    maxWidth: '100%',
    textAlign: 'start',
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
  },
});

/**
 * Detail on demand, over the page and never over another drawer. Esc and the cross dismiss it. `onClosed` comes when it
 * has slid away, and only then may it be unmounted: the rest of the page is hidden from screen readers until it has.
 */
export function SideDrawer(parts: {
  title: string;
  isWide?: boolean;
  /** For what is wider than any drawer: as wide as the page. */
  isWhole?: boolean;
  isOpen: boolean;
  /** The way back to the drawer that this one was opened from. */
  back?: { readonly label: string; readonly onBack: () => void } | undefined;
  onDismiss: () => void;
  onClosed: () => void;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  const text = useLaterText();
  // Whoever opened the drawer gets the focus back; Fluent knows only openers of its own kind.
  const [opener] = useState(() => document.activeElement);
  const { back } = parts;
  useBackStep(parts.isOpen, back?.onBack ?? parts.onDismiss, 'drawer');
  useLostEscape(parts.isOpen, parts.onDismiss);
  return (
    <OverlayDrawer
      open={parts.isOpen}
      position="end"
      className={mergeClasses(
        styles.off,
        parts.isWhole ? styles.whole : parts.isWide ? styles.wide : styles.narrow,
      )}
      backdrop={{ className: styles.off }}
      onOpenChange={(_, { open }) => {
        if (!open) parts.onDismiss();
      }}
      surfaceMotion={{
        onMotionFinish: (_, { direction }) => {
          if (direction !== 'exit') return;
          parts.onClosed();
          giveBack(opener);
        },
      }}
    >
      <DrawerHeader className={styles.part}>
        {back ? (
          <Button
            size="small"
            appearance="subtle"
            className={styles.back}
            icon={<ArrowLeftRegular />}
            onClick={back.onBack}
          >
            {back.label}
          </Button>
        ) : null}
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label={text.close}
              icon={<DismissRegular />}
              onClick={parts.onDismiss}
            />
          }
        >
          {parts.title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.part}>{parts.children}</DrawerBody>
      {parts.footer ? (
        <DrawerFooter className={mergeClasses(styles.part, styles.footer)}>{parts.footer}</DrawerFooter>
      ) : null}
    </OverlayDrawer>
  );
}

/** Where the button that had the focus has gone, keys reach nothing of the drawer: Esc must close it all the same. */
function useLostEscape(isOpen: boolean, onDismiss: () => void): void {
  const newest = useEffectEvent(onDismiss);
  useEffect(() => {
    if (!isOpen) return undefined;
    const gone = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (event.key === 'Escape' && isLost && !event.defaultPrevented) newest();
    };
    document.addEventListener('keydown', onKey, { signal: gone.signal });
    return () => gone.abort();
  }, [isOpen]);
}

/** The button that opened the drawer may be gone with what was saved: then the page itself takes the focus. */
function giveBack(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener.isConnected) return opener.focus();
  const page = document.querySelector('main');
  if (!page) return;
  page.tabIndex = -1;
  page.style.outline = 'none';
  page.focus();
}
