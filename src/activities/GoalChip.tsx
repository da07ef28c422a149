import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';

const edge = tokens.strokeWidthThin;

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '32px',
    '@media (pointer: coarse)': { minHeight: '44px' },
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    border: `${edge} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  // A goal that the unit does not hold can be chosen all the same; the dashes say that it is not theirs yet.
  other: { border: `${edge} dashed ${tokens.colorNeutralStrokeAccessible}` },
  chosen: {
    border: `${edge} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  otherChosen: { border: `${edge} dashed ${tokens.colorBrandStroke1}` },
});

/** One goal to choose or leave; a tick and an edge say that it is chosen, never colour alone. */
export function GoalChip(parts: {
  title: string;
  isChosen: boolean;
  isOther: boolean;
  onChoose: () => void;
}) {
  const styles = useStyles();
  const { isChosen, isOther } = parts;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={mergeClasses(
        styles.chip,
        isOther && styles.other,
        isChosen && styles.chosen,
        isChosen && isOther && styles.otherChosen,
      )}
      onClick={parts.onChoose}
    >
      {isChosen ? <CheckmarkRegular aria-hidden /> : null}
      {parts.title}
    </button>
  );
}
