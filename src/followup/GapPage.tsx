import type { Key } from '../basics/key.ts';
import { useStore } from '../sync/useWorld.ts';
import { GapView } from './GapView.tsx';
import type { Overview } from './overview.ts';
import type { OverviewOpen } from './OverviewDrawers.tsx';

/** The gaps, each remedy leading to where it is done. */
export function GapPage(parts: {
  overview: Overview;
  onOpen: (open: OverviewOpen) => void;
  /** Left out for whoever may not hand down. */
  onAssign?: ((departmentKey: Key) => void) | undefined;
  onRoom: (unitKey: Key) => void;
}) {
  const store = useStore();
  const { overview, onOpen, onRoom } = parts;
  return (
    <GapView
      overview={overview}
      canAssign={parts.onAssign !== undefined}
      onRoom={onRoom}
      onRemedy={(remedy, gap) => {
        switch (remedy) {
          case 'assign':
            return parts.onAssign?.(gap.departmentKey);
          case 'remind':
            return onOpen({ what: 'remind', gap });
          case 'talk':
            return onOpen({ what: 'talk', departmentKey: gap.departmentKey });
          case 'ideas':
            return onRoom(gap.departmentKey);
          case 'dismiss':
            return onOpen({ what: 'dismiss', gap });
        }
      }}
      onRestore={(note) =>
        void store.dispatch({
          do: 'restoreGap',
          year: overview.year,
          roomKey: overview.board.key,
          departmentKey: note.departmentKey,
          gap: note.gap,
        })
      }
    />
  );
}
