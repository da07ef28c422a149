import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type Edge, EdgedChip } from '../panel/EdgedChip.tsx';
import { GroupLine } from '../panel/GroupLine.tsx';
import { LongList } from '../panel/LongList.tsx';
import { whyStuck } from '../panel/whyStuck.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { type ImportPlan, type PlanLine, subjectOf } from './importPlan.ts';
import { PlanRow } from './PlanRow.tsx';

const useStyles = makeStyles({
  summary: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  words: { marginBlock: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  next: { marginBlock: tokens.spacingVerticalM, '@media (pointer: coarse)': { minHeight: '44px' } },
  why: { flexBasis: '100%' },
});

type Result = 'saved' | 'waiting' | 'denied' | 'gone';
const edges: Readonly<Record<Result, Edge>> = {
  saved: 'good',
  waiting: 'unfinished',
  denied: 'danger',
  gone: 'plain',
};
const nothing: ReadonlySet<string> = new Set();

/** What has become of each row. It goes on in the background when one leaves. */
export function ImportRunStep(parts: { plan: ImportPlan; isTakenBack: boolean; onMore: () => void }) {
  const { plan } = parts;
  const styles = useStyles();
  const text = useLaterText();
  const { importing: words } = text;
  const { world, waiting, stuck, groups } = useWorld();
  const [stopped, setStopped] = useState<ReadonlySet<string>>(nothing);
  const lines = plan.lines.filter(({ wish }) => wish !== undefined);
  const waits = new Set(waiting.map(nameOf));
  const denied = new Map(stuck.map((one) => [nameOf(one.command), one.stuck]));
  const resultOf = ({ wish, state }: PlanLine): Result => {
    const name = nameOf(wish);
    if (denied.has(name)) return 'denied';
    if (waits.has(name)) return 'waiting';
    const subject = wish && subjectOf(wish);
    const row = subject && world[subject.list].get(subject.key);
    // Called off before it was sent, or taken back since.
    return stopped.has(name) || (state === 'new' && (!row || row.removed)) ? 'gone' : 'saved';
  };
  const results = new Map(lines.map((line) => [line, resultOf(line)]));
  const countOf = (result: Result) => [...results.values()].filter((one) => one === result).length;
  const [saved, left, refused, gone] = [
    countOf('saved'),
    countOf('waiting'),
    countOf('denied'),
    countOf('gone'),
  ];
  const own = new Set(lines.map(({ wish }) => nameOf(wish)));
  const group = groups.find(({ key }) =>
    waiting.some((one) => one.group?.key === key && own.has(nameOf(one))),
  );

  const more = (
    <Button className={styles.next} onClick={parts.onMore}>
      {words.more}
    </Button>
  );

  if (parts.isTakenBack) {
    return (
      <>
        <p role="status" className={styles.summary}>
          {words.takenBack}
        </p>
        {more}
      </>
    );
  }
  return (
    <>
      <p role="status" className={styles.summary}>
        {left > 0
          ? group
            ? ''
            : words.progress(saved, lines.length)
          : gone > 0
            ? words.stopped(saved)
            : refused > 0
              ? words.doneButSome(saved, refused)
              : words.done(saved)}
      </p>
      {left > 0 ? <p className={styles.words}>{words.canLeave}</p> : null}
      {group && left > 0 ? (
        <GroupLine
          group={group}
          onGone={() => setStopped(new Set([...waits].filter((name) => own.has(name))))}
        />
      ) : null}
      {left > 0 ? null : more}
      <LongList label={words.lines} all={lines}>
        {(line) => {
          const result = results.get(line) ?? 'waiting';
          const why = denied.get(nameOf(line.wish));
          return (
            <PlanRow
              key={line.n}
              kind={plan.kind}
              line={line}
              aside={
                <>
                  <EdgedChip edge={edges[result]}>{words.results[result]}</EdgedChip>
                  {why ? <span className={styles.why}>{whyStuck(why, text)}</span> : null}
                </>
              }
            />
          );
        }}
      </LongList>
    </>
  );
}

function nameOf(wish: { readonly do: string } | undefined): string {
  const subject = wish && subjectOf(wish);
  return subject ? `${subject.list} ${subject.key}` : '';
}
