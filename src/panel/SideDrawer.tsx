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
  useRestoreFocusSource,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useText } from '../text/TextProvider.tsx';

const useStyles = makeStyles({
  // Full width where there is little of it: half a drawer over half a page is readable by nobody.
  narrow: { maxWidth: '440px', width: '100%', '@media (max-width: 480px)': { maxWidth: '100%' } },
  wide: { maxWidth: '880px', width: '100%', '@media (max-width: 480px)': { maxWidth: '100%' } },
  // In the meeting's side panel every pixel of the 280 is wanted.
  part: { '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalM } },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
  },
});

/** Detail on demand, over the page and never over another drawer. Esc and the cross close it; focus goes back. */
export function SideDrawer(parts: {
  title: string;
  isWide?: boolean;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  const text = useText();
  const restoreFocus = useRestoreFocusSource();
  return (
    <OverlayDrawer
      {...restoreFocus}
      open
      position="end"
      className={parts.isWide ? styles.wide : styles.narrow}
      onOpenChange={(_, { open }) => {
        if (!open) parts.onClose();
      }}
    >
      <DrawerHeader className={styles.part}>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label={text.close}
              icon={<DismissRegular />}
              onClick={parts.onClose}
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
