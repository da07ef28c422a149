import { Button, Field, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { handFile } from '../panel/handFile.tsx';
import { LongList } from '../panel/LongList.tsx';
import { Notice } from '../panel/Notice.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import type { ImportPlan, PlanLine } from './importPlan.ts';
import { toldProblems } from './importWords.tsx';
import { PlanRow } from './PlanRow.tsx';
import { problemTable } from './problemTable.ts';
import type { Comparing } from './useImportPlan.tsx';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  summary: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  spinner: { justifyContent: 'flex-start' },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

const states = ['new', 'changed', 'cannot', 'same', 'double'] as const;

/** What reading the file in would do, row by row, before anything is done. */
export function ImportReviewStep(parts: {
  plan: ImportPlan | undefined;
  comparing: Comparing;
  lookedUp: number;
  onAgain: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { importing: words } = text;
  const { isMobile } = useEnvironment().host.context;
  const { plan } = parts;
  const [chosen, setChosen] = useState<PlanLine['state'] | 'all'>();
  if (!plan) {
    return (
      <div role="status">
        {parts.comparing === 'failed' ? (
          <Notice words={words.unread} action={words.again} onAction={parts.onAgain} />
        ) : (
          <Spinner
            className={styles.spinner}
            label={parts.lookedUp > 0 ? words.lookingPeople(parts.lookedUp) : words.looking}
          />
        )}
      </div>
    );
  }
  const { kind, lines } = plan;
  const countOf = (state: PlanLine['state']) => lines.filter((line) => line.state === state).length;
  const [fresh, changed, cannot] = [countOf('new'), countOf('changed'), countOf('cannot')];
  // What has to be mended is seen first.
  const shown = chosen ?? (cannot > 0 ? 'cannot' : 'all');
  const waiting = lines.filter(({ willWait }) => willWait).length;

  async function saveProblems(its: ImportPlan): Promise<void> {
    const { csvOf } = await import('./csv.ts');
    const table = problemTable(
      words.problemsName,
      words.problemHead,
      toldProblems(its.kind, its.lines, text),
    );
    handFile(`${words.problemsName}.csv`, new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));
  }

  return (
    <div className={styles.step}>
      <div role="status">
        <p className={styles.summary}>{words.summary(fresh, changed, cannot)}</p>
        {fresh + changed === 0 ? (
          <p className={styles.words}>
            {cannot === 0 ? words.nothing : cannot === lines.length ? words.nothingCan : words.nothingElse}
          </p>
        ) : cannot > 0 ? (
          <p className={styles.words}>{words.leftOut(cannot)}</p>
        ) : null}
        {waiting > 0 ? <p className={styles.words}>{words.waiting(waiting)}</p> : null}
      </div>
      <div className={styles.tools}>
        <Field label={words.show}>
          <Select value={shown} onChange={(_, { value }) => setChosen(value as PlanLine['state'] | 'all')}>
            <option value="all">{words.all(lines.length)}</option>
            {states.map((state) =>
              countOf(state) > 0 ? (
                <option key={state} value={state}>
                  {words.stateCount(words.states[state], String(countOf(state)))}
                </option>
              ) : null,
            )}
          </Select>
        </Field>
        {cannot > 0 && !isMobile ? (
          <Button className={styles.button} onClick={() => void saveProblems(plan)}>
            {words.saveProblems}
          </Button>
        ) : null}
      </div>
      <LongList
        key={shown}
        label={words.lines}
        all={shown === 'all' ? lines : lines.filter(({ state }) => state === shown)}
      >
        {(line) => <PlanRow key={line.n} kind={kind} line={line} />}
      </LongList>
    </div>
  );
}
