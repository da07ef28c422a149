import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { Key } from '../basics/key.ts';
import { EmptyRows } from '../panel/RowList.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { CheckInRow, sameAsLast, type Telling } from './CheckInRow.tsx';
import { type CheckInGroup as Group, missingIn } from './checkIns.ts';

const useStyles = makeStyles({
  group: { marginTop: tokens.spacingVerticalM },
  // The whole heading opens and folds; a finger needs 44 pixels.
  fold: {
    width: '100%',
    minHeight: '44px',
    paddingInline: 0,
    justifyContent: 'flex-start',
    textAlign: 'start',
    columnGap: tokens.spacingHorizontalXS,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  count: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  all: { marginTop: tokens.spacingVerticalXS, '@media (pointer: coarse)': { minHeight: '44px' } },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** The lines of one place. A unit's stand folded under those of its department: it tells of them itself. */
export function CheckInGroup(parts: {
  group: Group;
  isFoldable: boolean;
  tellings: ReadonlyMap<Key, Telling>;
  /** Undefined for whoever may only read. */
  onTell: ((some: readonly (readonly [Key, Telling | undefined])[]) => void) | undefined;
}) {
  const styles = useStyles();
  const { checkIns: words } = useLaterText();
  const id = useId();
  const [isOpen, setIsOpen] = useState(!parts.isFoldable);
  const { tellings, onTell } = parts;
  const { unit, lines } = parts.group;
  const same = lines.flatMap((line) => {
    const last = tellings.has(line.subjectKey) ? undefined : sameAsLast(line);
    return last ? [[line.subjectKey, last] as const] : [];
  });
  return (
    <section className={styles.group} aria-labelledby={parts.isFoldable ? id : undefined}>
      {parts.isFoldable ? (
        <h3 id={id} className={styles.title}>
          <Button
            appearance="transparent"
            className={styles.fold}
            icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <span className={styles.name}>{unit.title}</span>
            <span className={styles.count}>· {words.missing(missingIn(lines).length, lines.length)}</span>
          </Button>
        </h3>
      ) : null}
      {isOpen && onTell && same.length > 0 ? (
        <Button size="small" className={styles.all} onClick={() => onTell(same)}>
          {words.sameForAll}
        </Button>
      ) : null}
      {isOpen && lines.length === 0 ? <EmptyRows>{words.none}</EmptyRows> : null}
      {isOpen && lines.length > 0 ? (
        // Safari drops the list role of an unmarked list; the role keeps "list, 4 items" for its readers.
        // oxlint-disable-next-line jsx-a11y/no-redundant-roles
        <ul role="list" aria-label={words.linesOf(unit.title)} className={styles.list}>
          {lines.map((line) => (
            <CheckInRow
              key={line.subjectKey}
              line={line}
              telling={tellings.get(line.subjectKey)}
              onTell={onTell && ((telling) => onTell([[line.subjectKey, telling]]))}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
