import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { dayOf } from '../basics/day.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Overview } from '../followup/overview.ts';
import type { Period } from '../followup/period.ts';
import { LongList } from '../panel/LongList.tsx';
import { Notice } from '../panel/Notice.tsx';
import { EmptyRows, Row } from '../panel/RowList.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { FileButtons, FormatChoice } from './FileChoice.tsx';
import { type HandOverLine, handOverList, wishesFor } from './handOver.ts';
import { handOverTable } from './handOverTable.ts';
import { tableWords } from './tableWords.tsx';
import { useFileMaking } from './useFileMaking.tsx';
import { useRowsOf } from './useRowsOf.tsx';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  spinner: { justifyContent: 'flex-start' },
  counts: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  ask: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    flexBasis: '100%',
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  question: { flexBasis: '100%', margin: 0, fontWeight: tokens.fontWeightSemibold },
  askLine: { flexBasis: '100%', margin: 0, color: tokens.colorNeutralForeground2 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** A file of what the planning system does not know yet of a board's activities; then they are marked as handed over. */
export function HandOverDrawer(parts: { overview: Overview; period: Period; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const { handOver: words } = text.exchange;
  const store = useStore();
  const { world } = useWorld();
  const { now } = useEnvironment();
  const { period } = parts;
  const { board, year } = parts.overview;
  const [isOpen, setIsOpen] = useState(true);
  const [refusal, setRefusal] = useState<Refusal>();
  /** What the file holds that was made last: that, and nothing that has come since, is what can be marked. */
  const [inFile, setInFile] = useState<readonly HandOverLine[]>([]);
  const { reading, again } = useRowsOf(board, year);
  const list = reading === 'done' ? handOverList(world, { year, room: board }) : undefined;
  const today = dayOf(now());
  const making = useFileMaking(() => {
    const lines = list?.lines ?? [];
    setInFile(lines);
    return [handOverTable(lines, tableWords(text))];
  }, [text.exchange.file.handOver, board.title, period.title, year, today]);
  const isAsking = making.isDone && inFile.length > 0;

  async function mark() {
    const refused = await store.dispatchAll(wishesFor(inFile, year, today));
    setRefusal(refused);
    // What takes it back stands on the page below.
    if (!refused) setIsOpen(false);
  }

  return (
    <SideDrawer
      title={words.title}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={parts.onClose}
      footer={
        list && list.lines.length > 0 ? (
          <>
            <FileButtons making={making} isReady isAside={isAsking} />
            {isAsking ? (
              <div className={styles.ask} role="group" aria-label={words.ask}>
                <p className={styles.question}>{words.ask}</p>
                <p className={styles.askLine}>{words.askLine(inFile.length)}</p>
                {refusal ? (
                  <p role="alert" className={styles.askLine}>
                    {text.refused(refusal.refused, refusal.limit ?? 0)}
                  </p>
                ) : null}
                <Button className={styles.button} appearance="primary" onClick={() => void mark()}>
                  {words.mark(inFile.length)}
                </Button>
                <Button className={styles.button} onClick={() => setInFile([])}>
                  {words.notNow}
                </Button>
              </div>
            ) : null}
          </>
        ) : null
      }
    >
      <div className={styles.body}>
        <p className={styles.words}>{words.intro(period.title)}</p>
        {reading === 'under way' ? (
          <Spinner size="tiny" className={styles.spinner} label={text.exchange.reading} />
        ) : null}
        {reading === 'failed' ? (
          <Notice words={text.exchange.failed} action={text.exchange.again} onAction={again} />
        ) : null}
        {list ? told(list) : null}
      </div>
    </SideDrawer>
  );

  function told({ lines, known, last }: ReturnType<typeof handOverList>) {
    const news = lines.filter(({ isNew }) => isNew).length;
    const changed = lines.length - news;
    return (
      <>
        <div role="status">
          {lines.length > 0 ? (
            <ul className={styles.counts}>
              {news > 0 ? <li>{words.news(news)}</li> : null}
              {changed > 0 ? <li>{words.changed(changed)}</li> : null}
            </ul>
          ) : (
            <EmptyRows>{known > 0 ? words.none : words.empty}</EmptyRows>
          )}
          {known > 0 ? (
            <p className={styles.words}>
              {[words.known(known), last === null ? '' : words.last(text.date(last))]
                .filter(Boolean)
                .join(' ')}
            </p>
          ) : null}
        </div>
        {lines.length > 0 ? (
          <>
            <FormatChoice making={making} />
            <LongList label={words.lines} all={lines}>
              {({ activity, department, place, isNew }) => (
                <Row
                  key={activity.key}
                  title={activity.title}
                  facts={[
                    isNew ? words.isNew : words.isChanged,
                    place ? `${place}, ${department}` : department,
                    text.activities.states[activity.state],
                  ].join(' · ')}
                />
              )}
            </LongList>
          </>
        ) : null}
      </>
    );
  }
}
