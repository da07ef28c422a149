import { Button, makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Key } from '../basics/key.ts';
import { boardsOf, upperRooms, withFirst } from '../organisation/boards.ts';
import { useRole } from '../organisation/useRole.tsx';
import { HandDown } from '../panel/HandDown.tsx';
import * as late from '../panel/lateParts.tsx';
import { PageHead } from '../panel/PageHead.tsx';
import { RecountLine } from '../panel/RecountLine.tsx';
import { hasNotices } from '../panel/RoomPanel.tsx';
import { EmptyRows } from '../panel/RowList.tsx';
import { UndoPlace } from '../panel/UndoPlace.tsx';
import { useBackStep } from '../panel/useBackStep.tsx';
import type { SidePage } from '../panel/RoomMenu.tsx';
import type { Reader } from '../panel/useDenied.tsx';
import { useUndo } from '../panel/useUndo.tsx';
import { YearChoice } from '../panel/YearChoice.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { factsOf } from './facts.ts';
import { Headline } from './Headline.tsx';
import { MapView } from './MapView.tsx';
import { openGaps } from './openGaps.ts';
import { overviewOf } from './overview.ts';
import type { OverviewOpen } from './OverviewDrawers.tsx';
import { knownFilter } from './overviewFilter.ts';
import { type OverviewLook, type OverviewView, overviewViews, wholeOverview } from './overviewLook.ts';

const OverviewDrawers = lazy(async () => ({
  default: (await import('./OverviewDrawers.tsx')).OverviewDrawers,
}));
const GapPage = lazy(async () => ({ default: (await import('./GapPage.tsx')).GapPage }));
const IndicatorView = lazy(async () => ({
  default: (await import('../goals/IndicatorView.tsx')).IndicatorView,
}));
const ChangeView = lazy(async () => ({ default: (await import('./ChangeView.tsx')).ChangeView }));
const OverviewSidePage = lazy(async () => ({
  default: (await import('./OverviewSidePage.tsx')).OverviewSidePage,
}));
const PeriodView = lazy(async () => ({ default: (await import('./PeriodView.tsx')).PeriodView }));
const DialogueView = lazy(async () => ({ default: (await import('./DialogueView.tsx')).DialogueView }));

const useStyles = makeStyles({
  next: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
    '@media print': { display: 'none' },
  },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  views: {
    flexWrap: 'wrap',
    marginTop: tokens.spacingVerticalL,
    marginBottom: tokens.spacingVerticalM,
    '@media print': { display: 'none' },
  },
});

/** The strategist's page: how all departments of a board stand, every gap with its remedy, and the talks that were held. */
export function OverviewPage(parts: {
  year: number;
  years: readonly number[];
  /** What of it is shown; kept by whoever leads here, so that it stands as it was when one comes back. */
  look?: OverviewLook | undefined;
  reader: Reader;
  onLook: (look: OverviewLook) => void;
  onYear: (year: number) => void;
  onOpen: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const snapshot = useWorld();
  const { world } = snapshot;
  const { year, onOpen, look = wholeOverview } = parts;
  const { view } = look;
  const { denied } = parts.reader;
  const undo = useUndo();
  const [open, setOpen] = useState<OverviewOpen>();
  const [assigning, setAssigning] = useState<{ readonly unitKey?: Key }>();
  const [copies, setCopies] = useState(0);
  const [page, setPage] = useState<SidePage | 'memo'>();
  const isStrategist = useRole() === 'strategist';
  const { boardKey } = look;
  // Counted once for each new snapshot, whatever is opened meanwhile.
  const { boards, overview } = useMemo(() => {
    const all = boardsOf(world.units);
    const board = all.find(({ key }) => key === boardKey) ?? all[0];
    return { boards: all, overview: board && overviewOf(world, year, board) };
  }, [world, year, boardKey]);
  const { overview: words } = text;
  const showWaiting = () => setOpen({ what: 'waiting' });
  useBackStep(view !== 'map', () => show('map'));

  const head = (
    <PageHead
      title={words.title(year)}
      onWaiting={showWaiting}
      menu={
        <Suspense fallback={null}>
          <late.RoomMenu
            onCopyLink={() => setCopies(copies + 1)}
            onShow={overview && ((what) => setOpen({ what }))}
            onPage={isStrategist ? setPage : undefined}
          />
        </Suspense>
      }
    >
      {overview && boards.length > 1 ? (
        <Select
          size="small"
          aria-label={words.board}
          value={overview.board.key}
          onChange={(_, { value }) => parts.onLook({ ...look, boardKey: value })}
        >
          {boards.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
      ) : null}
      <YearChoice year={year} years={parts.years} onYear={parts.onYear} />
    </PageHead>
  );

  const notices = (
    <div role="status">
      {hasNotices(snapshot) || denied.size > 0 ? (
        <Suspense fallback={null}>
          <late.Notices reader={parts.reader} onShowWaiting={showWaiting} />
        </Suspense>
      ) : null}
    </div>
  );

  if (page) {
    return (
      <Suspense fallback={null}>
        <OverviewSidePage
          page={page}
          year={year}
          overview={overview}
          reader={parts.reader}
          onPage={setPage}
          onBack={() => setPage(undefined)}
          onRoom={onOpen}
        />
      </Suspense>
    );
  }
  if (!overview) {
    return (
      <>
        {head}
        {notices}
        <EmptyRows>{words.noBoard}</EmptyRows>
        <Button className={styles.button} appearance="primary" onClick={() => setPage('organisation')}>
          {text.organisation.begin}
        </Button>
      </>
    );
  }
  const gaps = openGaps(overview, world.gapNotes).open;
  const needsGoals = overview.goals.length === 0 || gaps.some(({ kind }) => kind === 'noGoals');
  const rooms = denied.has('assignments') ? undefined : withFirst(upperRooms(world.units), overview.board);
  const named = (one: OverviewView) =>
    one === 'gaps' && gaps.length > 0 ? words.viewWith(words.views.gaps, gaps.length) : words.views[one];

  return (
    <>
      {head}
      {copies > 0 ? (
        <Suspense fallback={null}>
          <late.CopiedLink key={copies} page={{ year, look }} label={words.title(year)} />
        </Suspense>
      ) : null}
      {notices}
      <Headline facts={factsOf(overview)} onOpen={(name) => setOpen({ what: 'sum', name })} />
      <div className={styles.next}>
        {overview.departments.length > 0 && isStrategist ? (
          <Button
            className={styles.button}
            appearance={needsGoals ? 'secondary' : 'primary'}
            onClick={() => setPage('memo')}
          >
            {text.memo.write}
          </Button>
        ) : null}
        {rooms ? (
          <Button
            className={styles.button}
            appearance={needsGoals ? 'primary' : 'secondary'}
            onClick={() => setAssigning({})}
          >
            {text.steps.assign}
          </Button>
        ) : null}
      </div>
      {rooms ? (
        <HandDown
          rooms={rooms}
          year={year}
          unitKey={assigning?.unitKey}
          isOpen={assigning !== undefined}
          onClose={() => setAssigning(undefined)}
        />
      ) : null}
      <TabList
        className={styles.views}
        selectedValue={view}
        onTabSelect={(_, { value }) => show(overviewViews.find((one) => one === value) ?? 'map')}
      >
        {overviewViews.map((one) => (
          <Tab key={one} value={one}>
            {named(one)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-label={words.views[view]}>
        <Suspense fallback={null}>{shown()}</Suspense>
      </div>
      <RecountLine year={year} />
      {open ? (
        <Suspense fallback={null}>
          <OverviewDrawers
            open={open}
            overview={overview}
            undo={undo}
            onOpen={setOpen}
            onRoom={onOpen}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      ) : assigning === undefined ? (
        <UndoPlace undo={undo} where="page" />
      ) : null}
    </>
  );

  function show(next: OverviewView): void {
    parts.onLook({ ...look, view: next });
  }

  function shown() {
    if (!overview) return null;
    switch (view) {
      case 'map':
        if (overview.goals.length === 0) return <EmptyRows>{words.noGoals}</EmptyRows>;
        return (
          <MapView
            overview={overview}
            filter={knownFilter(overview, look.filter)}
            onFilter={(filter) => parts.onLook({ ...look, filter })}
            onCell={(row, cell) => setOpen({ what: 'cell', row, cell })}
            onRoom={onOpen}
          />
        );
      case 'gaps':
        return (
          <GapPage
            overview={overview}
            onOpen={setOpen}
            onAssign={rooms && ((unitKey) => setAssigning({ unitKey }))}
            onRoom={onOpen}
          />
        );
      case 'changes':
        return (
          <ChangeView
            key={`${year} ${overview.board.key}`}
            overview={overview}
            onActivity={(activityKey, roomKey) => setOpen({ what: 'activity', activityKey, roomKey })}
            onRoom={onOpen}
          />
        );
      case 'indicators':
        return (
          <IndicatorView
            key={year}
            year={year}
            roomKey={overview.board.key}
            canMeasure={!denied.has('measurements')}
          />
        );
      case 'dialogues':
        return (
          <DialogueView
            overview={overview}
            onOpen={(departmentKey) => setOpen({ what: 'talk', departmentKey })}
          />
        );
      case 'periods':
        return <PeriodView key={overview.board.key} overview={overview} onRoom={onOpen} />;
    }
  }
}
