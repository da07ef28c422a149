import { ActivityDrawer } from '../activities/ActivityDrawer.tsx';
import { LogDrawer } from '../activities/LogDrawer.tsx';
import { AssignDrawer } from '../assignments/AssignDrawer.tsx';
import type { RoomCoverage } from '../followup/coverage.ts';
import type { Open } from './RoomPanel.tsx';
import type { Undo } from './useUndo.tsx';
import { WaitingDrawer } from './WaitingDrawer.tsx';

/** The one drawer that stands open over a room's page. They are fetched together: most of each is Fluent's drawer. */
export function RoomDrawers(parts: {
  open: Open;
  coverage: RoomCoverage;
  year: number;
  undo: Undo;
  onClose: () => void;
  onForgotten: () => void;
}) {
  const { open, coverage, year, undo, onClose } = parts;
  switch (open.drawer) {
    case 'assign':
      return (
        <AssignDrawer
          coverage={coverage}
          year={year}
          {...(open.unitKey === undefined ? {} : { unitKey: open.unitKey })}
          onClose={onClose}
        />
      );
    case 'log':
      return <LogDrawer coverage={coverage} year={year} undo={undo} onClose={onClose} />;
    case 'activity':
      return <ActivityDrawer activityKey={open.activityKey} roomKey={coverage.room.key} onClose={onClose} />;
    case 'waiting':
      return <WaitingDrawer onClose={onClose} onForgotten={parts.onForgotten} />;
  }
}
