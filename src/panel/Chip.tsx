import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '20px',
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    // A border of its own keeps the chip visible where high contrast takes the background away.
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  waiting: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  unsent: { color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2 },
});

/** A word with a quiet edge; the word says everything, the edge only helps the eye. */
export function Chip({
  look = 'plain',
  children,
}: {
  look?: 'plain' | 'waiting' | 'unsent';
  children: ReactNode;
}) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.chip, look !== 'plain' && styles[look])}>{children}</span>;
}
