import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useId, useMemo, useState } from 'react';
import type { Snapshot } from '../basics/snapshot.ts';
import type { Snapshots } from '../environment.ts';
import { LongList } from '../panel/LongList.tsx';
import { Notice } from '../panel/Notice.tsx';
import { worldOf } from '../pastWorld.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { countedOverview } from './countedOverview.ts';
import { everyPlace } from './everyPlace.ts';
import { factsOf, saidAs } from './facts.ts';
import { MovedRow } from './MovedRow.tsx';
import type { Overview } from './overview.ts';
import type { Period } from './period.ts';
import { movedBetween } from './thenAndNow.ts';

const useStyles = makeStyles({
  spinner: { justifyContent: 'flex-start', marginBlock: tokens.spacingVerticalM },
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    marginTop: tokens.spacingVerticalM,
  },
  one: {
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  when: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  said: { margin: 0, marginTop: tokens.spacingVerticalXXS },
  same: { marginBottom: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  count: {
    margin: 0,
    marginTop: tokens.spacingVerticalL,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

type Read = Awaited<ReturnType<Snapshots['read']>>;

/** What is reported to a board may not be a day old. */
const freshMs = 2 * 60 * 1000;

/** A closed period's snapshot beside the records of now: the headline of both, and everything that differs. */
export function ThenAndNow({ overview, period }: { overview: Overview; period: Period }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { snapshots } = useEnvironment();
  const { compared: words } = text.periods;
  const [then, setThen] = useState<Read>();
  const [now, setNow] = useState<'under way' | 'done' | 'failed'>('under way');
  const [round, setRound] = useState(0);
  const { year } = overview;
  const { key: periodKey, snapshotChecksum } = period;

  useEffect(() => {
    let isShown = true;
    // A closing without a checksum was written by hand: there is nothing to hold the file against.
    const read: Promise<Read> =
      snapshotChecksum === null
        ? Promise.resolve({ trouble: 'missing' })
        : snapshots.read(year, periodKey, snapshotChecksum);
    read.then(
      (told) => isShown && setThen(told),
      () => isShown && setThen({ trouble: 'unreadable' }),
    );
    store
      .visit([{ year }, ...everyPlace(store.snapshot().world.units, year)], round === 0 ? freshMs : 0)
      .then(
        () => isShown && setNow('done'),
        () => isShown && setNow('failed'),
      );
    return () => {
      isShown = false;
    };
  }, [store, snapshots, year, periodKey, snapshotChecksum, round]);

  function again() {
    setThen(undefined);
    setNow('under way');
    setRound(round + 1);
  }

  if (then && 'trouble' in then) {
    return (
      <div role="status">
        <Notice
          words={words.troubles[then.trouble]}
          action={then.trouble === 'notReached' ? words.again : undefined}
          onAction={again}
        />
      </div>
    );
  }
  if (now === 'failed') {
    return (
      <div role="status">
        <Notice words={words.unread} action={words.again} onAction={again} />
      </div>
    );
  }
  if (!then || now === 'under way')
    return <Spinner size="tiny" className={styles.spinner} label={words.loading} />;
  return <Compared then={then} overview={overview} period={period} />;
}

function Compared({ then, overview, period }: { then: Snapshot; overview: Overview; period: Period }) {
  const styles = useStyles();
  const text = useLaterText();
  const id = useId();
  const { world } = useWorld();
  const { compared: words } = text.periods;
  const { year, board } = overview;
  const past = useMemo(() => worldOf(then), [then]);
  const moved = useMemo(() => movedBetween(past, world, period, board.key), [past, world, period, board.key]);
  const headlines = useMemo(() => {
    const boardThen = past.units.get(board.key);
    return {
      was: boardThen && factsOf(countedOverview(past, year, boardThen)),
      is: factsOf(countedOverview(world, year, board)),
    };
  }, [past, world, year, board]);
  const sentence = (facts: typeof headlines.is) => text.overview.headline(facts).map(saidAs).join(' ');
  const is = sentence(headlines.is);
  const was = headlines.was ? sentence(headlines.was) : words.otherBoard;
  const closedOn = period.closedOn === null ? '' : text.date(period.closedOn);

  return (
    <>
      {was === is ? (
        <>
          <p className={styles.same}>{words.sameWords}</p>
          <p className={styles.said}>{is}</p>
        </>
      ) : (
        <dl className={styles.both}>
          {(
            [
              [[words.was, closedOn].filter(Boolean).join(' · '), was],
              [words.is, is],
            ] as const
          ).map(([when, said]) => (
            <div key={when} className={styles.one}>
              <dt className={styles.when}>{when}</dt>
              <dd className={styles.said}>{said}</dd>
            </div>
          ))}
        </dl>
      )}
      {moved.length === 0 ? (
        <p className={styles.same}>{words.same}</p>
      ) : (
        <>
          <h4 id={id} className={styles.count}>
            {words.count(moved.length)}
          </h4>
          <LongList label={words.count(moved.length)} all={moved}>
            {(one) => <MovedRow key={`${one.list} ${one.row.key}`} moved={one} past={past} />}
          </LongList>
        </>
      )}
    </>
  );
}
