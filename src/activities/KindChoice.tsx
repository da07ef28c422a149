import {
  Caption1,
  Field,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Activity } from './activity.ts';

const edge = tokens.strokeWidthThin;

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  card: {
    width: '100%',
    boxSizing: 'border-box',
    border: `${edge} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    paddingBlock: tokens.spacingVerticalXXS,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    // The whole card is pressed, not only its words.
    '& label': { flexGrow: 1, cursor: 'pointer' },
    // Fluent greys what is not chosen: here it is to be read before it is.
    '& input:enabled:not(:checked) ~ .fui-Radio__label': { color: tokens.colorNeutralForeground1 },
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  // The filled dot says it too: never colour alone.
  chosen: {
    border: `${edge} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  explanation: { display: 'block', color: tokens.colorNeutralForeground2 },
});

const kinds: readonly Activity['kind'][] = ['targeted', 'ordinary', 'enabling'];

/** What kind of work it is, each as a card with a line of explanation: nobody should have to guess. */
export function KindChoice(parts: { chosen: Activity['kind']; onChoose: (kind: Activity['kind']) => void }) {
  const styles = useStyles();
  const text = useLaterText();
  return (
    <Field label={text.log.kind}>
      <RadioGroup
        className={styles.cards}
        value={parts.chosen}
        onChange={(_, { value }) => {
          const kind = kinds.find((one) => one === value);
          if (kind) parts.onChoose(kind);
        }}
      >
        {kinds.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            className={mergeClasses(styles.card, kind === parts.chosen && styles.chosen)}
            label={
              <>
                {text.activities.kinds[kind]}
                <Caption1 className={styles.explanation}>{text.log.kindLines[kind]}</Caption1>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
