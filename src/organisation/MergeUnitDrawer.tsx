import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { dayOf, yearOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { mayMerge, mergePreview, mergeWishes } from '../followup/merging.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { StepDrawer } from './StepDrawer.tsx';
import type { Unit } from './unit.ts';
import { useStandingOf } from './useStandingOf.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  line: { margin: 0 },
});

/** Two units become one: what the other one gets, and what stays, is told before it is done. */
export function MergeUnitDrawer(parts: { unit: Unit; onBack: () => void; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.organisation.merge;
  const { world } = useWorld();
  const { now } = useEnvironment();
  const { unit } = parts;
  const year = yearOf(dayOf(now()));
  const [intoKey, setIntoKey] = useState<Key>();
  const [isMissing, setIsMissing] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const into = intoKey === undefined ? undefined : world.units.get(intoKey);
  const reading = useStandingOf(year, [unit.key, intoKey, into?.parentKey ?? undefined]);
  const near = (one: Unit) => (one.parentKey === unit.parentKey ? 0 : 1);
  const places = [...world.units.values()]
    .filter((one) => one.key !== unit.key && mayMerge(world, unit, one))
    .sort((a, b) => near(a) - near(b) || a.title.localeCompare(b.title, 'sv'));
  const merge = into && { unit, into, year };
  const isShown = merge && reading.at === 'read' && !isDone;

  return (
    <StepDrawer
      title={words.title(unit.title)}
      saveLabel={words.save}
      back={{ label: unit.title, onBack: parts.onBack }}
      reading={into ? reading : undefined}
      wishes={() => {
        setIsMissing(!merge);
        if (!merge) return undefined;
        setIsDone(true);
        return mergeWishes(world, merge);
      }}
      onClosed={parts.onClose}
    >
      <PlaceChoice
        label={words.into(unit.title)}
        places={places}
        value={intoKey}
        error={isMissing ? words.choose : null}
        onChoose={(key) => {
          setIntoKey(key);
          setIsMissing(false);
          setIsDone(false);
        }}
      />
      {isShown ? (
        <div role="status" className={styles.lines}>
          {linesOf(merge).map((line) => (
            <p key={line} className={styles.line}>
              {line}
            </p>
          ))}
        </div>
      ) : null}
    </StepDrawer>
  );

  function linesOf(of: NonNullable<typeof merge>): string[] {
    const { below, gains, lacks, activities, isFrozen } = mergePreview(world, of);
    const name = of.into.title;
    const named = (keys: readonly Key[]) =>
      new Intl.ListFormat(text.language, { type: 'conjunction' }).format(
        keys.map((key) => `”${world.goals.get(key)?.title ?? key}”`),
      );
    return [
      words.what(unit.title, name),
      words.below(below.length, name),
      isFrozen ? text.organisation.move.frozen(year) : '',
      isFrozen || lacks.length > 0
        ? ''
        : gains.length === 0
          ? words.noGoals(name)
          : words.gains(name, named(gains)),
      lacks.length > 0 && gains.length > 0 ? words.gains(name, named(gains)) : '',
      lacks.length > 0 ? words.lacks(name, named(lacks)) : '',
      isFrozen ? '' : words.activities(activities, name),
      words.past(unit.title),
    ].filter(Boolean);
  }
}
