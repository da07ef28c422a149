import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Edge, EdgedChip } from '../panel/EdgedChip.tsx';
import { Row } from '../panel/RowList.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import type { ImportKind } from './importFields.ts';
import type { PlanLine } from './importPlan.ts';
import { diffWords, fieldWords, problemWords } from './importWords.tsx';

const useStyles = makeStyles({
  line: { display: 'block', whiteSpace: 'pre-line' },
  problem: { display: 'block', color: tokens.colorStatusDangerForeground1 },
  remark: { display: 'block', color: tokens.colorNeutralForeground2 },
});

const edges: Readonly<Record<PlanLine['state'], Edge>> = {
  new: 'good',
  changed: 'unfinished',
  same: 'plain',
  double: 'plain',
  cannot: 'danger',
};

/** One row of the file: what it is about, what it comes to, and what is wrong with it. */
export function PlanRow({ kind, line, aside }: { kind: ImportKind; line: PlanLine; aside?: ReactNode }) {
  const styles = useStyles();
  const text = useLaterText();
  const { importing: words } = text;
  const { n, title, place, state, diffs, problems, remarks } = line;
  return (
    <Row
      title={title || words.row(n)}
      facts={
        <>
          <span className={styles.line}>{[words.row(n), place].filter(Boolean).join(' · ')}</span>
          {diffs.map((diff) => (
            <span key={diff.field} className={styles.line}>
              {diffWords(kind, diff, text)}
            </span>
          ))}
          {problems.map((problem) => (
            <span key={`${problem.code} ${problem.field} ${problem.value}`} className={styles.problem}>
              {problem.field === undefined ? '' : `${fieldWords(kind, problem.field, text)}: `}
              {problemWords(problem, text)}
            </span>
          ))}
          {remarks.map((remark) => (
            <span key={`${remark.code} ${remark.value}`} className={styles.remark}>
              {problemWords(remark, text)}
            </span>
          ))}
          {state === 'double' ? <span className={styles.line}>{words.doubleOf}</span> : null}
          {line.willWait ? <span className={styles.line}>{words.willWait}</span> : null}
        </>
      }
      aside={aside ?? <EdgedChip edge={edges[state]}>{words.stateOf[state]}</EdgedChip>}
    />
  );
}
