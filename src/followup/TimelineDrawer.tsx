import { Button, Caption1, Field, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { dayOf } from '../basics/day.ts';
import { FileButtons, FormatChoice } from '../exchange/FileChoice.tsx';
import { useFileMaking } from '../exchange/useFileMaking.tsx';
import type { Unit } from '../organisation/unit.ts';
import { LongList } from '../panel/LongList.tsx';
import { Notice } from '../panel/Notice.tsx';
import { EmptyRows, Row } from '../panel/RowList.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { deedWords, fieldsIn, placeWords, recordWords, timelineTable } from '../panel/timelineWords.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import type { Comment } from './comment.ts';
import type { Overview } from './overview.ts';
import type { Period } from './period.ts';
import type { TimelineStep } from './timeline.ts';
import { type Days, useTimeline } from './useTimeline.tsx';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalM,
  },
  choice: {
    flexGrow: 1,
    minWidth: 0,
    maxWidth: '320px',
    '@media (pointer: coarse)': { '& select': { minHeight: '44px' } },
  },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  spinner: { justifyContent: 'flex-start' },
  button: { alignSelf: 'flex-start', '@media (pointer: coarse)': { minHeight: '44px' } },
  facts: { display: 'block', color: tokens.colorNeutralForeground3 },
  record: { fontWeight: tokens.fontWeightSemibold },
  line: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** A year is planned in the year before, and put right in the year after: everything on its shelves is of it. */
const always: Days = { from: '1970-01-01', to: '2999-12-31' };

/** For whoever must answer for it: each step in a room or in a board's departments, by whom, when, and from what to what. */
export function TimelineDrawer(parts: {
  room: Unit;
  year: number;
  /** Of a whole board. */
  overview?: Overview | undefined;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { timeline: words, file } = text.exchange;
  const { world } = useWorld();
  const { now } = useEnvironment();
  const { room, year, overview } = parts;
  const [isOpen, setIsOpen] = useState(true);
  const [periodKey, setPeriodKey] = useState('');
  const periods = [...world.periods.values()]
    .filter((period) => period.year === year)
    .sort((a, b) => (a.ends < b.ends ? -1 : 1));
  const { how, steps, reach, unread, rooms, ...go } = useTimeline({ room, year, overview, days: always });
  const making = useFileMaking(
    () => [timelineTable(steps, world, text, momentText)],
    [file.timeline, room.title, world.periods.get(periodKey)?.title ?? '', year, dayOf(now())],
  );

  function choose(key: string) {
    setPeriodKey(key);
    const period = world.periods.get(key);
    go.choose(period ? daysOf(period) : always);
    making.forget();
  }

  return (
    <SideDrawer
      title={words.title(room.title)}
      isWide
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={parts.onClose}
      footer={how === 'done' && steps.length > 0 ? <FileButtons making={making} isReady /> : null}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <Field label={words.period} className={styles.choice}>
            <Select value={periodKey} onChange={(_, { value }) => choose(value)}>
              <option value="">{words.wholeYear(year)}</option>
              {periods.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
          <FormatChoice making={making} />
        </div>
        {how === 'under way' ? (
          <Spinner size="tiny" className={styles.spinner} label={words.loading} />
        ) : null}
        {how === 'failed' ? (
          <Notice words={words.failed} action={text.exchange.again} onAction={go.again} />
        ) : null}
        {how === 'done' ? told() : null}
      </div>
    </SideDrawer>
  );

  function told() {
    const { since, cutOff, unkept, skipped } = reach;
    return (
      <>
        <div role="status">
          <p className={styles.words}>
            {[
              since === undefined ? '' : words.since(text.date(dayOf(new Date(since)))),
              cutOff > 0 ? words.cutOff(cutOff) : '',
              unkept > 0 ? words.unkept(unkept) : '',
              skipped > 0 ? text.changes.history.skipped(skipped) : '',
            ]
              .filter(Boolean)
              .join(' ')}
          </p>
          <p className={styles.small}>{words.keeps}</p>
        </div>
        {rooms.left > 0 ? <p className={styles.words}>{words.shownOf(rooms.shown, rooms.all)}</p> : null}
        {unread > 0 ? (
          <Notice words={words.unread(unread)} action={words.readMore} onAction={go.readMore} />
        ) : null}
        {steps.length === 0 ? (
          <EmptyRows>{words.none}</EmptyRows>
        ) : (
          <LongList label={words.list} all={steps}>
            {(step) => <Step key={`${step.list} ${step.row.key} ${step.at} ${step.deed}`} step={step} />}
          </LongList>
        )}
        {rooms.left > 0 ? (
          <Button className={styles.button} onClick={go.moreRooms}>
            {words.moreRooms(rooms.left)}
          </Button>
        ) : null}
      </>
    );
  }
}

function Step({ step }: { step: TimelineStep }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { list, row, by, at, deed } = step;
  const when = list === 'comments' ? text.date(at) : text.changes.moment(at);
  const said = list === 'comments' ? (row as Comment).text : null;
  const fields = fieldsIn(step, world, text);
  return (
    <Row
      title={
        <>
          <Caption1 className={styles.facts}>
            {[by?.name ?? text.changes.someone, when, placeWords(row, world)].join(' · ')}
          </Caption1>
          <span className={styles.record}>{recordWords(step, world)}</span>
          {deed === 'changed' && fields.length > 0 ? null : (
            <p className={styles.line}>{deedWords(step, text)}</p>
          )}
          {said ? (
            <p className={styles.line} dir="auto">
              {said}
            </p>
          ) : null}
          {deed === 'assigned' || deed === 'withdrawn'
            ? null
            : fields.map(([name, was, to]) => (
                <p key={name} className={styles.line} dir="auto">
                  {text.changes.history.field(name, was, to)}
                </p>
              ))}
        </>
      }
    />
  );
}

/** A period is told of until it is due or was closed. */
function daysOf({ starts, ends, dueOn, closedOn }: Period): Days {
  return { from: starts, to: [dueOn ?? '', closedOn ?? ''].reduce((a, b) => (a > b ? a : b), ends) };
}

/** As a spreadsheet sorts it, in the reader's own time. */
function momentText(at: string): string {
  if (at.length <= 10) return at;
  const time = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dayOf(time)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
