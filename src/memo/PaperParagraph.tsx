import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { FactName } from '../followup/facts.ts';
import { Chip } from '../panel/Chip.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Paragraph } from './memo.ts';

const useStyles = makeStyles({
  part: {
    position: 'relative',
    marginBottom: tokens.spacingVerticalM,
    '@media print': { '& button:not([data-number])': { display: 'none' } },
  },
  text: { margin: 0, whiteSpace: 'pre-wrap', textWrap: 'pretty' },
  number: { fontSize: 'inherit', lineHeight: 'inherit', textDecorationStyle: 'dotted' },
  empty: { margin: 0, color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  field: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '44px',
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalS,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    resize: 'none',
    overflow: 'hidden',
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  edit: {
    minWidth: 0,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    color: tokens.colorNeutralForeground3,
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  behind: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** A paragraph that is read until somebody wants to write in it. Its numbers open what stands behind them. */
export function PaperParagraph(parts: {
  paragraph: Paragraph;
  onText: (text: string) => void;
  onRestore: () => void;
  onOpen: (name: FactName) => void;
}) {
  const styles = useStyles();
  const { memo, language } = useLaterText();
  const words = memo.paragraph;
  const { paragraph } = parts;
  const isOwn = paragraph.source === 'own';
  const [isWriting, setIsWriting] = useState(isOwn && paragraph.text === '');
  const field = useRef<HTMLTextAreaElement>(null);
  const name = nameOf(paragraph, words.names);

  // As high as what is written in it.
  useEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  });

  useEffect(() => {
    if (isWriting) field.current?.focus();
  }, [isWriting]);

  return (
    <div className={styles.part}>
      {isWriting ? (
        <textarea
          ref={field}
          className={styles.field}
          rows={2}
          aria-label={name}
          value={paragraph.text}
          onChange={({ target }) => parts.onText(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setIsWriting(false);
          }}
        />
      ) : paragraph.text.trim() === '' ? (
        <p className={styles.empty}>{words.empty}</p>
      ) : (
        <p className={styles.text}>{paragraph.said.map(saidOf)}</p>
      )}
      <div className={styles.below} lang={language}>
        <Button
          size="small"
          appearance="subtle"
          className={styles.edit}
          aria-label={`${isWriting ? words.done : words.edit}: ${name}`}
          onClick={() => setIsWriting(!isWriting)}
        >
          {isWriting ? words.done : words.edit}
        </Button>
        {paragraph.isEdited ? <Chip>{words.changed}</Chip> : null}
        {paragraph.isEdited || isOwn ? (
          <Button
            size="small"
            appearance="subtle"
            className={styles.edit}
            aria-label={`${isOwn ? words.remove : words.restore}: ${name}`}
            onClick={() => {
              setIsWriting(false);
              parts.onRestore();
            }}
          >
            {isOwn ? words.remove : words.restore}
          </Button>
        ) : null}
        {paragraph.isBehind ? <span className={styles.behind}>{words.behind}</span> : null}
      </div>
    </div>
  );

  function saidOf(part: Paragraph['said'][number], n: number) {
    if (typeof part === 'string') return part;
    return (
      // Two parts of a sentence may say the same words.
      <Link
        key={`${part.of} ${n}`}
        inline
        as="button"
        data-number
        className={styles.number}
        onClick={() => parts.onOpen(part.of)}
      >
        {part.words}
      </Link>
    );
  }
}

type Names = Readonly<
  Record<'goals' | 'carried' | 'counts' | 'work' | 'beside' | 'proposal' | 'own', string>
>;

function nameOf({ id, source }: Paragraph, names: Names): string {
  return source === 'own' ? `${names.own} ${Number(id.slice('own-'.length)) + 1}` : names[id as keyof Names];
}
