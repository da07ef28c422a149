import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddRegular, ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import { Chip } from '../panel/Chip.tsx';
import { RowLink } from '../panel/RowLink.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { leaderOf } from './leader.ts';
import type { Unit } from './unit.ts';
import type { UnitTree } from './unitTree.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  inner: {
    marginInlineStart: '15px',
    paddingInlineStart: tokens.spacingHorizontalS,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { marginInlineStart: '7px', paddingInlineStart: tokens.spacingHorizontalXS },
  },
  row: {
    position: 'relative',
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  toggle: {
    position: 'relative',
    zIndex: 1,
    minWidth: '32px',
    flexShrink: 0,
    '@media (pointer: coarse)': { minHeight: '44px', minWidth: '44px' },
  },
  leaf: { width: '32px', flexShrink: 0, '@media (pointer: coarse)': { width: '44px' } },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalXXS },
  facts: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  closed: { '& button': { color: tokens.colorNeutralForeground3 } },
  more: { marginBlock: tokens.spacingVerticalXS },
});

/** As many as are drawn of one place's own at a time: a flat organisation of thousands must not hold the screen. */
const pageSize = 100;

export type TreeLook = {
  readonly tree: UnitTree;
  readonly isOpen: (unitKey: Key) => boolean;
  /** What a search leaves, and what is closed and not wanted. */
  readonly isShown: (unit: Unit) => boolean;
  readonly onToggle: (unitKey: Key) => void;
  readonly onOpen: (unitKey: Key) => void;
  /** Left out where the site lets nobody add. */
  readonly onAdd?: ((parentKey: Key) => void) | undefined;
};

/** The units of one place and, where they are opened, those below: lists within lists, as screen readers count them. */
export function UnitTreeRows({
  units,
  look,
  label,
}: {
  units: readonly Unit[];
  look: TreeLook;
  label: string;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const [most, setMost] = useState(pageSize);
  const shown = units.filter(look.isShown);
  const left = shown.length - most;
  return (
    <>
      {/* Safari drops the list role of an unmarked list. */}
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" aria-label={label} className={styles.list}>
        {shown.slice(0, most).map((unit) => (
          <UnitTreeRow key={unit.key} unit={unit} look={look} />
        ))}
      </ul>
      {left > 0 ? (
        <Button
          size="small"
          appearance="subtle"
          className={styles.more}
          onClick={() => setMost(most + pageSize)}
        >
          {text.organisation.more(Math.min(left, pageSize))}
        </Button>
      ) : null}
    </>
  );
}

function UnitTreeRow({ unit, look }: { unit: Unit; look: TreeLook }) {
  const styles = useStyles();
  const { organisation: words } = useLaterText();
  const { tree, onAdd } = look;
  const below = (tree.below.get(unit.key) ?? []).filter(look.isShown);
  const isOpen = below.length > 0 && look.isOpen(unit.key);
  const leader = leaderOf(unit);
  const facts = [
    words.levels[unit.level],
    words.characters[unit.character].toLowerCase(),
    leader ? words.headIs(leader.name) : unit.level === 'region' ? '' : words.noHead,
    words.below(tree.sizes.get(unit.key) ?? 0),
  ];
  return (
    <li>
      <div className={mergeClasses(styles.row, !unit.active && styles.closed)}>
        {below.length > 0 ? (
          <Button
            size="small"
            appearance="subtle"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-label={isOpen ? words.shutBelow(unit.title) : words.openBelow(unit.title)}
            icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
            onClick={() => look.onToggle(unit.key)}
          />
        ) : (
          <span className={styles.leaf} />
        )}
        <div className={styles.words}>
          <RowLink onOpen={() => look.onOpen(unit.key)}>{unit.title}</RowLink>{' '}
          {unit.active ? null : <Chip>{words.closed}</Chip>}
          <div className={styles.facts}>{facts.filter(Boolean).join(' · ')}</div>
        </div>
        {onAdd && unit.active ? (
          <Button
            size="small"
            appearance="subtle"
            className={styles.toggle}
            aria-label={words.addBelow(unit.title)}
            title={words.addBelow(unit.title)}
            icon={<AddRegular />}
            onClick={() => onAdd(unit.key)}
          />
        ) : null}
      </div>
      {isOpen ? (
        <div className={styles.inner}>
          <UnitTreeRows units={below} look={look} label={unit.title} />
        </div>
      ) : null}
    </li>
  );
}
