import { ActivityDrawer } from '../activities/ActivityDrawer.tsx';
import type { Key } from '../basics/key.ts';
import { WaitingDrawer } from '../panel/WaitingDrawer.tsx';

/** What stands open over the meeting's panel. */
export type MeetingOpen =
  | { readonly drawer: 'waiting' }
  | { readonly drawer: 'activity'; readonly activityKey: Key };

/** The one drawer over the meeting's panel; fetched together, for the moment when the network has gone. */
export function MeetingDrawers(parts: {
  open: MeetingOpen;
  roomKey: Key;
  onClose: () => void;
  onForgotten: () => void;
}) {
  const { open, onClose } = parts;
  if (open.drawer === 'waiting') return <WaitingDrawer onClose={onClose} onForgotten={parts.onForgotten} />;
  return <ActivityDrawer activityKey={open.activityKey} roomKey={parts.roomKey} onClose={onClose} />;
}
