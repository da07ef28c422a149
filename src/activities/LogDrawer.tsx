import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { holds } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { RoomCoverage } from '../followup/coverage.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { UndoPlace } from '../panel/UndoPlace.tsx';
import type { Undo } from '../panel/useUndo.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import type { Activity } from './activity.ts';
import { GoalChoice } from './GoalChoice.tsx';
import { KindChoice } from './KindChoice.tsx';
import { longestTitle } from './activityLine.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  line: { minWidth: 0, width: '100%' },
});

/** One line is enough: what, where, and for which goal. */
export function LogDrawer(parts: { coverage: RoomCoverage; year: number; undo: Undo; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { newKey } = useEnvironment();
  const { world } = useWorld();
  const { coverage, year } = parts;
  const room = coverage.room;
  // One key for one line: pressing Save twice in a hurry is still one activity.
  const [activityKey, setActivityKey] = useState(newKey);
  const [title, setTitle] = useState('');
  const [unitKey, setUnitKey] = useState<Key>(room.key);
  const [goalKeys, setGoalKeys] = useState<readonly Key[]>(() =>
    coverage.held.length === 1 ? coverage.held.map(({ goal }) => goal.key) : [],
  );
  const [kind, setKind] = useState<Activity['kind']>('targeted');
  const [isOpen, setIsOpen] = useState(true);
  const [refusal, setRefusal] = useState<Refusal>();
  const line = useRef<HTMLTextAreaElement>(null);
  const unit = coverage.units.find((below) => below.unit.key === unitKey)?.unit ?? room;
  const willWait =
    goalKeys.length > 0 && !goalKeys.some((goalKey) => holds(world.assignments, year, goalKey, unitKey));

  // The drawer's own first stop is its closing cross; whoever opens this one wants to write.
  useEffect(() => line.current?.focus(), []);

  async function save(isLast: boolean) {
    const refused = await store.dispatch({
      do: 'logActivity',
      activityKey,
      year,
      title,
      goalKeys,
      kind,
      unitKey,
      roomKey: room.key,
    });
    setRefusal(refused);
    if (refused) return;
    if (isLast) return setIsOpen(false);
    setTitle('');
    setActivityKey(newKey());
    line.current?.focus();
  }

  const wordsFor = (...fields: string[]) =>
    refusal && fields.includes(refusal.field) ? text.refused(refusal.refused, refusal.limit ?? 0) : null;

  const footer = (
    <>
      {/* The drawer stays for the next line, and the page's own bar lies hidden under it. */}
      {isOpen ? <UndoPlace undo={parts.undo} where="drawer" /> : null}
      <Button appearance="primary" onClick={() => void save(true)}>
        {text.save}
      </Button>
      <Button onClick={() => void save(false)}>{text.log.saveAndNext}</Button>
    </>
  );

  return (
    <SideDrawer
      title={text.log.title}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={parts.onClose}
      footer={footer}
    >
      <div className={styles.form}>
        <Field label={text.log.what} hint={text.log.whatHint} validationMessage={wordsFor('title')} required>
          <Textarea
            textarea={{ ref: line }}
            size="large"
            className={styles.line}
            resize="vertical"
            rows={2}
            value={title}
            onChange={(_, { value }) => setTitle(value)}
            onKeyDown={(event) => {
              // The title is one line: Enter saves, as in every quick line.
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void save(true);
            }}
            maxLength={longestTitle * 40}
          />
        </Field>
        {coverage.units.length > 0 ? (
          <Field label={text.log.unit} validationMessage={wordsFor('unitKey')}>
            <Select value={unitKey} onChange={(_, { value }) => setUnitKey(value)}>
              <option value={room.key}>{room.title}</option>
              {coverage.units.map((below) => (
                <option key={below.unit.key} value={below.unit.key}>
                  {below.unit.title}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <GoalChoice
          year={year}
          unitKey={unitKey}
          chosen={goalKeys}
          onChoose={setGoalKeys}
          problem={wordsFor('goalKeys') ?? undefined}
          notice={willWait ? text.log.willWait(unit.title) : undefined}
        />
        <KindChoice chosen={kind} onChoose={setKind} />
      </div>
    </SideDrawer>
  );
}
