import type { Change, ListName, Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { shelfOf, unitShelfOf } from '../organisation/tree.ts';
import type { Units } from '../organisation/unit.ts';
import { longestComment } from './addComment.ts';
import type { Comment, Comments } from './comment.ts';
import { frozenBy, frozenRefusal, isMark, type Touched } from './freezing.ts';
import type { Period, Periods } from './period.ts';

type Correcting = {
  readonly key: Key;
  readonly by: Person;
  readonly on: Day;
  readonly year: number;
  readonly roomKey: Key;
  readonly correction?: string;
};

type Handed = { readonly periods: Periods; readonly units: Units; readonly comments: Comments };

/**
 * [F37] What a closed period holds is changed with a reason only, and the reason is written beside the change, in the same
 * save: who, when and why. While a period is being closed nothing of it is changed at all.
 */
export function corrected(
  command: Correcting,
  changes: Change[],
  records: readonly { readonly list: ListName; readonly key: Key }[],
  world: Handed,
  rowOf: (list: ListName, key: Key) => Row | undefined,
): Change[] | Refusal {
  const touched = changes.filter((change) => !isMark(change)).flatMap((change) => touchedBy(change, rowOf));
  if (touched.length > 0) {
    const period = frozenBy(touched, world.periods);
    if (!period) return changes;
    if (period.state === 'closing' || command.correction === undefined) return frozenRefusal(period);
    const reason = reasonFor(command, touched, period, world);
    return isRefusal(reason) ? reason : [...changes, ...reason];
  }
  if (changes.length > 0 || command.correction === undefined) return changes;
  // The change stands already, of a save that was cut off between the two: the reason is still to be written.
  const standing = records.flatMap(({ list, key }) => touchedBy({ list, key }, rowOf));
  const period = frozenBy(standing, world.periods);
  return period ? reasonFor(command, standing, period, world) : changes;
}

function touchedBy(
  change: Change | { readonly list: ListName; readonly key: Key },
  rowOf: (list: ListName, key: Key) => Row | undefined,
): Touched[] {
  const row = 'row' in change ? change.row : rowOf(change.list, change.key);
  return row ? [{ list: change.list, row }] : [];
}

function reasonFor(
  { key, by, on, year, roomKey, correction = '' }: Correcting,
  [first]: readonly Touched[],
  period: Period,
  { units, comments }: Handed,
): Change[] | Refusal {
  if (comments.get(key)) return [];
  const text = correction.trim();
  if (text === '') return { refused: 'reasonMissing', field: 'correction' };
  if (text.length > longestComment)
    return { refused: 'commentTooLong', field: 'correction', limit: longestComment };
  const room = units.get(roomKey);
  if (!room || !first) return { refused: 'unitUnknown', field: 'roomKey' };
  const row: Comment = {
    key,
    title: text
      .replaceAll(/\s+/g, ' ')
      .slice(0, 100)
      .replace(/\p{Surrogate}$/u, ''),
    removed: false,
    subjectKey: first.row.key,
    shelf: shelfOf(year, room),
    unitShelf: unitShelfOf(year, room),
    periodKey: period.key,
    status: null,
    text,
    by: { id: by.id, name: by.name },
    on,
    isCorrection: true,
  };
  return [{ kind: 'create', list: 'comments', row }];
}
