import { Button, Caption1, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { ListName } from '../basics/change.ts';
import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { History, Version } from '../basics/version.ts';
import { fieldWords, valueWords } from '../panel/valueWords.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { changesBetweenVersions, type HistoryStep, seenFields, valuesOf } from './history.ts';

const useStyles = makeStyles({
  part: { paddingTop: tokens.spacingVerticalL, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { margin: 0 },
  // The words stand in line with the headings around them.
  button: {
    paddingInline: 0,
    minWidth: 0,
    justifyContent: 'flex-start',
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  sign: { display: 'inline-block', width: '1.25em', textAlign: 'start' },
  words: { margin: 0, marginTop: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  spinner: { justifyContent: 'flex-start', marginTop: tokens.spacingVerticalS },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    marginTop: tokens.spacingVerticalM,
    padding: 0,
    listStyleType: 'none',
  },
  facts: { color: tokens.colorNeutralForeground3 },
  line: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** Who changed what of a record, and when: read from the site when it is opened. */
export function HistorySection({ list, recordKey }: { list: ListName; recordKey: Key }) {
  const styles = useStyles();
  const { history: words } = useLaterText().changes;
  const id = useId();
  const { unsent } = useWorld();
  const [isOpen, setIsOpen] = useState(false);
  const [turn, setTurn] = useState(0);
  const isUnsent = unsent.has(recordKey);
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 className={styles.title}>
        <Button
          id={id}
          className={styles.button}
          appearance="transparent"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <span aria-hidden className={styles.sign}>
            {isOpen ? '−' : '+'}
          </span>
          {words.title}
        </Button>
      </h3>
      {isOpen ? (
        <OpenHistory
          // What was written here is a part of the history once it has been sent.
          key={`${turn} ${isUnsent}`}
          list={list}
          recordKey={recordKey}
          isUnsent={isUnsent}
          onAgain={() => setTurn(turn + 1)}
        />
      ) : null}
    </section>
  );
}

function OpenHistory(parts: { list: ListName; recordKey: Key; isUnsent: boolean; onAgain: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const [history, setHistory] = useState<History | 'under way' | 'failed'>('under way');
  const { list, recordKey } = parts;
  const { history: words, again } = text.changes;

  useEffect(() => {
    let isShown = true;
    const tell = (told: History | 'failed') => isShown && setHistory(told);
    store.histories([{ list, key: recordKey }]).then(
      ([told]) => tell(told && 'versions' in told ? told : 'failed'),
      () => tell('failed'),
    );
    return () => {
      isShown = false;
    };
  }, [store, list, recordKey]);

  if (history === 'under way')
    return <Spinner size="tiny" className={styles.spinner} label={words.loading} />;
  if (history === 'failed') {
    if (parts.isUnsent) return <p className={styles.words}>{words.unsent}</p>;
    return (
      <>
        <p className={styles.words}>{words.failed}</p>
        <Button size="small" onClick={parts.onAgain}>
          {again}
        </Button>
      </>
    );
  }
  const { versions, skipped, isKept } = history;
  const made = ({ row }: Version) =>
    list === 'assignments'
      ? valueWords({ list }, 'state', valuesOf(row)['state'] ?? null, world, text)
      : words.created;
  const [first] = versions;
  return (
    <>
      {isKept && first ? (
        <p className={styles.words}>
          {[words.from(text.date(dayOf(new Date(first.at)))), first.number === 1 ? '' : words.begins]
            .filter(Boolean)
            .join(' ')}
        </p>
      ) : (
        <p className={styles.words}>{words.notKept}</p>
      )}
      {skipped > 0 ? <p className={styles.words}>{words.skipped(skipped)}</p> : null}
      <ul className={styles.list} aria-label={words.title}>
        {changesBetweenVersions(versions)
          .toReversed()
          .map((step) => (
            <Step key={step.number} step={step} list={list}>
              {step.isFirst && isKept && first?.number === 1 ? made(first) : ''}
            </Step>
          ))}
      </ul>
    </>
  );
}

function Step({ step, list, children }: { step: HistoryStep; list: ListName; children: string }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { changes: words } = text;
  return (
    <li>
      <Caption1 className={styles.facts}>
        {[step.by?.name ?? words.someone, words.moment(step.at)].join(' · ')}
      </Caption1>
      {children ? <p className={styles.line}>{children}</p> : null}
      {seenFields(step.fields).map(([name, { was, to }]) => (
        <p key={name} className={styles.line} dir="auto">
          {words.history.field(
            fieldWords(name, text),
            valueWords({ list }, name, was, world, text),
            valueWords({ list }, name, to, world, text),
          )}
        </p>
      ))}
    </li>
  );
}
