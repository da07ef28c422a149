import {
  Button,
  Checkbox,
  Field,
  Input,
  Label,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { leaderOf } from '../organisation/leader.ts';
import { EmptyRows, Row, RowList } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { UndoPlace } from '../panel/UndoPlace.tsx';
import { useLeaving } from '../panel/useLeaving.tsx';
import type { Undo } from '../panel/useUndo.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { AgendaIdeas } from './AgendaIdeas.tsx';
import { dialoguesWith } from './dialogue.ts';
import { openGaps } from './openGaps.ts';
import type { Overview } from './overview.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  field: { minWidth: 0, width: '100%' },
  line: { flexBasis: '100%' },
  ticks: { display: 'flex', flexDirection: 'column' },
});

/** The agenda of a talk with the head of a department, and the place to note that it was held. */
export function DialogueDrawer(parts: {
  overview: Overview;
  departmentKey: Key;
  undo: Undo;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { newKey, now } = useEnvironment();
  const { overview, departmentKey } = parts;
  const { year, board } = overview;
  const unit = world.units.get(departmentKey);
  const head = unit ? leaderOf(unit) : null;
  const [dialogueKey, setDialogueKey] = useState(newKey);
  const [day, setDay] = useState(() => dayOf(now()));
  const [name, setName] = useState(head?.name ?? '');
  const [goalKeys, setGoalKeys] = useState<readonly Key[]>([]);
  const [notes, setNotes] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const { isOpen, isLeaving, dismiss } = useLeaving(notes.trim() !== '' || goalKeys.length > 0);
  const aboutId = useId();
  const words = text.dialogues;
  const row = overview.departments.find((one) => one.unit.key === departmentKey);
  const missing = openGaps(overview, world.gapNotes).open.filter(
    (gap) => gap.departmentKey === departmentKey,
  );
  const earlier = dialoguesWith(world.dialogues, year, departmentKey);
  const goalTitle = (key: Key) => world.goals.get(key)?.title ?? key;

  async function save(): Promise<void> {
    const refused = await store.dispatch({
      do: 'noteDialogue',
      dialogueKey,
      year,
      roomKey: board.key,
      departmentKey,
      day,
      with: withWhom(),
      goalKeys,
      notes,
    });
    setRefusal(refused);
    if (refused) return;
    setNotes('');
    setGoalKeys([]);
    setDialogueKey(newKey());
  }

  /** The id belongs to the name that it came with. */
  function withWhom() {
    if (name.trim() === '') return null;
    return head && name === head.name ? head : { id: '', name: name.trim() };
  }

  return (
    <SideDrawer
      title={words.title(unit?.title ?? departmentKey)}
      isOpen={isOpen}
      onDismiss={dismiss}
      onClosed={parts.onClose}
      footer={
        <>
          {/* The drawer stays, and the page's own bar lies hidden under it. */}
          {isOpen && !isLeaving ? <UndoPlace undo={parts.undo} where="drawer" /> : null}
          {isLeaving ? (
            <span role="alert" className={styles.line}>
              {text.logging.unsaved}
            </span>
          ) : null}
          <Button appearance="primary" onClick={() => void save()}>
            {words.save}
          </Button>
          <Button onClick={dismiss}>{isLeaving ? text.logging.throwAway : text.close}</Button>
        </>
      }
    >
      <p>{head ? words.head(head.name) : words.noHead}</p>
      <Section title={words.goals}>
        <RowList label={words.goals}>
          {(row?.cells ?? []).map((cell) => (
            <Row
              key={cell.goal.key}
              title={cell.goal.title}
              facts={[text.overview.held(cell, (row?.units.length ?? 0) > 0), text.overview.work(cell)]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </RowList>
      </Section>
      <Section title={words.gaps}>
        {missing.length === 0 ? (
          <EmptyRows>{words.noGaps}</EmptyRows>
        ) : (
          <RowList label={words.gaps}>
            {missing.map((gap) => (
              <Row
                key={gap.kind}
                title={words.gap[gap.kind]}
                facts={[
                  gap.goalKeys.map(goalTitle).join(', '),
                  gap.unitKeys
                    .filter((key) => key !== departmentKey)
                    .map((key) => world.units.get(key)?.title ?? key)
                    .join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </RowList>
        )}
      </Section>
      {unit && row ? <AgendaIdeas unit={unit} row={row} /> : null}
      <Section title={words.note}>
        <div className={styles.form}>
          <Field
            label={words.day}
            validationMessage={refusal ? text.refused(refusal.refused, refusal.limit ?? 0) : null}
          >
            <Input
              className={styles.field}
              type="date"
              max="9999-12-31"
              value={day}
              onChange={(_, { value }) => setDay(value)}
            />
          </Field>
          <Field label={words.with}>
            <Input
              className={styles.field}
              maxLength={255}
              value={name}
              onChange={(_, { value }) => setName(value)}
            />
          </Field>
          {/* A Field would give each tick its own label's name. */}
          <div role="group" aria-labelledby={aboutId} className={styles.ticks}>
            <Label id={aboutId}>{words.about}</Label>
            {overview.goals.map((goal) => (
              <Checkbox
                key={goal.key}
                label={goal.title}
                checked={goalKeys.includes(goal.key)}
                onChange={(_, { checked }) =>
                  setGoalKeys(checked ? [...goalKeys, goal.key] : goalKeys.filter((one) => one !== goal.key))
                }
              />
            ))}
          </div>
          <Field label={words.notes} hint={words.notesHint}>
            <Textarea
              className={styles.field}
              rows={4}
              resize="vertical"
              value={notes}
              onChange={(_, { value }) => setNotes(value)}
            />
          </Field>
        </div>
      </Section>
      {earlier.length > 0 ? (
        <Section title={words.earlier}>
          <RowList label={words.earlier}>
            {earlier.map((dialogue) => (
              <Row
                key={dialogue.key}
                title={[text.date(dialogue.on), dialogue.with?.name].filter(Boolean).join(' · ')}
                facts={[words.talkedAbout(dialogue.goalKeys.map(goalTitle)), dialogue.notes]
                  .filter(Boolean)
                  .join('. ')}
              />
            ))}
          </RowList>
        </Section>
      ) : null}
    </SideDrawer>
  );
}
