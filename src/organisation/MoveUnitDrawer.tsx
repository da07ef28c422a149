import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { yearOf } from '../basics/day.ts';
import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { type Choice, movePreview, moveWishes } from '../followup/moving.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { mayStandBelow } from './saveUnit.ts';
import { StepDrawer } from './StepDrawer.tsx';
import { isWithin } from './tree.ts';
import type { Unit } from './unit.ts';
import { useStandingOf } from './useStandingOf.tsx';

const useStyles = makeStyles({
  means: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  lines: { margin: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  line: { margin: 0 },
});

/** A unit goes somewhere else: what follows it is told, and what there is to choose is asked. */
export function MoveUnitDrawer(parts: { unit: Unit; onBack: () => void; onClose: () => void }) {
  const styles = useStyles();
  const { organisation } = useLaterText();
  const words = organisation.move;
  const { world } = useWorld();
  const { now } = useEnvironment();
  const { unit } = parts;
  const year = yearOf(dayOf(now()));
  const [parentKey, setParentKey] = useState<Key>();
  const [choice, setChoice] = useState<Choice>('bring');
  const [isMissing, setIsMissing] = useState(false);
  // Moved by this very drawer, it is told of as it was until that has closed.
  const [isDone, setIsDone] = useState(false);
  const reading = useStandingOf(year, [unit.key]);
  const places = [...world.units.values()].filter(
    (one) =>
      one.active &&
      one.key !== unit.parentKey &&
      mayStandBelow(unit.level, one.level) &&
      !isWithin(world.units, one.key, unit.key),
  );
  const order = { region: 0, board: 1, department: 2, unit: 3 } as const;
  places.sort((a, b) => order[a.level] - order[b.level] || a.title.localeCompare(b.title, 'sv'));
  const move = parentKey === undefined ? undefined : { unit, parentKey, year };
  const preview = move && reading.at === 'read' && !isDone ? movePreview(world, move) : undefined;
  const to = preview?.to?.title ?? '';
  const from = preview?.from?.title ?? '';

  return (
    <StepDrawer
      title={words.title(unit.title)}
      saveLabel={words.save}
      back={{ label: unit.title, onBack: parts.onBack }}
      reading={move ? reading : undefined}
      wishes={() => {
        setIsMissing(!move);
        if (!move) return undefined;
        setIsDone(true);
        return moveWishes(world, move, choice);
      }}
      onClosed={parts.onClose}
    >
      <PlaceChoice
        label={organisation.place.choose}
        places={places}
        value={parentKey}
        error={isMissing ? words.choose : null}
        onChoose={(key) => {
          setParentKey(key);
          setIsMissing(false);
          setIsDone(false);
        }}
      />
      {preview ? (
        <div role="status" className={styles.lines}>
          {linesOf(preview).map((line) => (
            <p key={line} className={styles.line}>
              {line}
            </p>
          ))}
        </div>
      ) : null}
      {preview?.isToOther && preview.activities > 0 && !preview.isFrozen ? (
        <Field label={words.ask(preview.activities)}>
          <RadioGroup
            value={choice}
            onChange={(_, { value }) => setChoice(value === 'leave' ? 'leave' : 'bring')}
          >
            <Radio
              value="bring"
              label={
                <>
                  {words.bring}
                  <span className={styles.means}>{words.bringMeans(unit.title, to)}</span>
                </>
              }
            />
            <Radio
              value="leave"
              label={
                <>
                  {words.leave}
                  <span className={styles.means}>
                    {words.leaveMeans(unit.title, from)}
                    {preview.waitingIfLeft > 0 ? ` ${words.waits(preview.waitingIfLeft, from)}` : ''}
                  </span>
                </>
              }
            />
          </RadioGroup>
        </Field>
      ) : null}
    </StepDrawer>
  );

  function linesOf({ isToOther, below, goals, isFrozen }: NonNullable<typeof preview>): string[] {
    const what = from === '' ? words.first(unit.title, to) : words.what(unit.title, from, to, below);
    if (!isToOther) return [what, unit.level === 'unit' ? words.same : words.nothingElse];
    if (isFrozen) return [what, words.frozen(year), words.earlier(to)];
    return [what, words.goals(goals), words.earlier(to)];
  }
}
