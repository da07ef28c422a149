import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { Notice } from '../panel/Notice.tsx';
import { EmptyRows } from '../panel/RowList.tsx';
import { useRole } from '../organisation/useRole.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { countdownOf } from './countdown.ts';
import type { Overview } from './overview.ts';
import { PeriodCard, type PeriodOpen } from './PeriodCard.tsx';
import { periodKeyOf, periodsOf, usualPlans } from './periodPlan.ts';
import type { PeriodPlan } from './savePeriod.ts';

const PeriodDrawer = lazy(async () => ({ default: (await import('./PeriodDrawer.tsx')).PeriodDrawer }));
const ClosingDrawer = lazy(async () => ({ default: (await import('./ClosingDrawer.tsx')).ClosingDrawer }));
const NewYearDrawer = lazy(async () => ({
  default: (await import('../activities/NewYearDrawer.tsx')).NewYearDrawer,
}));
const HandOverDrawer = lazy(async () => ({
  default: (await import('../exchange/HandOverDrawer.tsx')).HandOverDrawer,
}));

const useStyles = makeStyles({
  intro: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  cards: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginBlock: tokens.spacingVerticalM,
  },
});

/** The year's periods in the order in which they end, and what can be done with each. */
export function PeriodView({ overview, onRoom }: { overview: Overview; onRoom: (unitKey: Key) => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { now } = useEnvironment();
  const [open, setOpen] = useState<PeriodOpen>();
  const [isBeginning, setIsBeginning] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const canPlan = useRole() === 'strategist';
  const { periods: words } = text;
  const { year, board } = overview;
  const today = dayOf(now());
  const all = periodsOf(world.periods, year);
  const usual = usualPlans(world.periods, year);
  const next = countdownOf(world.periods, year, today)?.period.key;
  const opened = open?.periodKey === undefined ? undefined : world.periods.get(open.periodKey);
  const close = () => setOpen(undefined);

  async function add(to: PeriodPlan) {
    const periodKey = periodKeyOf(year, to.title);
    setRefusal(
      await store.dispatch({ do: 'savePeriod', year, roomKey: board.key, periodKey, was: null, to }),
    );
  }

  return (
    <>
      {all.length === 0 ? (
        <EmptyRows>{words.empty(year)}</EmptyRows>
      ) : (
        <>
          <p className={styles.intro}>{words.intro}</p>
          <div className={styles.cards}>
            {all.map((period) => (
              <PeriodCard
                key={period.key}
                overview={overview}
                period={period}
                today={today}
                isNext={period.key === next}
                canPlan={canPlan}
                onOpen={setOpen}
                onRoom={onRoom}
              />
            ))}
          </div>
        </>
      )}
      <div role="alert">
        {refusal ? <Notice words={text.refused(refusal.refused, refusal.limit ?? 0)} /> : null}
      </div>
      {canPlan ? (
        <div className={styles.buttons}>
          {usual.map((plan, n) => (
            <Button
              key={plan.title}
              className={styles.button}
              appearance={all.length === 0 && n === 0 ? 'primary' : 'secondary'}
              icon={<AddRegular />}
              onClick={() => void add(plan)}
            >
              {words.add(plan.title)}
            </Button>
          ))}
          <Button
            className={styles.button}
            appearance={usual.length > 0 ? 'subtle' : 'secondary'}
            onClick={() => setOpen({ what: 'plan' })}
          >
            {words.addOther}
          </Button>
          <Button className={styles.button} appearance="subtle" onClick={() => setIsBeginning(true)}>
            {text.newYear.offer(year + 1)}
          </Button>
        </div>
      ) : null}
      <Suspense fallback={null}>
        {isBeginning ? (
          <NewYearDrawer board={board} year={year + 1} onClose={() => setIsBeginning(false)} />
        ) : (
          drawer()
        )}
      </Suspense>
    </>
  );

  function drawer() {
    if (open?.what === 'plan')
      return (
        <PeriodDrawer
          key={open.periodKey ?? ''}
          year={year}
          roomKey={board.key}
          period={opened}
          onClose={close}
        />
      );
    if (!open || !opened) return null;
    if (open.what === 'closing') return <ClosingDrawer period={opened} roomKey={board.key} onClose={close} />;
    return <HandOverDrawer overview={overview} period={opened} onClose={close} />;
  }
}
