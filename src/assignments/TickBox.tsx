import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Spot } from './gridWalk.ts';

const useStyles = makeStyles({
  box: {
    appearance: 'none',
    flexShrink: 0,
    display: 'grid',
    placeContent: 'center',
    width: '18px',
    height: '18px',
    margin: 0,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':checked': {
      borderTopColor: tokens.colorCompoundBrandBackground,
      borderRightColor: tokens.colorCompoundBrandBackground,
      borderBottomColor: tokens.colorCompoundBrandBackground,
      borderLeftColor: tokens.colorCompoundBrandBackground,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
    ':checked::before': {
      content: '""',
      width: '12px',
      height: '12px',
      backgroundColor: tokens.colorNeutralForegroundInverted,
      clipPath: 'polygon(12% 46%, 0% 60%, 40% 96%, 100% 18%, 86% 6%, 38% 68%)',
    },
    // Some but not all.
    ':indeterminate::before': {
      content: '""',
      width: '10px',
      height: '10px',
      backgroundColor: tokens.colorCompoundBrandForeground1,
      borderRadius: '1px',
    },
    // Where the machine chooses the colours, it draws the box itself too.
    '@media (forced-colors: active)': { appearance: 'auto', '::before': { display: 'none' } },
  },
  // A header's box is not one more cell.
  quiet: {
    width: '16px',
    height: '16px',
  },
});

/** Some of the cells are ticked, and some are not. */
export type Ticked = boolean | 'mixed';

/**
 * A tick as the browser has it, in our colours: a matrix holds thousands, and Fluent's are five elements each.
 */
export function TickBox(parts: {
  label: string;
  ticked: Ticked;
  /** Its place in a grid, and whether Tab leads to it there. */
  spot?: Spot;
  isReached?: boolean;
  isHeader?: boolean;
  describedBy?: string | undefined;
  onTick: (to: boolean) => void;
}) {
  const styles = useStyles();
  const { ticked, spot, isReached = true } = parts;
  return (
    <input
      type="checkbox"
      className={mergeClasses(styles.box, parts.isHeader && styles.quiet)}
      aria-label={parts.label}
      aria-describedby={parts.describedBy}
      checked={ticked === true}
      ref={(box: HTMLInputElement | null) => {
        if (box) box.indeterminate = ticked === 'mixed';
      }}
      data-row={spot?.row}
      data-column={spot?.column}
      tabIndex={isReached ? 0 : -1}
      onChange={() => parts.onTick(ticked !== true)}
    />
  );
}
