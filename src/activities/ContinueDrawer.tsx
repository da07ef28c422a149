import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Wish } from '../commands.ts';
import type { Unit } from '../organisation/unit.ts';
import { RowList } from '../panel/RowList.tsx';
import { CorrectionField } from '../panel/CorrectionField.tsx';
import { needsReason } from '../panel/correctable.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Activity } from './activity.ts';
import { continuable, continueWish, endWish, goalsLeft, isUnderWay } from './continueActivity.ts';
import { type Choice, ContinueRow } from './ContinueRow.tsx';
import { useLastYear } from './useLastYear.tsx';

const useStyles = makeStyles({
  words: { marginTop: 0, textWrap: 'pretty' },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  sum: { flexBasis: '100%' },
});

/** Last year's activities, row by row: go on, done, or dropped. Nothing is saved until it is asked for. */
export function ContinueDrawer({ room, year, onClose }: { room: Unit; year: number; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const words = text.logging.goOn;
  const [isOpen, setIsOpen] = useState(true);
  const [choices, setChoices] = useState<ReadonlyMap<Key, Choice>>(new Map());
  const [goals, setGoals] = useState<ReadonlyMap<Key, readonly Key[]>>(new Map());
  const [refusal, setRefusal] = useState<Refusal>();
  const last = useLastYear({ year, roomKey: room.key, isWanted: true });
  const sources = continuable(world, year, room);
  const choiceOf = ({ key }: Activity): Choice => choices.get(key) ?? 'leave';
  const goalsOf = (source: Activity): readonly Key[] => {
    const left = goalsLeft(world.goals, year, source);
    return left.length > 0 ? left : (goals.get(source.key) ?? []);
  };
  const chosen = (choice: Choice) => sources.filter((source) => choiceOf(source) === choice);
  const lacking = chosen('continue').filter((source) => goalsOf(source).length === 0);

  function choose(some: readonly Activity[], choice: Choice) {
    setChoices(new Map([...choices, ...some.map(({ key }) => [key, choice] as const)]));
    setRefusal(undefined);
  }

  async function save(correction?: string) {
    const wishes = sources.flatMap((source): Wish[] => {
      const choice = choiceOf(source);
      if (choice === 'leave') return [];
      if (choice === 'continue') return [continueWish(world, year, room.key, source, goalsOf(source))];
      return [endWish(room.key, source, choice)];
    });
    const signed = wishes.map((wish) => (correction === undefined ? wish : { ...wish, correction }));
    const refused = signed.length === 0 ? undefined : await store.dispatchAll(signed);
    setRefusal(refused);
    if (!refused) setIsOpen(false);
    return refused;
  }

  const sum = words.sum(chosen('continue').length, chosen('done').length, chosen('dropped').length);
  const footer = (
    <>
      <span role="status" className={styles.sum}>
        {sum}
      </span>
      <Button
        appearance="primary"
        className={styles.button}
        disabledFocusable={sum === ''}
        onClick={() => void save()}
      >
        {text.save}
      </Button>
      <Button className={styles.button} onClick={() => setIsOpen(false)}>
        {text.cancel}
      </Button>
    </>
  );

  return (
    <SideDrawer
      title={words.title(year - 1)}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={onClose}
      footer={footer}
    >
      <div role="status">
        {last.at === 'reading' && sources.length === 0 ? <Spinner size="tiny" label={words.reading} /> : null}
        {last.at === 'read' && sources.length === 0 && isOpen ? (
          <p className={styles.words}>{words.none(year - 1)}</p>
        ) : null}
      </div>
      {last.at === 'failure' ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.failure(year - 1)}</MessageBarBody>
          <Button className={styles.button} onClick={last.readAgain}>
            {text.waiting.retry}
          </Button>
        </MessageBar>
      ) : null}
      {refusal && lacking.length === 0 ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{text.refused(refusal.refused, refusal.limit ?? 0)}</MessageBarBody>
        </MessageBar>
      ) : null}
      {needsReason(refusal) ? <CorrectionField onCorrect={save} /> : null}
      {sources.length > 0 ? (
        <>
          <p className={styles.words}>{words.intro(year)}</p>
          <div className={styles.tools}>
            <Button
              size="small"
              className={styles.button}
              onClick={() => choose(sources.filter(isUnderWay), 'continue')}
            >
              {words.all}
            </Button>
          </div>
          <RowList label={words.title(year - 1)}>
            {sources.map((source) => (
              <ContinueRow
                key={source.key}
                source={source}
                year={year}
                choice={choiceOf(source)}
                onChoose={(choice) => choose([source], choice)}
                lacksGoal={goalsLeft(world.goals, year, source).length === 0}
                goalKeys={goalsOf(source)}
                onGoals={(keys) => setGoals(new Map([...goals, [source.key, keys]]))}
                problem={refusal && lacking.includes(source) ? text.refused('goalMissing', 0) : undefined}
              />
            ))}
          </RowList>
        </>
      ) : null}
    </SideDrawer>
  );
}
