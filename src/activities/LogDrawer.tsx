import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { AskForGoal } from '../assignments/AskForGoal.tsx';
import type { Key } from '../basics/key.ts';
import type { RoomCoverage } from '../followup/coverage.ts';
import { CorrectionField } from '../panel/CorrectionField.tsx';
import { needsReason } from '../panel/correctable.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useLeaving } from '../panel/useLeaving.tsx';
import { UndoPlace } from '../panel/UndoPlace.tsx';
import type { Undo } from '../panel/useUndo.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { ActivityForm } from './ActivityForm.tsx';
import { mostLines, splitLines } from './lines.ts';
import { LinesPreview } from './LinesPreview.tsx';
import { halfTyped } from './MoreFields.tsx';
import { TitleField } from './TitleField.tsx';
import { useLogForm } from './useLogForm.tsx';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  waits: {
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  select: { '@media (pointer: coarse)': { '& select': { height: '44px' } } },
  line: { flexBasis: '100%' },
});

/** One line is enough: what, and for which goal. All else is there for who wants it. */
export function LogDrawer(parts: {
  coverage: RoomCoverage;
  year: number;
  /** The goal that it was opened for. */
  goalKey?: Key | undefined;
  undo: Undo;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { coverage, year } = parts;
  const { room } = coverage;
  const log = useLogForm({ coverage, year, goalKey: parts.goalKey });
  const { fields, lines, refusal, waits } = log;
  const { isOpen, isLeaving, close, dismiss, stay } = useLeaving(log.isWritten);
  /** Saved for the last time: what is left to say is that it waits. */
  const [isDone, setIsDone] = useState(false);
  const [halfDate, setHalfDate] = useState<string>();
  const line = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLDivElement>(null);

  // The drawer's own first stop is its closing cross; whoever opens this one wants to write.
  useEffect(() => line.current?.focus(), []);

  async function save(isLast: boolean, correction?: string) {
    const half = halfTyped(form.current);
    setHalfDate(half?.name);
    if (half) return half.focus();
    const hindrance = await log.save(correction);
    if (hindrance === 'badLine') {
      return form.current?.querySelector<HTMLElement>('li [aria-invalid="true"], li textarea')?.focus();
    }
    // Whoever came by keyboard is one press from going on.
    if (hindrance === 'goal') return form.current?.querySelector<HTMLElement>('[aria-pressed]')?.focus();
    if (hindrance) return;
    stay();
    if (isLast) setIsDone(true);
    else line.current?.focus();
  }

  // What is saved and waits for nothing has nothing more to say.
  if (isDone && !waits && isOpen) close();

  const shown = ['title', 'goalKeys', 'unitKey', 'starts', 'due'];
  const wordsFor = (field: string) => {
    if (halfDate === field) return text.change.halfDate;
    return refusal?.field === field ? text.refused(refusal.refused, refusal.limit ?? 0) : null;
  };
  const linesTyped = lines ? 0 : splitLines(fields.title).length;

  const footer = (
    <>
      {/* The drawer stays for the next line, and the page's own bar lies hidden under it. */}
      {isOpen && !isLeaving ? <UndoPlace undo={parts.undo} where="drawer" /> : null}
      {isLeaving ? (
        <span role="alert" className={styles.line}>
          {text.logging.unsaved}
        </span>
      ) : null}
      {refusal && !shown.includes(refusal.field) ? (
        <span role="alert" className={styles.line}>
          {text.refused(refusal.refused, refusal.limit ?? 0)}
        </span>
      ) : null}
      {needsReason(refusal) ? (
        <CorrectionField
          onCorrect={async (reason) => {
            await save(true, reason);
            // What is wrong with it is said above the field.
            return undefined;
          }}
        />
      ) : null}
      {isDone ? (
        <Button onClick={close}>{text.close}</Button>
      ) : (
        <>
          <Button appearance="primary" onClick={() => void save(true)}>
            {text.save}
          </Button>
          {isLeaving ? (
            <Button onClick={dismiss}>{text.logging.throwAway}</Button>
          ) : (
            <Button onClick={() => void save(false)}>{text.log.saveAndNext}</Button>
          )}
        </>
      )}
    </>
  );

  return (
    <SideDrawer
      title={text.log.title}
      isOpen={isOpen}
      onDismiss={dismiss}
      onClosed={parts.onClose}
      footer={footer}
    >
      <div className={styles.form} ref={form}>
        {waits ? (
          <div role="status" className={styles.waits}>
            <AskForGoal
              key={`${waits.unitKey} ${waits.goalKeys.join(' ')}`}
              unitKey={waits.unitKey}
              goalKeys={waits.goalKeys}
              year={year}
              roomKey={room.key}
              onDone={log.closeWaits}
            />
          </div>
        ) : null}
        {isDone ? null : (
          <ActivityForm
            isNew
            shown={fields}
            year={year}
            unitKey={log.unitKey}
            onType={(wanted) => {
              log.type(wanted);
              stay();
              setHalfDate(undefined);
            }}
            wordsFor={wordsFor}
            title={
              lines ? (
                <LinesPreview
                  lines={lines}
                  onChange={log.setLines}
                  onEnter={() => void save(true)}
                  onJoin={(title) => {
                    log.join(title);
                    // The field is there once it has been drawn.
                    setTimeout(() => line.current?.focus());
                  }}
                />
              ) : (
                <TitleField
                  field={line}
                  value={fields.title}
                  hint={linesTyped > 1 ? text.logging.lines.soon(linesTyped) : text.log.whatHint}
                  problem={
                    log.tooMany === undefined
                      ? wordsFor('title')
                      : text.logging.lines.tooMany(log.tooMany, mostLines)
                  }
                  onType={(title) => {
                    log.type({ title });
                    stay();
                  }}
                  onPasted={log.preview}
                  onEnter={() => void save(true)}
                />
              )
            }
            where={
              coverage.units.length > 0 ? (
                <Field label={text.log.unit} validationMessage={wordsFor('unitKey')}>
                  <Select
                    className={styles.select}
                    value={log.unitKey}
                    onChange={(_, { value }) => log.setUnitKey(value)}
                  >
                    <option value={room.key}>{room.title}</option>
                    {coverage.units.map((below) => (
                      <option key={below.unit.key} value={below.unit.key}>
                        {below.unit.title}
                      </option>
                    ))}
                  </Select>
                </Field>
              ) : null
            }
          />
        )}
      </div>
    </SideDrawer>
  );
}
