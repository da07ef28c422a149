import { useMemo, useState } from 'react';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { isWithin, rowsAt } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';
import { useWorld } from '../sync/useWorld.ts';
import { roomsChangedSince } from './changes.ts';
import type { Overview } from './overview.ts';
import { latestFirst, placeOf, reachOf, saidIn, stepsIn } from './timeline.ts';
import { momentOf, useChanges, type Wanted } from './useChanges.tsx';

/** One reading of departments: three requests each, sixty in three batches. */
const roomsAtATime = 20;
const detailsAtATime = 200;

export type Days = { readonly from: Day; readonly to: Day };

/** Everything that was done in a room, or in a board's departments, between two days: read piece by piece. */
export function useTimeline(parts: { room: Unit; year: number; overview: Overview | undefined; days: Days }) {
  const { world } = useWorld();
  const { room, year, overview } = parts;
  const wantedOf = (days: Days, rooms = roomsAtATime, details = detailsAtATime): Wanted => ({
    year,
    moment: momentOf(days.from),
    roomKeys: roomsSince(days.from).slice(0, rooms),
    details,
    withComments: true,
  });
  const [days, setDays] = useState(parts.days);
  const [wanted, setWanted] = useState(() => wantedOf(days));
  const { how, records } = useChanges(wanted);

  const steps = useMemo(() => {
    const stretch = { from: momentOf(days.from), before: momentOf(dayAfter(days.to)) };
    const told = records.flatMap(({ list, history }) => (history ? stepsIn(list, history, stretch) : []));
    const rooms = wanted.roomKeys.map((key) => world.units.get(world.units.get(key)?.departmentKey ?? key));
    const said = [...new Set(rooms)].flatMap((one) =>
      one ? [...saidIn(rowsAt(world.comments, world.units, year, one), days)] : [],
    );
    const isHere = (unitKey: Key) => overview !== undefined || isWithin(world.units, unitKey, room.key);
    return latestFirst([...told, ...said].filter(({ row }) => isHere(placeOf(row))));
  }, [days, records, wanted, world, year, overview, room]);

  const all = roomsSince(days.from).length;
  const shown = wanted.roomKeys.length;
  return {
    how,
    steps,
    reach: reachOf(records.flatMap(({ history }) => history ?? [])),
    unread: records.filter(({ history }) => !history).length,
    rooms: { shown, left: Math.min(roomsAtATime, all - shown), all },
    choose(next: Days) {
      setDays(next);
      setWanted(wantedOf(next));
    },
    again: () => setWanted({ ...wanted }),
    readMore: () => setWanted(wantedOf(days, shown, wanted.details + detailsAtATime)),
    moreRooms: () => setWanted(wantedOf(days, shown + roomsAtATime, wanted.details)),
  };

  function roomsSince(from: Day): Key[] {
    if (!overview) return [room.key];
    return roomsChangedSince(overview, world.tallies, momentOf(from)).map(({ key }) => key);
  }
}

function dayAfter(day: Day): Day {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
