// Runs in the browser. What it finds stands on `window`, where the bench asks for it.
import {
  createTableColumn,
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  FluentProvider,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { type Overview, overviewOf, type OverviewRow } from '../../src/followup/overview.ts';
import { filtered } from '../../src/followup/overviewFilter.ts';
import { OverviewMap } from '../../src/followup/OverviewMap.tsx';
import { tallyOf } from '../../src/followup/tallyOf.ts';
import { lightTheme } from '../../src/lightTheme.ts';
import { unitShelfOf } from '../../src/organisation/tree.ts';
import { sv } from '../../src/text/sv.ts';
import { svLater } from '../../src/text/svLater.ts';
import { TextProvider } from '../../src/text/TextProvider.tsx';
import { emptyTables, put, type Stored } from '../../src/world.ts';

export type MapTimes = { readonly mountMs: number; readonly filterMs: number; readonly lines: number };
export type MapPage = {
  /** Takes the rows from the address and counts them; not timed. Gives back how many lines the map has. */
  fill(address: string): Promise<number>;
  /** Mounts one of them, and then narrows it to half of the lines. */
  run(name: 'ours' | 'dataGrid'): Promise<MapTimes>;
  /** The times between two frames while the map is scrolled through. */
  scroll(): Promise<number[]>;
};

const year = 2023;
let whole: Overview | undefined;
let root: Root | undefined;

async function fill(address: string): Promise<number> {
  const tables = emptyTables();
  for (const stored of (await (await fetch(address)).json()) as Stored[]) put(tables, stored);
  for (const unit of tables.units.values()) {
    const activities = [...tables.activities.by('unitShelf', unitShelfOf(year, unit))];
    tables.tallies.put(
      tallyOf(year, unit.key, { assignments: tables.assignments, activities, comments: [], asOf: '' }),
    );
  }
  const board = tables.units.get('styrelsen');
  if (!board) throw new Error('There is no board');
  const overview = overviewOf(tables, year, board);
  // Each unit a line of its own, as if every department were open; half of them are of the other kind.
  const departments = overview.departments
    .flatMap(({ units }) => units)
    .map((row, n): OverviewRow => {
      const character = n % 2 === 0 ? 'operational' : 'administrative';
      return { ...row, unit: { ...row.unit, character } };
    });
  whole = { ...overview, departments };
  return departments.length;
}

function Ours({ overview }: { overview: Overview }) {
  return <OverviewMap overview={overview} onCell={() => undefined} onRoom={() => undefined} />;
}

const words = svLater.overview;

/** Fluent's own table with the same words. */
function Peer({ overview }: { overview: Overview }) {
  const columns = [
    createTableColumn<OverviewRow>({
      columnId: 'unit',
      renderHeaderCell: () => words.department,
      renderCell: ({ unit }) => unit.title,
    }),
    ...overview.goals.map((goal, n) =>
      createTableColumn<OverviewRow>({
        columnId: goal.key,
        renderHeaderCell: () => goal.title,
        renderCell: ({ cells }) => {
          const cell = cells[n];
          return cell ? `${words.held(cell, false)} ${words.work(cell)}` : '';
        },
      }),
    ),
  ];
  return (
    <DataGrid
      items={[...overview.departments]}
      columns={columns}
      getRowId={(row: OverviewRow) => row.unit.key}
    >
      <DataGridHeader>
        <DataGridRow>
          {({ renderHeaderCell }) => <DataGridHeaderCell>{renderHeaderCell()}</DataGridHeaderCell>}
        </DataGridRow>
      </DataGridHeader>
      <DataGridBody<OverviewRow>>
        {({ item, rowId }) => (
          <DataGridRow<OverviewRow> key={rowId}>
            {({ renderCell }) => <DataGridCell>{renderCell(item)}</DataGridCell>}
          </DataGridRow>
        )}
      </DataGridBody>
    </DataGrid>
  );
}

/** Until it is on screen: the frame with it has been painted. */
async function painted(show: () => void): Promise<number> {
  const began = performance.now();
  flushSync(show);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - began;
}

const whatOf = {
  ours: (overview: Overview) => <Ours overview={overview} />,
  dataGrid: (overview: Overview) => <Peer overview={overview} />,
};

async function run(name: 'ours' | 'dataGrid'): Promise<MapTimes> {
  if (!whole) throw new Error('Nothing was filled');
  const all = whole;
  root?.unmount();
  const own = createRoot(document.getElementById('root') ?? document.body);
  root = own;
  const framed = (children: ReactNode) => (
    <FluentProvider theme={lightTheme}>
      <TextProvider text={sv}>{children}</TextProvider>
    </FluentProvider>
  );
  // The provider and its theme are there on every page.
  await painted(() => own.render(framed(null)));
  const mountMs = await painted(() => own.render(framed(whatOf[name](all))));
  const before = document.querySelectorAll('[role="row"]').length;
  if (before < 10) throw new Error(`${name} shows ${before} lines`);
  const filterMs = await painted(() =>
    own.render(framed(whatOf[name](filtered(all, { character: 'operational' })))),
  );
  const grid = document.querySelector('[role="treegrid"]');
  const lines = grid
    ? Number(grid.getAttribute('aria-rowcount')) - 1
    : document.querySelectorAll('[role="row"]').length - 1;
  return { mountMs, filterMs, lines };
}

async function scroll(): Promise<number[]> {
  const frame = document.querySelector('[role="treegrid"]')?.parentElement;
  if (!frame) throw new Error('There is no map');
  const frames: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  // Two lines a frame, quicker than a wheel that is flung.
  const step = 128;
  for (const by of [step, -step]) {
    for (let n = 0; n < 120; n += 1) {
      frame.scrollTop += by;
      const now = await new Promise<number>(requestAnimationFrame);
      frames.push(now - last);
      last = now;
    }
  }
  return frames;
}

const map: MapPage = { fill, run, scroll };
Object.assign(window, { map });
