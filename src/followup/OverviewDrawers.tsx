import { ActivityDrawer } from '../activities/ActivityDrawer.tsx';
import type { Key } from '../basics/key.ts';
import { ExportDrawer } from '../exchange/ExportDrawer.tsx';
import type { Undo } from '../panel/useUndo.tsx';
import { WaitingDrawer } from '../panel/WaitingDrawer.tsx';
import { DialogueDrawer } from './DialogueDrawer.tsx';
import { DismissDrawer } from './DismissDrawer.tsx';
import type { FactName } from './facts.ts';
import type { Gap } from './gaps.ts';
import type { Overview, OverviewCell, OverviewRow } from './overview.ts';
import { RemindDrawer } from './RemindDrawer.tsx';
import { RowsBehind } from './RowsBehind.tsx';
import { SumBehind } from './SumBehind.tsx';
import { TimelineDrawer } from './TimelineDrawer.tsx';

/** The drawer that stands open over the overview; the matrix is opened by the page itself. */
export type OverviewOpen =
  | { readonly what: 'waiting' | 'export' | 'timeline' }
  | { readonly what: 'cell'; readonly row: OverviewRow; readonly cell: OverviewCell }
  | { readonly what: 'sum'; readonly name: FactName }
  | { readonly what: 'activity'; readonly activityKey: Key; readonly roomKey: Key }
  | { readonly what: 'remind' | 'dismiss'; readonly gap: Gap }
  | { readonly what: 'talk'; readonly departmentKey: Key };

/** The one drawer that stands open over the overview. */
export function OverviewDrawers(parts: {
  open: OverviewOpen;
  overview: Overview;
  undo: Undo;
  onOpen: (open: OverviewOpen) => void;
  onRoom: (unitKey: Key) => void;
  onClose: () => void;
}) {
  const { open, overview, onOpen, onRoom, onClose } = parts;
  const { year, board } = overview;
  switch (open.what) {
    case 'waiting':
      return <WaitingDrawer onClose={onClose} onForgotten={() => window.location.reload()} />;
    case 'export':
      return <ExportDrawer room={board} year={year} onClose={onClose} />;
    case 'timeline':
      return <TimelineDrawer room={board} year={year} overview={overview} onClose={onClose} />;
    case 'cell':
      return (
        <RowsBehind
          overview={overview}
          row={open.row}
          cell={open.cell}
          onRoom={onRoom}
          onActivity={(activityKey) =>
            onOpen({ what: 'activity', activityKey, roomKey: open.row.unit.departmentKey })
          }
          onClose={onClose}
        />
      );
    case 'sum':
      return <SumBehind overview={overview} name={open.name} onRoom={onRoom} onClose={onClose} />;
    case 'activity':
      return <ActivityDrawer activityKey={open.activityKey} roomKey={open.roomKey} onClose={onClose} />;
    case 'remind':
      return <RemindDrawer gap={open.gap} year={year} boardKey={board.key} onClose={onClose} />;
    case 'dismiss':
      return <DismissDrawer gap={open.gap} year={year} boardKey={board.key} onClose={onClose} />;
    case 'talk':
      return (
        <DialogueDrawer
          overview={overview}
          departmentKey={open.departmentKey}
          undo={parts.undo}
          onClose={onClose}
        />
      );
  }
}
