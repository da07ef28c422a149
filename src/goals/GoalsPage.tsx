import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { Key } from '../basics/key.ts';
import { Chip } from '../panel/Chip.tsx';
import { RowLink } from '../panel/RowLink.tsx';
import { EmptyRows, Row, RowList } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { SetupFrame } from '../panel/SetupFrame.tsx';
import type { Reader } from '../panel/useDenied.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { type Goal, inOrder } from './goal.ts';

const GoalEditDrawer = lazy(async () => ({ default: (await import('./GoalEditDrawer.tsx')).GoalEditDrawer }));
const StageGoalDrawer = lazy(async () => ({
  default: (await import('./StageGoalDrawer.tsx')).StageGoalDrawer,
}));
const IndicatorDrawer = lazy(async () => ({
  default: (await import('./IndicatorDrawer.tsx')).IndicatorDrawer,
}));

const useStyles = makeStyles({
  intro: { color: tokens.colorNeutralForeground2, maxWidth: '72ch', marginBlock: tokens.spacingVerticalS },
  list: { maxWidth: '880px' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalL,
  },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** What stands open over the page: a goal, or something below it. */
export type GoalsOpen =
  | { readonly what: 'goal'; readonly goalKey?: Key }
  | { readonly what: 'stage' | 'indicator'; readonly goalKey: Key; readonly key?: Key };

/** The goals of the organisation, with what they are followed up by. */
export function GoalsPage(parts: {
  year: number;
  /** The place that the lines of what is saved here speak of. */
  roomKey: Key;
  reader: Reader;
  onBack: () => void;
  /** Where goals are read from a file. */
  onImport: () => void;
}) {
  const styles = useStyles();
  const { goalsPage: words } = useLaterText();
  const { world, unsent } = useWorld();
  const { reader, year, roomKey } = parts;
  const [open, setOpen] = useState<GoalsOpen>();
  const canChange = !reader.denied.has('goals');
  const all = inOrder(world.goals.values());
  const active = all.filter(({ state }) => state === 'active');
  const ended = all.filter(({ state }) => state === 'ended');

  return (
    <SetupFrame
      title={words.title}
      reader={reader}
      writes="goals"
      isCovered={open !== undefined}
      onBack={parts.onBack}
    >
      {all.length === 0 ? (
        <EmptyRows>{words.empty}</EmptyRows>
      ) : (
        <div className={styles.list}>
          <p className={styles.intro}>{words.intro}</p>
          <RowList label={words.list}>{active.map(row)}</RowList>
          {ended.length > 0 ? (
            <Section title={words.endedList}>
              <RowList label={words.endedList}>{ended.map(row)}</RowList>
            </Section>
          ) : null}
        </div>
      )}
      {canChange ? (
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            className={styles.button}
            icon={<AddRegular />}
            onClick={() => setOpen({ what: 'goal' })}
          >
            {all.length === 0 ? words.addFirst : words.add}
          </Button>
          {all.length === 0 ? (
            <Button appearance="subtle" className={styles.button} onClick={parts.onImport}>
              {words.importAll}
            </Button>
          ) : null}
        </div>
      ) : null}
      <Suspense fallback={null}>{drawer()}</Suspense>
    </SetupFrame>
  );

  function row(goal: Goal) {
    const facts = [
      words.years(goal.fromYear, goal.toYear),
      goal.theme ?? '',
      goal.isMeasured ? words.measured : '',
      goal.isCarried ? words.carried : '',
      words.stageGoals([...world.stageGoals.by('goal', goal.key)].length),
      words.indicators([...world.indicators.by('goal', goal.key)].length),
    ];
    return (
      <Row
        key={goal.key}
        isUnsent={unsent.has(goal.key)}
        title={
          <>
            <RowLink onOpen={() => setOpen({ what: 'goal', goalKey: goal.key })}>{goal.title}</RowLink>{' '}
            {goal.state === 'ended' ? <Chip>{words.ended}</Chip> : null}
          </>
        }
        facts={facts.filter(Boolean).join(' · ')}
      />
    );
  }

  function drawer() {
    if (!open) return null;
    const goal = open.goalKey === undefined ? undefined : world.goals.get(open.goalKey);
    const common = { year, roomKey, canChange, onClose: () => setOpen(undefined) };
    if (open.what === 'goal')
      return (
        <GoalEditDrawer {...common} key={open.goalKey ?? ''} goal={goal} beside={active} onOpen={setOpen} />
      );
    if (!goal) return null;
    const back = { label: goal.title, onBack: () => setOpen({ what: 'goal', goalKey: goal.key }) };
    const below = { ...common, goal, back };
    return open.what === 'stage' ? (
      <StageGoalDrawer {...below} stageGoal={world.stageGoals.get(open.key ?? '')} />
    ) : (
      <IndicatorDrawer {...below} indicator={world.indicators.get(open.key ?? '')} />
    );
  }
}
