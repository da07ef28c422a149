import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Clash } from '../basics/change.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { fieldWords, shownFields, valueWords } from './valueWords.ts';

const useStyles = makeStyles({
  intro: { marginBlock: tokens.spacingVerticalXS },
  field: {
    marginTop: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(110px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    marginTop: tokens.spacingVerticalXXS,
  },
  one: {
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  whose: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: { margin: 0, whiteSpace: 'pre-wrap' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
});

/** What two people have written in the same fields, side by side, and the choice between them. */
export function ClashChoice(parts: { clash: Clash; onSettle: (whose: 'mine' | 'theirs') => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { clash } = parts;
  return (
    <div role="group" aria-label={text.clash.intro}>
      <p className={styles.intro}>{text.clash.intro}</p>
      {shownFields(clash).map(([name, values]) => (
        <div key={name}>
          <div className={styles.field}>{fieldWords(name, text, clash.list)}</div>
          <dl className={styles.both} aria-label={fieldWords(name, text, clash.list)}>
            {(['mine', 'theirs'] as const).map((whose) => (
              <div key={whose} className={styles.one}>
                <dt className={styles.whose}>{text.clash[whose]}</dt>
                <dd className={styles.value}>{valueWords(clash, name, values[whose], world, text)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <div className={styles.buttons}>
        <Button onClick={() => parts.onSettle('mine')}>{text.clash.keepMine}</Button>
        <Button onClick={() => parts.onSettle('theirs')}>{text.clash.keepTheirs}</Button>
      </div>
    </div>
  );
}
