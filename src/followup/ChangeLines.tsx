import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { LongList } from '../panel/LongList.tsx';
import { RowLink } from '../panel/RowLink.tsx';
import { Row } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { fieldWords } from '../panel/valueWords.ts';
import { useWorld } from '../sync/useWorld.ts';
import type { FullText } from '../text/svLater.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { ChangeGroup, ChangeLine } from './changes.ts';
import type { ChangedRecord } from './useChanges.tsx';

const useStyles = makeStyles({
  words: { marginBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** One kind of change: what, where, by whom and when. */
export function ChangeLines(parts: {
  group: ChangeGroup;
  lines: readonly ChangeLine[];
  onActivity: (activityKey: Key, roomKey: Key) => void;
  onRoom: (unitKey: Key) => void;
}) {
  const text = useLaterText();
  const { world } = useWorld();
  const { group, lines } = parts;
  if (lines.length === 0) return null;
  // A line of goals is as many as they are.
  const all = lines.reduce((sum, { goalKeys }) => sum + Math.max(1, goalKeys.length), 0);
  const title = text.changes.groups[group](all);

  function placeOf(unitKey: Key): string {
    const unit = world.units.get(unitKey);
    const department = unit && world.units.get(unit.departmentKey);
    const own = unit?.title ?? unitKey;
    return department && department.key !== unitKey ? `${own}, ${department.title}` : own;
  }

  return (
    <Section title={title}>
      <LongList label={title} all={lines}>
        {(line) => {
          const { unitKey, row, list } = line;
          const isActivity = list === 'activities';
          const goals = line.goalKeys.map((key) => world.goals.get(key)?.title ?? key).join(', ');
          const words = isActivity ? row.title : placeOf(unitKey);
          const open = isActivity
            ? () => parts.onActivity(row.key, world.units.get(unitKey)?.departmentKey ?? unitKey)
            : () => parts.onRoom(unitKey);
          return (
            <Row
              key={`${line.deed} ${row.key}`}
              title={row.removed ? words : <RowLink onOpen={open}>{words}</RowLink>}
              facts={[
                group === 'other' ? deedWords(line, text) : '',
                isActivity ? placeOf(unitKey) : goals,
                line.by?.name ?? text.changes.someone,
                text.date(dayOf(new Date(line.at))),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          );
        }}
      </LongList>
    </Section>
  );
}

/** Rows of which it is known only that they have changed. */
export function UnreadLines({ records, onRead }: { records: readonly ChangedRecord[]; onRead: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  if (records.length === 0) return null;
  const { changes: words } = text;
  const title = words.notRead(records.length);
  const titleOf = ({ list, key }: ChangedRecord) =>
    (list === 'activities' ? world.activities.get(key) : world.assignments.get(key))?.title ?? key;
  return (
    <Section title={title}>
      <p className={styles.words}>{words.notReadHint(records.length)}</p>
      <Button className={styles.button} onClick={onRead}>
        {words.readMore}
      </Button>
      <LongList label={title} all={records}>
        {(record) => (
          <Row
            key={`${record.list} ${record.key}`}
            title={titleOf(record)}
            facts={`${words.deeds.changed} · ${text.date(dayOf(new Date(record.changedAt)))}`}
          />
        )}
      </LongList>
    </Section>
  );
}

function deedWords({ deed, fields }: ChangeLine, text: FullText): string {
  if (deed !== 'changed' || fields.length === 0) return text.changes.deeds[deed];
  return text.changes.changedFields(fields.map((field) => fieldWords(field, text)));
}
