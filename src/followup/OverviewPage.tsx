import { Button, makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { upperRooms } from '../assignments/matrix.ts';
import type { Key } from '../basics/key.ts';
import { unitsBelow } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import { HandDown } from '../panel/HandDown.tsx';
import { PageHead } from '../panel/PageHead.tsx';
import { RecountLine } from '../panel/RecountLine.tsx';
import { EmptyRows } from '../panel/RowList.tsx';
import { UndoPlace } from '../panel/UndoPlace.tsx';
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
import type { OverviewFilter } from './overviewFilter.ts';

const OverviewDrawers = lazy(async () => ({
  default: (await import('./OverviewDrawers.tsx')).OverviewDrawers,
}));
const GapPage = lazy(async () => ({ default: (await import('./GapPage.tsx')).GapPage }));
const IndicatorView = lazy(async () => ({
  default: (await import('../goals/IndicatorView.tsx')).IndicatorView,
}));
const DialogueView = lazy(async () => ({ default: (await import('./DialogueView.tsx')).DialogueView }));

const useStyles = makeStyles({
  next: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  views: {
    flexWrap: 'wrap',
    marginTop: tokens.spacingVerticalL,
    marginBottom: tokens.spacingVerticalM,
    '@media print': { display: 'none' },
  },
});

export type OverviewView = 'map' | 'gaps' | 'indicators' | 'dialogues';
const views: readonly OverviewView[] = ['map', 'gaps', 'indicators', 'dialogues'];

/** The strategist's page: how all departments of a board stand, every gap with its remedy, and the talks that were held. */
export function OverviewPage(parts: {
  year: number;
  years: readonly number[];
  onYear: (year: number) => void;
  onOpen: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { year, onOpen } = parts;
  const undo = useUndo();
  const boards = boardsOf(world.units);
  const [boardKey, setBoardKey] = useState<Key>();
  const [view, setView] = useState<OverviewView>('map');
  const [filter, setFilter] = useState<OverviewFilter>({});
  const [open, setOpen] = useState<OverviewOpen>();
  const [assigning, setAssigning] = useState<Key | 'all'>();
  const board = boards.find(({ key }) => key === boardKey) ?? boards[0];
  const { overview: words } = text;

  const head = (
    <PageHead title={words.title(year)} onWaiting={() => setOpen({ what: 'waiting' })}>
      {board && boards.length > 1 ? (
        <Select
          size="small"
          aria-label={words.board}
          value={board.key}
          onChange={(_, { value }) => setBoardKey(value)}
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

  if (!board) {
    return (
      <>
        {head}
        <EmptyRows>{words.noBoard}</EmptyRows>
      </>
    );
  }
  const overview = overviewOf(world, year, board);
  const gaps = openGaps(overview, world.gapNotes).open;
  const needsGoals = overview.goals.length === 0 || gaps.some(({ kind }) => kind === 'noGoals');
  const [first, ...others] = upperRooms(world.units).sort((a) => (a.key === board.key ? -1 : 0));
  const rooms = first ? ([first, ...others] as const) : undefined;
  const named = (one: OverviewView) =>
    one === 'gaps' && gaps.length > 0 ? words.viewWith(words.views.gaps, gaps.length) : words.views[one];

  return (
    <>
      {head}
      <Headline facts={factsOf(overview)} onOpen={(name) => setOpen({ what: 'sum', name })} />
      <div className={styles.next}>
        {rooms ? (
          <Button
            className={styles.button}
            appearance={needsGoals ? 'primary' : 'secondary'}
            onClick={() => setAssigning('all')}
          >
            {text.steps.assign}
          </Button>
        ) : null}
      </div>
      {rooms ? (
        <HandDown
          rooms={rooms}
          year={year}
          unitKey={assigning === 'all' ? undefined : assigning}
          isOpen={assigning !== undefined}
          onClose={() => setAssigning(undefined)}
        />
      ) : null}
      <TabList
        className={styles.views}
        selectedValue={view}
        onTabSelect={(_, { value }) => setView(views.find((one) => one === value) ?? 'map')}
      >
        {views.map((one) => (
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

  function shown() {
    switch (view) {
      case 'map':
        if (overview.goals.length === 0) return <EmptyRows>{words.noGoals}</EmptyRows>;
        return (
          <MapView
            overview={overview}
            filter={filter}
            onFilter={setFilter}
            onCell={(row, cell) => setOpen({ what: 'cell', row, cell })}
            onRoom={onOpen}
          />
        );
      case 'gaps':
        return <GapPage overview={overview} onOpen={setOpen} onAssign={setAssigning} onRoom={onOpen} />;
      case 'indicators':
        return <IndicatorView />;
      case 'dialogues':
        return (
          <DialogueView
            overview={overview}
            onOpen={(departmentKey) => setOpen({ what: 'talk', departmentKey })}
          />
        );
    }
  }
}

/** The boards in their own order; where departments stand right below the region, it is the board. */
function boardsOf(units: Units): Unit[] {
  const regions = [...units.values()].filter(({ level, active }) => level === 'region' && active);
  const below = regions.flatMap((region) => unitsBelow(units, region.key));
  const boards = below.filter(({ level }) => level === 'board');
  return boards.length > 0 ? boards : regions;
}
