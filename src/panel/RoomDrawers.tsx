import { ActivityDrawer } from '../activities/ActivityDrawer.tsx';
import { ContinueDrawer } from '../activities/ContinueDrawer.tsx';
import { LogDrawer } from '../activities/LogDrawer.tsx';
import { AskDrawer } from '../assignments/AskDrawer.tsx';
import { AssignDrawer } from '../assignments/AssignDrawer.tsx';
import type { Key } from '../basics/key.ts';
import { ExportDrawer } from '../exchange/ExportDrawer.tsx';
import { CheckInDrawer } from '../followup/CheckInDrawer.tsx';
import type { RoomCoverage } from '../followup/coverage.ts';
import { TimelineDrawer } from '../followup/TimelineDrawer.tsx';
import { GoalDrawer } from '../goals/GoalDrawer.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Open } from './RoomPanel.tsx';
import type { News } from './useNews.tsx';
import type { Undo } from './useUndo.tsx';
import { WaitingDrawer } from './WaitingDrawer.tsx';

/** The one drawer that stands open over a room's page. They are fetched together: most of each is Fluent's drawer. */
export function RoomDrawers(parts: {
  open: Open;
  coverage: RoomCoverage;
  year: number;
  undo: Undo;
  news: News;
  canLog: boolean;
  onOpen: (open: Open) => void;
  onClose: () => void;
  onForgotten: () => void;
}) {
  const text = useLaterText();
  const { world } = useWorld();
  const { open, coverage, year, undo, onOpen, onClose } = parts;
  switch (open.drawer) {
    case 'assign':
      return (
        <AssignDrawer
          rooms={[coverage.room]}
          year={year}
          unitKey={open.unitKey}
          onAssigned={parts.news.add}
          onClose={onClose}
        />
      );
    case 'ask':
      return <AskDrawer room={coverage.room} year={year} onClose={onClose} />;
    case 'log':
      return (
        <LogDrawer coverage={coverage} year={year} goalKey={open.goalKey} undo={undo} onClose={onClose} />
      );
    case 'continue':
      return <ContinueDrawer room={coverage.room} year={year} onClose={onClose} />;
    case 'checkIn':
      return <CheckInDrawer room={coverage.room} year={year} canCheckIn={parts.canLog} onClose={onClose} />;
    case 'activity':
      return (
        <ActivityDrawer
          activityKey={open.activityKey}
          roomKey={coverage.room.key}
          back={open.fromGoal === undefined ? undefined : backTo(open.fromGoal)}
          onClose={onClose}
        />
      );
    case 'goal':
      return (
        <GoalDrawer
          goalKey={open.goalKey}
          coverage={coverage}
          year={year}
          onLog={parts.canLog ? () => onOpen({ drawer: 'log', goalKey: open.goalKey }) : undefined}
          onCheckIn={parts.canLog ? () => onOpen({ drawer: 'checkIn' }) : undefined}
          onActivity={(activityKey) => onOpen({ drawer: 'activity', activityKey, fromGoal: open.goalKey })}
          onClose={onClose}
        />
      );
    case 'export':
      return <ExportDrawer room={coverage.room} year={year} onClose={onClose} />;
    case 'timeline':
      return <TimelineDrawer room={coverage.room} year={year} onClose={onClose} />;
    case 'waiting':
      return <WaitingDrawer onClose={onClose} onForgotten={parts.onForgotten} />;
  }

  function backTo(goalKey: Key) {
    const title = world.goals.get(goalKey)?.title ?? '';
    return { label: text.panel.goal.backTo(title), onBack: () => onOpen({ drawer: 'goal', goalKey }) };
  }
}
