import { makeStyles, tokens } from '@fluentui/react-components';
import type { Overview } from '../followup/overview.ts';
import { Row, RowList } from '../panel/RowList.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { standingOf } from './missing.ts';

const useStyles = makeStyles({ none: { margin: 0, color: tokens.colorNeutralForeground3 } });

/** How each goal goes, in the departments' own words: counted, never weighed together. */
export function StandingStep({ overview: { goals, departments } }: { overview: Overview }) {
  const styles = useStyles();
  const { memo: words, overview } = useLaterText();
  if (goals.length === 0) return <p className={styles.none}>{words.standing.none}</p>;
  return (
    <RowList label={words.steps.standing}>
      {goals.map(({ key, title }) => {
        const { holding, told } = standingOf(departments, key);
        const said = (['onPlan', 'atRisk', 'offPlan'] as const).filter((status) => told[status] > 0);
        const sum = told.onPlan + told.atRisk + told.offPlan;
        return (
          <Row
            key={key}
            title={title}
            facts={[
              words.standing.line(sum, holding),
              ...said.map((status) => `${overview.statuses[status]}: ${told[status]}`),
            ].join(' ')}
          />
        );
      })}
    </RowList>
  );
}
