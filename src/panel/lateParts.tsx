import { type ComponentType, lazy } from 'react';
import { loadUndoBar } from './UndoPlace.tsx';

type Load<Parts> = () => Promise<{ default: ComponentType<Parts> }>;

/** What comes by itself, not by a click: a page whose network goes in between stands without it. */
function quietly<Parts>(load: Load<Parts>) {
  return lazy(() => load().catch(() => ({ default: Nothing })));
}

function Nothing() {
  return null;
}

export const loadNotices = async () => ({ default: (await import('./Notices.tsx')).Notices });
const loadTalk = async () => ({ default: (await import('./RoomTalk.tsx')).RoomTalk });
const loadDrawers = async () => ({ default: (await import('./RoomDrawers.tsx')).RoomDrawers });

/** The parts of a room's page that are fetched after its first frame. */
export const IdeaSection = quietly(async () => ({
  default: (await import('../activities/IdeaSection.tsx')).IdeaSection,
}));
export const ContinueLine = quietly(async () => ({
  default: (await import('../activities/ContinueLine.tsx')).ContinueLine,
}));
export const GoalsAside = quietly(async () => ({ default: (await import('./GoalsAside.tsx')).GoalsAside }));
export const GoalStatus = quietly(async () => ({
  default: (await import('../followup/GoalStatus.tsx')).GoalStatus,
}));
export const RoomMenu = quietly(async () => ({ default: (await import('./RoomMenu.tsx')).RoomMenu }));
export const FirstSteps = quietly(async () => ({ default: (await import('./FirstSteps.tsx')).FirstSteps }));
export const CopiedLink = quietly(async () => ({ default: (await import('./CopyLink.tsx')).CopiedLink }));
export const NewerVersion = quietly(async () => ({
  default: (await import('../setup/NewerVersion.tsx')).NewerVersion,
}));
export const RoomTalk = quietly(loadTalk);
export const Notices = lazy(loadNotices);
export const RoomDrawers = lazy(loadDrawers);
export const TroublePage = lazy(async () => ({
  default: (await import('../setup/TroublePage.tsx')).TroublePage,
}));

/** What stands behind a click must open when the network has gone, too. */
export function fetchLateParts(): void {
  for (const load of [loadDrawers, loadUndoBar, loadNotices, loadTalk]) void load().catch(() => undefined);
}
