import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { FactName } from '../followup/facts.ts';
import { memoSentences } from '../text/svMemoSentences.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { MemoTable } from './MemoTable.tsx';
import { type Draft, type Memo, type Paragraph, restored, withOwn, withoutOwn, withText } from './memo.ts';
import { PaperParagraph } from './PaperParagraph.tsx';

const useStyles = makeStyles({
  paper: {
    minWidth: 0,
    maxWidth: '780px',
    paddingBlock: 'clamp(16px, 5vw, 56px)',
    paddingInline: 'clamp(12px, 3vw, 28px)',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    overflowWrap: 'anywhere',
    '@media print': { border: 'none', boxShadow: 'none', padding: 0, maxWidth: 'none' },
  },
  block: { margin: 0, marginBottom: tokens.spacingVerticalL },
  empty: {
    color: tokens.colorNeutralForeground3,
    fontStyle: 'italic',
    '@media print': { display: 'none' },
  },
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    marginBlock: `${tokens.spacingVerticalXXL} ${tokens.spacingVerticalL}`,
  },
  heading: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    marginBlock: `${tokens.spacingVerticalXXL} ${tokens.spacingVerticalS}`,
  },
  signatories: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXXL },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  add: { marginTop: tokens.spacingVerticalS, '@media print': { display: 'none' } },
});

/** The memo as the board will read it, written in paragraph by paragraph. */
export function MemoPaper(parts: {
  draft: Draft;
  memo: Memo;
  onDraft: (draft: Draft) => void;
  onOpen: (name: FactName) => void;
}) {
  const styles = useStyles();
  const { memo: words } = useLaterText();
  const { draft, memo, onDraft } = parts;
  const { headings, description, proposal, signed, copies, appendix } = memo;

  const paragraph = (one: Paragraph) => (
    <PaperParagraph
      key={one.id}
      paragraph={one}
      onText={(text) => onDraft(withText(draft, one, text, memoSentences))}
      onRestore={() => onDraft(one.source === 'own' ? withoutOwn(draft, one.id) : restored(draft, one.id))}
      onOpen={parts.onOpen}
    />
  );
  /** What is not filled in yet shows where it will stand, and is not printed. */
  const lines = (all: readonly (readonly [string, string])[]) => (
    <p className={styles.block}>
      {all.map(([value, name]) => (
        <Fragment key={name}>
          <span className={value.trim() === '' ? styles.empty : undefined}>{value.trim() || name}</span>
          <br />
        </Fragment>
      ))}
    </p>
  );
  const { fields } = words;
  return (
    <article className={styles.paper} aria-label={words.paper} lang="sv">
      {lines([
        [headings.authorUnit, fields.authorUnit],
        [headings.authorName, fields.authorName],
        [headings.authorMail, fields.authorMail],
      ])}
      {lines([
        [headings.addressee, fields.addressee],
        [headings.diaryNumber, fields.diaryNumber],
        [headings.day, fields.day],
      ])}
      <h2 className={styles.title}>{memo.title}</h2>
      <h3 className={styles.heading}>{description.heading}</h3>
      {description.paragraphs.map((one) => (
        <Fragment key={one.id}>
          {/* Where the paragraph on the work will stand is shown until something is ticked. */}
          {one.id === 'beside' && !has('work') ? workPlace() : null}
          {paragraph(one)}
        </Fragment>
      ))}
      {!has('work') && !has('beside') ? workPlace() : null}
      <Button size="small" appearance="subtle" className={styles.add} onClick={() => onDraft(withOwn(draft))}>
        {words.text.own}
      </Button>
      <h3 className={styles.heading}>{proposal.heading}</h3>
      {paragraph(proposal.paragraph)}
      <h3 className={styles.heading}>{signed.heading}</h3>
      <div className={styles.signatories}>
        {headings.signatories.map(({ name, title }, n) => (
          // Two signatures are told apart by their place alone.
          <Fragment key={n}>
            {lines([
              [name, fields.name(n + 1)],
              [title, fields.role(n + 1)],
            ])}
          </Fragment>
        ))}
      </div>
      {copies.to.length > 0 ? (
        <>
          <h3 className={styles.heading}>{copies.heading}</h3>
          <ul className={styles.list}>
            {copies.to.map((to) => (
              <li key={to}>{to}</li>
            ))}
          </ul>
        </>
      ) : null}
      {appendix.tables.length > 0 ? <h3 className={styles.heading}>{appendix.heading}</h3> : null}
      {appendix.tables.map((table) => (
        <MemoTable key={table.title} table={table} />
      ))}
    </article>
  );

  function has(id: string): boolean {
    return description.paragraphs.some((one) => one.id === id);
  }

  function workPlace() {
    return <p className={styles.empty}>{words.paragraph.hereComments}</p>;
  }
}
