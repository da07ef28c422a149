import { Checkbox, Input, makeStyles, Spinner, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { type Draft, withQuote } from './memo.ts';
import type { QuoteGroup } from './quote.ts';

/** So many quotes make a paragraph that nobody reads. */
const many = 12;

const useStyles = makeStyles({
  words: { marginTop: 0, color: tokens.colorNeutralForeground2 },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
  search: { minWidth: 0, flexGrow: 1 },
  group: { minWidth: 0, border: 'none', margin: 0, padding: 0, marginTop: tokens.spacingVerticalM },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  list: { maxHeight: '60vh', overflowY: 'auto', overflowWrap: 'anywhere' },
  line: { display: 'flex', width: '100%' },
  facts: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** [M3] What people have written, to be ticked into the memo as it is. */
export function CommentStep(parts: {
  draft: Draft;
  groups: readonly QuoteGroup[];
  reading: 'under way' | 'done' | 'failed';
  onDraft: (draft: Draft) => void;
}) {
  const styles = useStyles();
  const { memo } = useLaterText();
  const words = memo.comments;
  const [wanted, setWanted] = useState('');
  const [isOnlyComments, setIsOnlyComments] = useState(false);
  const { draft, groups } = parts;
  const isTicked = new Set(draft.quotes.map(({ key }) => key));
  const look = wanted.trim().toLocaleLowerCase('sv');
  const shown = groups
    .map(({ department, quotes }) => ({
      department,
      quotes: quotes.filter(
        ({ kind, text, place }) =>
          (!isOnlyComments || kind === 'comment') &&
          `${text} ${place}`.toLocaleLowerCase('sv').includes(look),
      ),
    }))
    .filter(({ quotes }) => quotes.length > 0);

  return (
    <>
      <p className={styles.words}>{words.intro}</p>
      {parts.reading === 'under way' ? <Spinner size="small" label={memo.counting} /> : null}
      {parts.reading === 'failed' ? <p className={styles.words}>{words.failed}</p> : null}
      {parts.reading === 'done' && groups.length === 0 ? <p className={styles.words}>{words.none}</p> : null}
      {groups.length > 0 ? (
        <div className={styles.tools}>
          <Input
            className={styles.search}
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            value={wanted}
            onChange={(_, { value }) => setWanted(value)}
          />
          <Switch
            label={words.onlyComments}
            checked={isOnlyComments}
            onChange={(_, { checked }) => setIsOnlyComments(checked)}
          />
        </div>
      ) : null}
      {draft.quotes.length > many ? <p className={styles.words}>{words.many}</p> : null}
      {groups.length > 0 && shown.length === 0 ? <p className={styles.words}>{words.nothing}</p> : null}
      <div className={styles.list}>
        {shown.map(({ department, quotes }) => (
          <fieldset key={department.key} className={styles.group}>
            <legend className={styles.legend}>{department.title}</legend>
            {quotes.map((quote) => (
              <Checkbox
                key={quote.key}
                className={styles.line}
                checked={isTicked.has(quote.key)}
                onChange={(_, { checked }) => parts.onDraft(withQuote(draft, quote, checked === true))}
                label={
                  <>
                    {quote.text}
                    <span className={styles.facts}>
                      {quote.place} · {words[quote.kind]}
                    </span>
                  </>
                }
              />
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}
