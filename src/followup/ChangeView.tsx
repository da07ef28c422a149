import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type Day, dayOf, isDay } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { EmptyRows } from '../panel/RowList.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { ChangeLines, UnreadLines } from './ChangeLines.tsx';
import { changeGroups, deedsSince, groupOf, linesOf, roomsChangedSince, sinceWhen } from './changes.ts';
import type { Overview } from './overview.ts';
import { momentOf, useChanges, type Wanted } from './useChanges.tsx';

/** One reading of departments: two requests each, forty in two batches. */
const roomsAtATime = 20;
/** Ten batches, of what a tab may ask in a minute less than half. */
const detailsAtATime = 200;
const monthMs = 30 * 24 * 60 * 60 * 1000;

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  day: { minWidth: 0, '@media (pointer: coarse)': { minHeight: '44px' } },
  more: { marginTop: tokens.spacingVerticalL },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  spinner: { justifyContent: 'flex-start', marginTop: tokens.spacingVerticalL },
  words: { margin: 0, marginTop: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
});

/** What has come to the activities and assignments of all departments since a day, and by whom. */
export function ChangeView(parts: {
  overview: Overview;
  onActivity: (activityKey: Key, roomKey: Key) => void;
  onRoom: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { now } = useEnvironment();
  const { world } = useWorld();
  const { overview } = parts;
  const { changes: words } = text;
  const today = dayOf(now());
  const [since, setSince] = useState(() =>
    sinceWhen(world.periods, overview.year, today, dayOf(new Date(now().getTime() - monthMs))),
  );
  const [typed, setTyped] = useState(since);
  const roomsSince = (day: Day) => roomsChangedSince(overview, world.tallies, momentOf(day));
  const wantedSince = (day: Day, rooms = roomsAtATime, details = detailsAtATime): Wanted => ({
    year: overview.year,
    moment: momentOf(day),
    roomKeys: roomsSince(day)
      .slice(0, rooms)
      .map(({ key }) => key),
    details,
  });
  const [wanted, setWanted] = useState(() => wantedSince(since));
  const { how, records } = useChanges(wanted);

  const all = roomsSince(since).length;
  const shown = wanted.roomKeys.length;

  function type(day: string) {
    setTyped(day);
    if (!isDay(day) || day > today) return;
    setSince(day);
    setWanted(wantedSince(day));
  }

  const read = records.flatMap(({ list, history }) =>
    history ? deedsSince(list, history, wanted.moment) : [],
  );
  const unread = records.filter(({ history }) => !history);
  const lines = linesOf(read);

  return (
    <>
      <div className={styles.head}>
        <Field label={words.since} validationMessage={isDay(typed) && typed <= today ? null : words.halfDate}>
          <Input
            type="date"
            className={styles.day}
            value={typed}
            max={today}
            onChange={(_, { value }) => type(value)}
          />
        </Field>
        <Button
          className={styles.button}
          appearance="subtle"
          onClick={() => setWanted(wantedSince(since, Math.max(shown, roomsAtATime), wanted.details))}
        >
          {words.refresh}
        </Button>
      </div>
      {how === 'under way' ? <Spinner className={styles.spinner} label={words.loading} /> : null}
      {how === 'failed' ? (
        <>
          <EmptyRows>{words.failed}</EmptyRows>
          <Button className={styles.button} onClick={() => setWanted({ ...wanted })}>
            {words.again}
          </Button>
        </>
      ) : null}
      {how === 'done' ? (
        <>
          {all > shown && shown > 0 ? <p className={styles.words}>{words.shownOf(shown, all)}</p> : null}
          {lines.length + unread.length === 0 ? (
            <EmptyRows>{records.length === 0 ? words.none : words.nothingLeft}</EmptyRows>
          ) : null}
          {changeGroups.map((group) => (
            <ChangeLines
              key={group}
              group={group}
              lines={lines.filter((line) => groupOf(line) === group)}
              onActivity={parts.onActivity}
              onRoom={parts.onRoom}
            />
          ))}
          <UnreadLines
            records={unread}
            onRead={() => setWanted(wantedSince(since, shown, wanted.details + detailsAtATime))}
          />
          {all > shown ? (
            <Button
              className={styles.more}
              onClick={() => setWanted(wantedSince(since, shown + roomsAtATime, wanted.details))}
            >
              {words.moreRooms(Math.min(roomsAtATime, all - shown))}
            </Button>
          ) : null}
        </>
      ) : null}
    </>
  );
}
