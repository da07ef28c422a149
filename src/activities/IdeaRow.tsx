import { Button, makeStyles } from '@fluentui/react-components';
import type { Goals } from '../goals/goal.ts';
import { Row } from '../panel/RowList.tsx';
import type { FullText } from '../text/svLater.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Suggestion } from './idea.ts';

const useStyles = makeStyles({
  why: { display: 'block' },
  take: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** One idea: what, where and for which goals, why it is shown, and the way to make it one's own. */
export function IdeaRow(parts: {
  suggestion: Suggestion;
  goals: Goals;
  /** `undefined` where it can only be read. */
  onTake: (() => void) | undefined;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { idea } = parts.suggestion;
  const goals = idea.goalKeys.map((key) => parts.goals.get(key)?.theme ?? parts.goals.get(key)?.title);
  return (
    <Row
      title={idea.title}
      facts={
        <>
          {[
            idea.from?.unitTitle ?? text.ideas.general,
            goals.filter(Boolean).join(', '),
            text.activities.kinds[idea.kind],
          ].join(' · ')}
          <span className={styles.why}>{whyOf(parts.suggestion, text)}</span>
        </>
      }
      aside={
        parts.onTake ? (
          <Button
            size="small"
            className={styles.take}
            aria-label={text.ideas.takeThis(idea.title)}
            onClick={parts.onTake}
          >
            {text.ideas.take}
          </Button>
        ) : null
      }
    />
  );
}

function whyOf({ idea, reasons }: Suggestion, { ideas }: FullText): string {
  const isLike = reasons.includes('sameCharacter');
  if (!idea.from) return isLike ? ideas.whyGeneralLike : ideas.whyGeneral;
  const why = isLike ? ideas.whyLike : ideas.whySameGoal;
  return reasons.includes('finished') ? `${why} ${ideas.whyFinished(idea.from.unitTitle)}` : why;
}
