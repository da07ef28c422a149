import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import type { Overview } from '../followup/overview.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { CommentStep } from './CommentStep.tsx';
import type { Draft, Memo } from './memo.ts';
import { missingIn, standingOf } from './missing.ts';
import type { QuoteGroup } from './quote.ts';
import { SignatureStep } from './SignatureStep.tsx';
import { StandingStep } from './StandingStep.tsx';

const useStyles = makeStyles({
  steps: { listStyleType: 'none', margin: 0, padding: 0, '@media print': { display: 'none' } },
  step: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    display: 'flex',
    width: '100%',
    minHeight: '56px',
    justifyContent: 'flex-start',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalXS,
    textAlign: 'start',
  },
  number: {
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  done: { color: tokens.colorNeutralForegroundOnBrand, backgroundColor: tokens.colorBrandBackground },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  note: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  body: { paddingBottom: tokens.spacingVerticalL, paddingInline: tokens.spacingHorizontalXS },
  intro: { marginTop: 0, color: tokens.colorNeutralForeground2 },
});

type StepName = 'standing' | 'comments' | 'text' | 'signatures';

/** The way to a finished memo, each step with what it still lacks. Steps may be taken in any order. */
export function MemoSteps(parts: {
  draft: Draft;
  memo: Memo;
  overview: Overview;
  groups: readonly QuoteGroup[];
  reading: 'under way' | 'done' | 'failed';
  onDraft: (draft: Draft) => void;
}) {
  const styles = useStyles();
  const { memo: words } = useLaterText();
  const id = useId();
  const [open, setOpen] = useState<StepName | undefined>('comments');
  const { draft, memo, overview } = parts;
  const { goals, departments } = overview;

  const unjudged = goals.filter(({ key }) => {
    const { told } = standingOf(departments, key);
    return told.onPlan + told.atRisk + told.offPlan === 0;
  }).length;
  const paragraphs = [...memo.description.paragraphs, memo.proposal.paragraph];
  const behind = paragraphs.filter(({ isBehind }) => isBehind).length;
  const missing = missingIn(draft.headings);
  const { fields } = words;
  const names = missing.map((field) => fields[field]);

  const steps: readonly { name: StepName; isDone: boolean; note: string; body: ReactNode }[] = [
    {
      name: 'standing',
      isDone: unjudged === 0,
      note: unjudged === 0 ? words.steps.ready : words.standing.missing(unjudged),
      body: <StandingStep overview={overview} />,
    },
    {
      name: 'comments',
      isDone: draft.quotes.length > 0,
      note: words.comments.chosen(draft.quotes.length),
      body: (
        <CommentStep draft={draft} groups={parts.groups} reading={parts.reading} onDraft={parts.onDraft} />
      ),
    },
    {
      name: 'text',
      isDone: behind === 0,
      note: behind > 0 ? words.text.behind(behind) : words.text.edited(Object.keys(draft.edits).length),
      body: <p className={styles.intro}>{words.text.intro}</p>,
    },
    {
      name: 'signatures',
      isDone: missing.length === 0,
      note: missing.length === 0 ? fields.nothing : fields.missing(names),
      body: <SignatureStep draft={draft} overview={overview} onDraft={parts.onDraft} />,
    },
  ];

  return (
    // Safari drops the list role of an unmarked list.
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles
    <ol role="list" className={styles.steps} aria-label={words.steps.title}>
      {steps.map(({ name, isDone, note, body }, n) => (
        <li key={name} className={styles.step}>
          <Button
            appearance="transparent"
            className={styles.head}
            aria-expanded={open === name}
            aria-controls={`${id}${name}`}
            onClick={() => setOpen(open === name ? undefined : name)}
          >
            <span className={mergeClasses(styles.number, isDone && styles.done)} aria-hidden>
              {isDone ? '✓' : n + 1}
            </span>
            <span className={styles.words}>
              <span className={styles.name}>{words.steps[name]}</span>
              <span className={styles.note}>{note}</span>
            </span>
          </Button>
          <div id={`${id}${name}`} className={open === name ? styles.body : undefined}>
            {open === name ? body : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
