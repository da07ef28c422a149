import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Activity } from './activity.ts';

const useStyles = makeStyles({
  part: {
    paddingTop: tokens.spacingVerticalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
  },
  now: { fontWeight: tokens.fontWeightSemibold },
  step: { marginTop: tokens.spacingVerticalM },
  line: { display: 'block', marginTop: tokens.spacingVerticalXXS, color: tokens.colorNeutralForeground3 },
});

type State = Activity['state'];

/** How far it has come, and the steps from there, each with what it means. */
export function ActivityState(parts: { state: State; onChoose: (state: State) => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const id = useId();
  const { change } = text;
  const isEnded = parts.state === 'done' || parts.state === 'dropped';
  const steps: readonly { to: State; words: string; line: string }[] = isEnded
    ? [{ to: 'ongoing', words: change.reopen, line: change.reopenLine }]
    : [
        { to: 'done', words: change.finish, line: change.finishLine },
        { to: 'dropped', words: change.drop, line: change.dropLine },
      ];
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {change.state}: <span className={styles.now}>{text.activities.states[parts.state]}</span>
      </h3>
      {steps.map(({ to, words, line }) => (
        <div key={to} className={styles.step}>
          <Button aria-describedby={`${id}${to}`} onClick={() => parts.onChoose(to)}>
            {words}
          </Button>
          <Caption1 id={`${id}${to}`} className={styles.line}>
            {line}
          </Caption1>
        </div>
      ))}
    </section>
  );
}
