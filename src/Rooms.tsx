import { lazy, Suspense, useEffect, useState } from 'react';
import type { Key } from './basics/key.ts';
import { dayOf, yearOf } from './basics/day.ts';
import { yearsOf } from './goals/goal.ts';
import { roomOf } from './organisation/entity.ts';
import { PanelSkeleton } from './panel/PanelSkeleton.tsx';
import { RoomPanel } from './panel/RoomPanel.tsx';
import { useStore, useWorld } from './sync/useWorld.ts';
import { useEnvironment } from './useEnvironment.tsx';

// The rare screens are fetched when they are needed; the room's own is what the entry is for.
const ChooseTab = lazy(async () => ({ default: (await import('./setup/ChooseTab.tsx')).ChooseTab }));
const DepartmentList = lazy(async () => ({
  default: (await import('./panel/DepartmentList.tsx')).DepartmentList,
}));
const SiteTrouble = lazy(async () => ({ default: (await import('./setup/SiteTrouble.tsx')).SiteTrouble }));
const TroublePage = lazy(async () => ({ default: (await import('./setup/TroublePage.tsx')).TroublePage }));

/** Which screen for which place, and the way back: the room that the tab shows, and those opened from it. */
export function Rooms() {
  const { host, now } = useEnvironment();
  const store = useStore();
  const { world, loading } = useWorld();
  const home = roomOf(host.context.entityId);
  const [path, setPath] = useState<readonly Key[]>(home === undefined ? [] : [home]);
  const [thisYear] = useState(() => yearOf(dayOf(now())));
  const [year, setYear] = useState(thisYear);
  const roomKey = path.at(-1);
  const isSettings = host.context.place === 'settings';

  useEffect(() => {
    store.show(isSettings ? undefined : { year, roomKey });
  }, [store, isSettings, roomKey, year]);

  if (loading === 'first') return <PanelSkeleton />;
  return <Suspense fallback={<PanelSkeleton />}>{screen()}</Suspense>;

  function screen() {
    if (loading === 'failed') return <SiteTrouble />;
    if (isSettings) return <ChooseTab />;
    const open = (key: Key) => setPath([...path, key]);
    if (roomKey === undefined) {
      return (
        <main>
          <DepartmentList year={year} onOpen={open} />
        </main>
      );
    }
    const room = world.units.get(roomKey);
    if (!room || room.removed) return <TroublePage trouble="roomUnknown" report={`room: ${roomKey}`} />;
    return (
      <main>
        <RoomPanel
          // A new room starts with its drawers closed and nothing half typed from the last one.
          key={roomKey}
          room={room}
          year={year}
          years={yearsOf(world.goals, thisYear)}
          onYear={setYear}
          onOpen={open}
          onBack={path.length > (home === undefined ? 0 : 1) ? () => setPath(path.slice(0, -1)) : undefined}
        />
      </main>
    );
  }
}
