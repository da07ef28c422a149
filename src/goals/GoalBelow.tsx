import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { RowLink } from '../panel/RowLink.tsx';
import { EmptyRows, Row, RowList } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Goal } from './goal.ts';
import type { GoalsOpen } from './GoalsPage.tsx';

const useStyles = makeStyles({ button: { '@media (pointer: coarse)': { minHeight: '44px' } } });

/** What stands below a goal: its stage goals, and what it is measured by. */
export function GoalBelow(parts: {
  goal: Goal;
  isMeasured: boolean;
  canChange: boolean;
  onOpen: (open: GoalsOpen) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { stage, indicator: words } = text.goalsPage;
  const { world } = useWorld();
  const { goal, canChange, onOpen } = parts;
  const goalKey = goal.key;
  const stageGoals = [...world.stageGoals.by('goal', goalKey)].sort((a, b) => (a.due < b.due ? -1 : 1));
  const indicators = [...world.indicators.by('goal', goalKey)].sort((a, b) =>
    a.title.localeCompare(b.title, 'sv'),
  );
  const add = (label: string, what: 'stage' | 'indicator') =>
    canChange ? (
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<AddRegular />}
        onClick={() => onOpen({ what, goalKey })}
      >
        {label}
      </Button>
    ) : null;
  const value = (number: number, unit: string) => text.indicators.value(number, unit);
  return (
    <>
      <Section title={stage.title} aside={add(stage.add, 'stage')}>
        {stageGoals.length === 0 ? (
          <EmptyRows>{stage.none}</EmptyRows>
        ) : (
          <RowList label={stage.title}>
            {stageGoals.map((one) => (
              <Row
                key={one.key}
                title={
                  <RowLink onOpen={() => onOpen({ what: 'stage', goalKey, key: one.key })}>
                    {one.title}
                  </RowLink>
                }
                facts={stage.by(text.date(one.due))}
              />
            ))}
          </RowList>
        )}
      </Section>
      <Section title={words.title} aside={parts.isMeasured ? add(words.add, 'indicator') : null}>
        {indicators.length === 0 ? (
          <EmptyRows>{parts.isMeasured ? words.none : words.notMeasured}</EmptyRows>
        ) : (
          <RowList label={words.title}>
            {indicators.map((one) => (
              <Row
                key={one.key}
                title={
                  <RowLink onOpen={() => onOpen({ what: 'indicator', goalKey, key: one.key })}>
                    {one.title}
                  </RowLink>
                }
                facts={words.way(
                  value(one.baselineValue, one.measureUnit),
                  one.baselineYear,
                  value(one.targetValue, one.measureUnit),
                  one.targetYear,
                )}
              />
            ))}
          </RowList>
        )}
      </Section>
    </>
  );
}
