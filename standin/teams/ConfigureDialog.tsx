import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { AppIcon } from './AppIcon.tsx';
import { useText } from './text/useText.ts';
import { useEscape } from './useEscape.ts';

const useStyles = makeStyles({
  veil: {
    position: 'absolute',
    inset: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorBackgroundOverlay,
    '@media (max-width: 639px)': { padding: 0 },
  },
  dialog: {
    position: 'static',
    margin: 0,
    padding: 0,
    boxSizing: 'border-box',
    width: 'min(680px, 100%)',
    height: 'min(560px, 100%)',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    '@media (max-width: 639px)': { height: '100%', borderRadius: 0 },
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  titles: { display: 'flex', flexDirection: 'column' },
  title: { margin: 0 },
  under: { color: tokens.colorNeutralForeground2 },
  frame: { flexGrow: 1, minHeight: 0, display: 'flex', padding: `0 ${tokens.spacingHorizontalXXL}` },
  footer: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  failure: { flexGrow: 1, color: tokens.colorPaletteRedForeground1 },
});

/**
 * Where a team's owner sets the tab up, or takes it away. Not Fluent's Dialog: its focus trap takes the keyboard away from a
 * frame. What lies behind is made inert instead, which also holds for the frame.
 */
export function ConfigureDialog(props: {
  channelTitle: string;
  /** The same dialog takes the tab away. */
  isRemoval: boolean;
  mayBeSaved: boolean;
  isSaving: boolean;
  failure: string | undefined;
  onSave: () => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  const text = useText();
  useEscape(props.onCancel);
  return (
    <div className={styles.veil}>
      <dialog open className={styles.dialog} aria-modal="true" aria-labelledby="configure-title">
        <div className={styles.header}>
          <AppIcon size={32} />
          <div className={styles.titles}>
            <Text as="h1" id="configure-title" className={styles.title} weight="semibold" size={400}>
              {text.tabName}
            </Text>
            <Text size={200} className={styles.under}>
              {(props.isRemoval ? text.removeTitle : text.configureTitle)(props.channelTitle)}
            </Text>
          </div>
        </div>
        <div className={styles.frame}>{props.children}</div>
        <div className={styles.footer}>
          {props.failure !== undefined && (
            <Text role="alert" className={styles.failure}>
              {(props.isRemoval ? text.removeFailed : text.configureFailed)(props.failure)}
            </Text>
          )}
          <Button onClick={props.onCancel}>{text.cancel}</Button>
          <Button appearance="primary" disabled={!props.mayBeSaved || props.isSaving} onClick={props.onSave}>
            {props.isRemoval
              ? props.isSaving
                ? text.removing
                : text.removeTab
              : props.isSaving
                ? text.saving
                : text.save}
          </Button>
        </div>
      </dialog>
    </div>
  );
}
