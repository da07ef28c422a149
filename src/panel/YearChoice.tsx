import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/TextProvider.tsx';

const useStyles = makeStyles({
  // A plain select: Fluent's own weighs 6 KB in the entry and opens the same list.
  choice: {
    minHeight: '32px',
    '@media (pointer: coarse)': { minHeight: '44px' },
    paddingInline: tokens.spacingHorizontalS,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

export function YearChoice(parts: {
  year: number;
  years: readonly number[];
  onYear: (year: number) => void;
}) {
  const styles = useStyles();
  const text = useText();
  return (
    <select
      className={styles.choice}
      aria-label={text.year}
      value={parts.year}
      onChange={(event) => parts.onYear(Number(event.target.value))}
    >
      {parts.years.map((year) => (
        <option key={year} value={year}>
          {year}
        </option>
      ))}
    </select>
  );
}
