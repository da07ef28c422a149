import { Avatar, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import type { Person } from './session.ts';
import { useText } from './text/useText.ts';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'grid',
    gridTemplateColumns: '68px minmax(0, 1fr) 68px',
    alignItems: 'center',
    height: '48px',
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (max-width: 639px)': { display: 'none' },
  },
  search: {
    justifySelf: 'center',
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: 'min(468px, 100%)',
    height: '32px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForegroundDisabled,
    fontSize: tokens.fontSizeBase300,
  },
  me: { justifySelf: 'center' },
});

/** The top of Teams. Nothing in it can be used, so nothing in it is offered to a screen reader. */
export function TitleBar({ person }: { person: Person }) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.bar} aria-hidden="true" data-decoration>
      <span />
      <span className={styles.search}>
        <SearchRegular /> {text.search}
      </span>
      <Avatar className={styles.me} name={person.name} size={32} color="colorful" />
    </div>
  );
}
