import { makeStyles, tokens } from '@fluentui/react-components';
import type { Assignment } from '../assignments/assignment.ts';
import type { Value } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { Chip } from '../panel/Chip.tsx';
import { Row } from '../panel/RowList.tsx';
import { fieldWords, valueWords } from '../panel/valueWords.ts';
import { useWorld } from '../sync/useWorld.ts';
import type { FullText } from '../text/svLater.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { World } from '../world.ts';
import { valuesOf } from './history.ts';
import type { Moved } from './thenAndNow.ts';

const useStyles = makeStyles({
  line: { display: 'block' },
  reason: { display: 'block', color: tokens.colorNeutralForeground1, whiteSpace: 'pre-wrap' },
});

/** One record that is not as it was when the period was closed: what, where, from what to what, and why. */
export function MovedRow({ moved, past }: { moved: Moved; past: World }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { compared: words } = text.periods;
  const { list, unitKey, fields, what, how, reason } = moved;
  const place = unitKey === null ? words.region : placeOf(unitKey, world, past);
  return (
    <Row
      title={titleOf(moved, world, past)}
      facts={
        <>
          <span className={styles.line}>{[words.lists[list][what], place].join(' · ')}</span>
          {fields.map(([name, { was, to }]) => (
            <span key={name} className={styles.line} dir="auto">
              {text.changes.history.field(
                fieldWords(name, text),
                wordsOf(moved, name, was, past, text),
                wordsOf(moved, name, to, world, text),
              )}
            </span>
          ))}
          {fields.length === 0 && what !== 'gone' ? standingWords(moved, world, text, styles.line) : null}
          {reason ? (
            <span className={styles.reason} dir="auto">
              {words.reason(
                reason.text,
                reason.by?.name ?? '',
                reason.on === null ? '' : text.date(reason.on),
              )}
            </span>
          ) : null}
        </>
      }
      aside={<Chip look={how === 'after' ? 'waiting' : 'plain'}>{words.hows[how]}</Chip>}
    />
  );
}

/** What a new record says that its title does not: a check-in's word, an outcome's number, how a goal stands. */
function standingWords(moved: Moved, world: World, text: FullText, line: string) {
  const values = valuesOf(moved.row);
  const shown = {
    activities: [],
    assignments: ['state'],
    measurements: ['value'],
    comments: ['status', 'text'],
  };
  return shown[moved.list].flatMap((name) => {
    const value = values[name] ?? null;
    if (value === null) return [];
    return [
      <span key={name} className={line} dir="auto">
        {`${fieldWords(name, text)}: ${wordsOf(moved, name, value, world, text)}`}
      </span>,
    ];
  });
}

function wordsOf({ list }: Moved, name: string, value: Value, world: World, text: FullText): string {
  if (name === 'status' && typeof value === 'string' && value in text.overview.statuses)
    return text.overview.statuses[value as keyof FullText['overview']['statuses']];
  return valueWords({ list }, name, value, world, text);
}

/** What people call it: a goal handed down by its goal, an outcome by what is measured, a word by what it speaks of. */
function titleOf({ list, row }: Moved, world: World, past: World): string {
  const find = (from: 'goals' | 'indicators' | 'activities' | 'assignments', field: string) => {
    const key = valuesOf(row)[field];
    return typeof key === 'string' ? (world[from].get(key) ?? past[from].get(key)) : undefined;
  };
  const goalTitle = (key: Key | undefined) => (key === undefined ? undefined : world.goals.get(key)?.title);
  const subject = find('assignments', 'subjectKey') as Assignment | undefined;
  const titles = {
    activities: row.title,
    assignments: find('goals', 'goalKey')?.title,
    measurements: find('indicators', 'indicatorKey')?.title,
    comments: goalTitle(subject?.goalKey) ?? find('activities', 'subjectKey')?.title,
  };
  return titles[list] ?? row.title;
}

function placeOf(unitKey: string, world: World, past: World): string {
  const unit = world.units.get(unitKey) ?? past.units.get(unitKey);
  const department = unit && world.units.get(unit.departmentKey);
  const own = unit?.title ?? unitKey;
  return department && department.key !== unitKey ? `${own}, ${department.title}` : own;
}
