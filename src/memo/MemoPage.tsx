import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { FactName } from '../followup/facts.ts';
import type { Overview } from '../followup/overview.ts';
import { useIsNarrow } from '../panel/useIsNarrow.tsx';
import { Notice } from '../panel/Notice.tsx';
import { PageHead } from '../panel/PageHead.tsx';
import { UndoPlace } from '../panel/UndoPlace.tsx';
import { useBackStep } from '../panel/useBackStep.tsx';
import { useUndo } from '../panel/useUndo.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { memoSentences } from '../text/svMemoSentences.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { firstHeadings, memoSetting, rememberedIn } from './headings.ts';
import { memoOf } from './memo.ts';
import { MemoPaper } from './MemoPaper.tsx';
import { MemoSteps } from './MemoSteps.tsx';
import { MovedNotice } from './MovedNotice.tsx';
import { useCountedRows } from './useCountedRows.tsx';
import { useFrozenRows } from './useFrozenRows.tsx';
import { useMemoDraft } from './useMemoDraft.tsx';
import { WordButton } from './WordButton.tsx';

const SumBehind = lazy(async () => ({ default: (await import('../followup/SumBehind.tsx')).SumBehind }));
const WaitingDrawer = lazy(async () => ({
  default: (await import('../panel/WaitingDrawer.tsx')).WaitingDrawer,
}));

const useStyles = makeStyles({
  back: {
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginBottom: tokens.spacingVerticalXS,
    '@media (pointer: coarse)': { minHeight: '44px' },
    '@media print': { display: 'none' },
  },
  head: { '@media print': { display: 'none' } },
  kept: { marginTop: 0, color: tokens.colorNeutralForeground3 },
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(260px, 300px) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    marginTop: tokens.spacingVerticalL,
    '@media print': { display: 'block' },
  },
  one: { gridTemplateColumns: 'minmax(0, 1fr)' },
  spinner: { justifyContent: 'flex-start', marginTop: tokens.spacingVerticalXL },
});

/** Where the memo to the board is made: on the left what is to be done, on the right the memo itself. */
export function MemoPage(parts: {
  /** Of the board and the year, counted from tallies. */
  overview: Overview;
  onBack: () => void;
  onRoom: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { memo: words } = text;
  const { world } = useWorld();
  const { now, host } = useEnvironment();
  const undo = useUndo();
  const isNarrow = useIsNarrow(900);
  const [open, setOpen] = useState<FactName | 'waiting'>();
  useBackStep(open === undefined, parts.onBack);
  const { year, board } = parts.overview;
  const today = dayOf(now());
  const rows = useCountedRows(parts.overview);
  const { person, loginHint } = host.context;
  const remembered = rememberedIn(settingOf(world.settings.get(memoSetting)));
  const known = { board: board.title, name: person.name, mail: loginHint, day: today, year };
  const past = useFrozenRows(parts.overview);
  const mine = useMemoDraft(
    year,
    board.key,
    { facts: rows.facts, today, headings: firstHeadings(remembered, known) },
    past.basis &&
      past.frozen && {
        facts: past.frozen.facts,
        closedOn: past.basis.closedOn,
        periodKey: past.basis.key,
      },
  );
  const memo = memoOf(mine.draft, memoSentences);
  const isCounted = rows.reading !== 'under way' && !past.isUnderWay;
  const isThere = mine.found === 'done' && (mine.isMine || isCounted);
  const isOnSnapshot = mine.draft.basis !== null && mine.draft.basis === past.basis?.key;
  // What stands behind the numbers is what they were counted from.
  const { overview, groups } = (isOnSnapshot && past.frozen) || rows;

  return (
    <>
      <Button appearance="subtle" className={styles.back} icon={<ArrowLeftRegular />} onClick={parts.onBack}>
        {words.back}
      </Button>
      <div className={styles.head}>
        <PageHead title={words.title(year)} onWaiting={() => setOpen('waiting')}>
          {isThere ? <WordButton memo={memo} year={year} boardKey={board.key} /> : null}
        </PageHead>
        <p className={styles.kept}>{mine.isKept ? words.kept : words.notKept}</p>
        {rows.reading === 'failed' ? (
          <Notice words={words.unread} action={words.again} onAction={rows.again} />
        ) : null}
        {past.trouble ? (
          <Notice
            words={words.basis[past.trouble]}
            action={past.trouble === 'notReached' ? words.again : undefined}
            onAction={past.again}
          />
        ) : null}
        {isThere && (mine.isMine || isOnSnapshot) && rows.reading === 'done' ? (
          <MovedNotice
            draft={mine.draft}
            isOnSnapshot={isOnSnapshot}
            now={rows.facts}
            quotes={rows.groups.flatMap(({ quotes }) => quotes)}
            onUpdate={mine.bringUpToDate}
          />
        ) : null}
      </div>
      {isThere ? (
        <div className={mergeClasses(styles.both, isNarrow && styles.one)}>
          <MemoSteps
            draft={mine.draft}
            memo={memo}
            overview={overview}
            groups={groups}
            reading={rows.reading}
            onDraft={mine.set}
          />
          <MemoPaper draft={mine.draft} memo={memo} onDraft={mine.set} onOpen={setOpen} />
        </div>
      ) : (
        <Spinner className={styles.spinner} label={words.counting} />
      )}
      {open === undefined ? <UndoPlace undo={undo} where="page" /> : null}
      <Suspense fallback={null}>
        {open === 'waiting' ? (
          <WaitingDrawer onClose={() => setOpen(undefined)} onForgotten={() => window.location.reload()} />
        ) : open !== undefined ? (
          <SumBehind
            overview={overview}
            name={open}
            onRoom={parts.onRoom}
            onClose={() => setOpen(undefined)}
          />
        ) : null}
      </Suspense>
    </>
  );
}

function settingOf(setting: { readonly removed: boolean; readonly value: string | null } | undefined) {
  return setting && !setting.removed ? setting.value : null;
}
