import { ToggleButton, makeStyles } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { inOrder } from '../goals/goal.ts';
import { Row, RowList } from '../panel/RowList.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Assignment } from './assignment.ts';

const useStyles = makeStyles({
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** The answer to each goal by itself; pressing the one that stands takes it back. */
export function ConsultationRows(parts: {
  rows: readonly Assignment[];
  onAnswer: (row: Assignment, said: Assignment['consultation']) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const words = text.asking.consultation;
  const goals = inOrder(parts.rows.flatMap(({ goalKey }) => world.goals.get(goalKey) ?? []));
  return (
    <RowList label={words.label}>
      {goals.map((goal) => {
        const row = parts.rows.find(({ goalKey }) => goalKey === goal.key);
        if (!row) return null;
        const { consultation, consultedBy, consultedOn } = row;
        const signed = [consultedOn ? text.date(consultedOn) : '', consultedBy?.name ?? ''] as const;
        const facts = {
          none: words.unanswered,
          agreed: words.agreed(...signed),
          discuss: words.talking(...signed),
        }[consultation];
        const button = (said: 'agreed' | 'discuss', short: string, whole: string) => (
          <ToggleButton
            size="small"
            className={styles.button}
            checked={consultation === said}
            aria-label={whole}
            // Pressed is not told by its shade alone.
            {...(consultation === said ? { icon: <CheckmarkRegular /> } : {})}
            onClick={() => parts.onAnswer(row, consultation === said ? 'none' : said)}
          >
            {short}
          </ToggleButton>
        );
        return (
          <Row
            key={goal.key}
            title={goal.title}
            facts={facts}
            aside={
              <>
                {button('agreed', words.agree, words.agreeOn(goal.title))}
                {button('discuss', words.discuss, words.discussOn(goal.title))}
              </>
            }
          />
        );
      })}
    </RowList>
  );
}
