import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { holds } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Fields } from './fields.ts';
import { GoalChoice } from './GoalChoice.tsx';
import { KindChoice } from './KindChoice.tsx';
import { MoreFields } from './MoreFields.tsx';
import { ResponsibleField } from './ResponsibleField.tsx';
import { StageGoalChoice } from './StageGoalChoice.tsx';

const useStyles = makeStyles({
  more: {
    alignSelf: 'flex-start',
    paddingInline: tokens.spacingHorizontalS,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
});

/** What people say of an activity, field by field: a new one shows little at first, and all of it on demand. */
export function ActivityForm(parts: {
  shown: Fields;
  year: number;
  unitKey: Key;
  onType: (wanted: Partial<Fields>) => void;
  wordsFor: (field: string) => string | null;
  /** What is done: one line, or several. */
  title: ReactNode;
  /** Where it is done, while that can still be chosen. */
  where?: ReactNode;
  isNew?: boolean;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { shown, year, unitKey, onType, wordsFor, isNew = false } = parts;
  const [isMore, setIsMore] = useState(!isNew);
  const [isSeveral, setIsSeveral] = useState(!isNew);
  const willWait =
    shown.goalKeys.length > 0 &&
    !shown.goalKeys.some((goalKey) => holds(world.assignments, year, goalKey, unitKey));
  const stageGoal = (
    <StageGoalChoice
      year={year}
      goalKeys={shown.goalKeys}
      chosen={shown.stageGoalKey}
      onChoose={(stageGoalKey) => onType({ stageGoalKey })}
    />
  );

  return (
    <>
      {parts.title}
      {parts.where}
      <GoalChoice
        year={year}
        unitKey={unitKey}
        chosen={shown.goalKeys}
        isSingle={!isSeveral}
        onChoose={(goalKeys) => onType({ goalKeys })}
        problem={wordsFor('goalKeys') ?? undefined}
        notice={willWait ? text.log.willWait(world.units.get(unitKey)?.title ?? unitKey) : undefined}
      />
      <KindChoice chosen={shown.kind} onChoose={(kind) => onType({ kind })} />
      {shown.kind === 'enabling' ? stageGoal : null}
      <ResponsibleField shown={shown} onType={onType} />
      {isNew ? (
        <Button
          appearance="subtle"
          className={styles.more}
          icon={isMore ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={isMore}
          onClick={() => setIsMore(!isMore)}
        >
          {isMore ? text.logging.less : text.logging.more}
        </Button>
      ) : null}
      {isMore ? (
        <>
          {isNew ? (
            <Checkbox
              label={text.logging.several}
              checked={isSeveral}
              // Several that are chosen stay several.
              disabled={isSeveral && shown.goalKeys.length > 1}
              onChange={(_, { checked }) => setIsSeveral(checked === true)}
            />
          ) : null}
          <MoreFields shown={shown} onType={onType} wordsFor={wordsFor} />
          {shown.kind === 'enabling' ? null : stageGoal}
        </>
      ) : null}
    </>
  );
}
