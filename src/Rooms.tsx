import { lazy, Suspense, useEffect, useState } from 'react';
import type { Key } from './basics/key.ts';
import { dayOf, yearOf } from './basics/day.ts';
import { defaultYear } from './followup/defaultYear.ts';
import type { OverviewLook } from './followup/overviewLook.ts';
import { yearsOf } from './goals/goal.ts';
import { roomOf } from './organisation/entity.ts';
import type { destinationOf } from './panel/destination.ts';
import { NewerVersion } from './panel/lateParts.tsx';
import { PanelSkeleton } from './panel/PanelSkeleton.tsx';
import { type Open, RoomPanel } from './panel/RoomPanel.tsx';
import { type SubPage, subPageIn } from './panel/subPage.ts';
import { stepBack } from './panel/useBackStep.tsx';
import { useDenied } from './panel/useDenied.tsx';
import { useStore, useWorld } from './sync/useWorld.ts';
import { useEnvironment } from './useEnvironment.tsx';

// The rare screens are fetched when they are needed; the room's own is what the entry is for.
const TabPage = lazy(async () => ({ default: (await import('./setup/TabPage.tsx')).TabPage }));
const OverviewPage = lazy(async () => ({
  default: (await import('./followup/OverviewPage.tsx')).OverviewPage,
}));
const LinkGone = lazy(async () => ({ default: (await import('./panel/LinkGone.tsx')).LinkGone }));
const MeetingPanel = lazy(async () => ({
  default: (await import('./meeting/MeetingPanel.tsx')).MeetingPanel,
}));
const SiteTrouble = lazy(async () => ({ default: (await import('./setup/SiteTrouble.tsx')).SiteTrouble }));
const StageView = lazy(async () => ({ default: (await import('./meeting/StageView.tsx')).StageView }));
const TroublePage = lazy(async () => ({ default: (await import('./setup/TroublePage.tsx')).TroublePage }));

/** Which screen for which place, and the way back: the room that the tab shows, and those opened from it. */
export function Rooms() {
  const { host, now } = useEnvironment();
  const store = useStore();
  const { world, loading } = useWorld();
  const { place, subPage, entityId } = host.context;
  // The stage has no tab of its own: what it shows stands in its address.
  const staged = place === 'stage' ? subPageIn(subPage) : undefined;
  const isDialog = host.tabDialog !== undefined;
  const isLinked = subPage !== '' && !staged && !isDialog;
  const home = staged?.roomKey ?? roomOf(entityId);
  const [today] = useState(() => dayOf(now()));
  const thisYear = yearOf(today);
  /** What the tab was opened with, until it is known where that leads. */
  const [link, setLink] = useState<SubPage | undefined>(() => (isLinked ? subPageIn(subPage) : undefined));
  const [isLinkGone, setIsLinkGone] = useState(isLinked && !link);
  const [leading, setLeading] = useState<typeof destinationOf>();
  const [first, setFirst] = useState<Open>();
  const [path, setPath] = useState(() => pathTo(link?.roomKey));
  const [year, setYear] = useState(staged?.year ?? link?.year ?? defaultYear(world.periods, today));
  /** On the first open ever the periods come with the rest, and say which year it is about. */
  const [isYearKnown, setIsYearKnown] = useState(staged !== undefined || isLinked || loading === 'ready');
  const [look, setLook] = useState<OverviewLook | undefined>(link?.look);
  const [isMending, setIsMending] = useState(false);
  const reader = useDenied();
  const roomKey = path.at(-1);

  useEffect(() => {
    store.show(isDialog ? undefined : { year, roomKey });
  }, [store, isDialog, roomKey, year]);

  useEffect(() => {
    // Few openings are by a link; where what follows it cannot be fetched, it leads home.
    if (link)
      import('./panel/destination.ts').then(
        ({ destinationOf: follow }) => setLeading(() => follow),
        () => {
          setLink(undefined);
          setIsLinkGone(true);
          setPath(pathTo(undefined));
        },
      );
    // eslint-disable-next-line react/exhaustive-deps -- a link is followed once
  }, []);

  useEffect(() => {
    host.onBack(stepBack);
  }, [host]);

  if (link && leading && loading === 'ready') {
    const to = leading(world, link, { home, thisYear });
    setLink(undefined);
    setIsLinkGone(!to.isWhole);
    setFirst(to.open);
    setPath(pathTo(to.roomKey));
    setYear(to.year);
  }

  if (!isYearKnown && loading === 'ready') {
    setIsYearKnown(true);
    setYear(defaultYear(world.periods, today));
  }

  if ((loading === 'first' && !isDialog) || (link && loading === 'ready')) return <PanelSkeleton />;
  return (
    <Suspense fallback={<PanelSkeleton />}>
      <NewerVersion />
      {isLinkGone ? (
        <div role="status">
          <LinkGone onClose={() => setIsLinkGone(false)} />
        </div>
      ) : null}
      {screen()}
    </Suspense>
  );

  /** From the tab's own room to that one, so that Back leads home. */
  function pathTo(key: Key | undefined): readonly Key[] {
    return [...new Set([home, key].filter((one) => one !== undefined))];
  }

  function go(to: readonly Key[]) {
    // What the link led to is opened once, not each time one comes by.
    setFirst(undefined);
    setPath(to);
  }

  function screen() {
    if (isDialog) return <TabPage year={year} />;
    if (loading === 'failed' || isMending)
      return <SiteTrouble year={year} isMending={isMending} onMend={setIsMending} />;
    const open = (key: Key) => go([...path, key]);
    if (roomKey === undefined) {
      return (
        <main>
          <OverviewPage
            year={year}
            years={yearsOf(world.goals, thisYear)}
            look={look}
            reader={reader}
            onLook={setLook}
            onYear={setYear}
            onOpen={open}
          />
        </main>
      );
    }
    const room = world.units.get(roomKey);
    if (!room || room.removed) return <TroublePage trouble="roomUnknown" report={`room: ${roomKey}`} />;
    if (place === 'stage') return <StageView room={room} year={year} />;
    const back = path.length > (home === undefined ? 0 : 1) ? () => go(path.slice(0, -1)) : undefined;
    const panel = (onBack: (() => void) | undefined) => (
      <RoomPanel
        // A new room starts with its drawers closed and nothing half typed from the last one.
        key={roomKey}
        room={room}
        year={year}
        years={yearsOf(world.goals, thisYear)}
        first={first}
        reader={reader}
        onYear={setYear}
        onOpen={open}
        onBack={onBack}
      />
    );
    const [meetingKey] = path;
    const meetingRoom = meetingKey === undefined ? undefined : world.units.get(meetingKey);
    if (place === 'sidePanel' && meetingRoom) {
      const isElsewhere = path.length > 1;
      return (
        <main>
          <MeetingPanel
            key={meetingKey}
            room={meetingRoom}
            year={year}
            reader={reader}
            onBack={back}
            isElsewhere={isElsewhere}
            startsWhole={first !== undefined}
            whole={(toMeeting) => panel(isElsewhere ? back : toMeeting)}
          />
        </main>
      );
    }
    return <main>{panel(back)}</main>;
  }
}
