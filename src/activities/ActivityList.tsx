import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Unit } from '../organisation/unit.ts';
import { EmptyRows } from '../panel/RowList.tsx';
import { useText } from '../text/TextProvider.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import type { Activity } from './activity.ts';
import type { Group } from './activityFilter.ts';
import { ActivityRows, type RowParts } from './ActivityRows.tsx';
import type { Chosen } from './ActivityTools.tsx';

// The tools bring the rule of what is shown with them: the first frame shows everything, newest first.
const ActivityTools = lazy(() =>
  import('./ActivityTools.tsx')
    .then((part) => ({ default: part.ActivityTools }))
    .catch(() => ({ default: () => <></> })),
);

const useStyles = makeStyles({
  tools: { minHeight: '48px' },
  heading: {
    margin: 0,
    paddingTop: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  more: { marginTop: tokens.spacingVerticalS, '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** As many rows as anybody reads at a time. */
const pageSize = 50;
/** So few are seen at a glance, and need no tools. */
const glance = 3;

/** What is being done, as the reader wants to see it. */
export function ActivityList(parts: RowParts & { activities: readonly Activity[]; room: Unit }) {
  const styles = useStyles();
  const text = useText();
  const { host } = useEnvironment();
  const [chosen, setChosen] = useState<Chosen>();
  const [shown, setShown] = useState(pageSize);
  const { activities, room, ...rows } = parts;
  if (activities.length === 0) return <EmptyRows>{text.activities.none}</EmptyRows>;
  const me = host.context.person.id;
  const groups: readonly Group[] = chosen
    ? chosen.listed(activities, chosen.view, { world: parts.world, room, me })
    : [{ key: '', title: undefined, activities }];
  const all = groups.flatMap((group) => group.activities);
  const left = all.length - shown;
  return (
    <>
      {activities.length > glance || chosen ? (
        <div className={styles.tools}>
          <Suspense fallback={null}>
            <ActivityTools
              chosen={chosen}
              hasUnits={parts.activities.some(({ unitKey }) => unitKey !== room.key)}
              found={new Set(all).size}
              all={activities.length}
              onChoose={(next) => {
                setChosen(next);
                setShown(pageSize);
              }}
            />
          </Suspense>
        </div>
      ) : null}
      {firstOf(groups, shown).map((group) => (
        <div key={group.key}>
          {group.title === undefined ? null : <h3 className={styles.heading}>{group.title}</h3>}
          <ActivityRows
            {...rows}
            label={group.title ?? text.activities.title}
            activities={group.activities}
          />
        </div>
      ))}
      {left > 0 ? (
        <Button appearance="subtle" className={styles.more} onClick={() => setShown(shown + pageSize)}>
          {text.activities.more(Math.min(left, pageSize))}
        </Button>
      ) : null}
    </>
  );
}

function firstOf(groups: readonly Group[], most: number): Group[] {
  let left = most;
  return groups.flatMap((group) => {
    const activities = group.activities.slice(0, left);
    left -= activities.length;
    return activities.length > 0 ? [{ ...group, activities }] : [];
  });
}
