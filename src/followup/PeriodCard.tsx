import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, EditRegular } from '@fluentui/react-icons';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { useStore } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { MissingCheckIns } from './MissingCheckIns.tsx';
import type { Overview } from './overview.ts';
import type { Period } from './period.ts';
import { standingOf } from './periodPlan.ts';
import { StandingChip } from './StandingChip.tsx';

const ThenAndNow = lazy(async () => ({ default: (await import('./ThenAndNow.tsx')).ThenAndNow }));

const useStyles = makeStyles({
  card: {
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalM },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  left: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground2 },
  facts: {
    margin: 0,
    marginTop: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  begun: { marginTop: tokens.spacingVerticalS, marginBottom: 0 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
    '@media print': { display: 'none' },
  },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  part: { marginTop: tokens.spacingVerticalM },
  // Its words stand in line with the rest of the card.
  fold: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** The drawer that stands open over the periods; without a period a new one is planned. */
export type PeriodOpen =
  | { readonly what: 'plan'; readonly periodKey?: Key }
  | { readonly what: 'closing' | 'handOver'; readonly periodKey: Key };

/** One period: when it is, how it stands, what is missing of it, and once it is closed, what has come since. */
export function PeriodCard(parts: {
  overview: Overview;
  period: Period;
  today: Day;
  /** It is the one that is due next. */
  isNext: boolean;
  /** The user sees to the whole: plans, closes and hands over. */
  canPlan: boolean;
  onOpen: (open: PeriodOpen) => void;
  onRoom: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const id = useId();
  const { periods: words } = text;
  const { overview, period, today, isNext, onOpen } = parts;
  const { key: periodKey, title, state, year } = period;
  const { is, days } = standingOf(period, today);
  const hasBegun = period.starts <= today;
  const facts = [
    words.span(text.date(period.starts), text.date(period.ends)),
    period.dueOn === null || period.dueOn === period.ends ? '' : words.due(text.date(period.dueOn)),
    period.boardMeetingOn === null ? '' : words.boardMeeting(text.date(period.boardMeetingOn)),
  ];

  async function callOff() {
    const step = { to: 'open' } as const;
    await store.dispatch({ do: 'closePeriod', year, roomKey: overview.board.key, periodKey, step });
  }

  const button = (label: string, name: string, what: PeriodOpen['what']) => (
    <Button className={styles.button} aria-label={name} onClick={() => onOpen({ what, periodKey })}>
      {label}
    </Button>
  );

  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <StandingChip standing={is} />
        {state === 'open' && hasBegun ? <span className={styles.left}>{words.days(days)}</span> : null}
      </div>
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      {state === 'closed' && period.closedOn !== null ? (
        <p className={styles.facts}>
          {words.closedBy(text.date(period.closedOn), period.closedBy?.name ?? '')}
          {isSafe(period.snapshotUrl) ? (
            <>
              {' · '}
              <Link
                inline
                href={period.snapshotUrl}
                target="_blank"
                rel="noreferrer"
                aria-label={words.snapshotFor(title)}
              >
                {words.snapshot}
              </Link>
            </>
          ) : null}
        </p>
      ) : null}
      {state === 'closing' ? <p className={styles.begun}>{words.begun}</p> : null}
      {parts.canPlan ? (
        <div className={styles.buttons}>
          {state === 'closing' ? (
            <>
              {button(words.goOn, words.closing.title(title), 'closing')}
              <Button className={styles.button} onClick={() => void callOff()}>
                {words.callOff}
              </Button>
            </>
          ) : null}
          {state === 'open' ? (
            <>
              {hasBegun ? button(words.close, words.closeFor(title), 'closing') : null}
              <Button
                className={styles.button}
                icon={<EditRegular />}
                aria-label={words.changeFor(title)}
                onClick={() => onOpen({ what: 'plan', periodKey })}
              >
                {words.change}
              </Button>
            </>
          ) : null}
          {hasBegun ? button(words.handOver, words.handOverFor(title), 'handOver') : null}
        </div>
      ) : null}
      {state === 'open' && hasBegun ? (
        <Folded
          starts={isNext}
          show={[words.missing, words.missingFor(title)]}
          hide={[words.hideMissing, words.hideMissingFor(title)]}
        >
          <MissingCheckIns overview={overview} period={period} onRoom={parts.onRoom} />
        </Folded>
      ) : null}
      {state === 'closed' ? (
        <Folded
          show={[words.compared.show, words.compared.showFor(title)]}
          hide={[words.compared.hide, words.compared.hideFor(title)]}
        >
          <ThenAndNow key={period.snapshotChecksum} overview={overview} period={period} />
        </Folded>
      ) : null}
    </section>
  );
}

/** A part that is shown when somebody wants it, and read only then. Of each button: its words, and its name for the ear. */
function Folded(parts: {
  starts?: boolean;
  show: readonly [string, string];
  hide: readonly [string, string];
  children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setIsOpen] = useState(parts.starts ?? false);
  const [label, name] = isOpen ? parts.hide : parts.show;
  return (
    <div className={styles.part}>
      <Button
        className={mergeClasses(styles.button, styles.fold)}
        size="small"
        appearance="subtle"
        icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={name}
        onClick={() => setIsOpen(!isOpen)}
      >
        {label}
      </Button>
      <div id={id} className={isOpen ? styles.part : undefined}>
        {isOpen ? <Suspense fallback={null}>{parts.children}</Suspense> : null}
      </div>
    </div>
  );
}

/** The address stands in a list that others write in: nothing but a page of the web is opened. */
function isSafe(address: string | null): address is string {
  return address !== null && /^https:\/\//i.test(address);
}
