import { Caption1, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Activity } from './activity.ts';

const useStyles = makeStyles({
  explanation: { display: 'block', color: tokens.colorNeutralForeground3 },
});

const kinds: readonly Activity['kind'][] = ['targeted', 'ordinary', 'enabling'];

/** What kind of work it is, each with a line of explanation: nobody should have to guess. */
export function KindChoice(parts: { chosen: Activity['kind']; onChoose: (kind: Activity['kind']) => void }) {
  const styles = useStyles();
  const text = useLaterText();
  return (
    <Field label={text.log.kind}>
      <RadioGroup
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
