import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type CSSProperties, memo } from 'react';
import type { Spot } from '../assignments/gridWalk.ts';
import type { Key } from '../basics/key.ts';
import type { FullText } from '../text/svLater.ts';
import type { OverviewCell, OverviewRow } from './overview.ts';
import type { MapLine } from './overviewFilter.ts';
import { toneOf } from './tone.ts';

const useStyles = makeStyles({
  // Nothing of a line reaches out of it: what is drawn anew is the line alone.
  row: {
    display: 'grid',
    width: '100%',
    boxSizing: 'border-box',
    breakInside: 'avoid',
    contain: 'layout style',
  },
  part: {
    boxSizing: 'border-box',
    minWidth: 0,
    height: '100%',
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'start',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
  },
  cell: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    overflow: 'hidden',
    borderLeft: `3px solid transparent`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  // The edge helps the eye; the words say everything.
  done: { borderLeftColor: tokens.colorPaletteGreenBorder2 },
  open: { borderLeftColor: tokens.colorPaletteYellowBorder2 },
  none: { borderLeftColor: tokens.colorNeutralStroke1 },
  first: {
    position: 'sticky',
    '@media print': { position: 'static' },
    left: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    borderLeftStyle: 'none',
    overflow: 'hidden',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  unit: { paddingLeft: tokens.spacingHorizontalXXXL },
  name: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  department: { fontWeight: tokens.fontWeightSemibold },
  line: {
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    '@media print': { whiteSpace: 'normal' },
  },
  work: { color: tokens.colorNeutralForeground2 },
  chevron: { flexShrink: 0 },
});

/** One line of the map: whose it is, and a cell for each goal. Drawn anew only when something of its own has changed. */
export const MapLineRow = memo(function MapLineRow(parts: {
  line: MapLine;
  index: number;
  style: CSSProperties;
  words: FullText['overview'];
  /** Which of its cells is the map's tab stop. */
  stop: number | undefined;
  onStop: (at: Spot) => void;
  onToggle: (unitKey: Key) => void;
  onRoom: (unitKey: Key) => void;
  onCell: (row: OverviewRow, cell: OverviewCell) => void;
}) {
  const styles = useStyles();
  const { index, stop, words, line } = parts;
  const { row, level, isOpen } = line;
  const { unit } = row;
  const canOpen = level === 1 && row.units.length > 0;
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  const reached = (column: number) => ({
    'data-cell': `${index}:${column}`,
    tabIndex: stop === column ? 0 : -1,
    onFocus: () => parts.onStop({ row: index, column }),
  });
  const press = () => (canOpen ? parts.onToggle(unit.key) : parts.onRoom(unit.key));
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={level}
      {...(canOpen ? { 'aria-expanded': isOpen } : {})}
      className={styles.row}
      style={parts.style}
    >
      {/* A button may not be the head of a row. */}
      <div
        role="rowheader"
        {...reached(0)}
        tabIndex={stop === 0 ? 0 : -1}
        className={mergeClasses(styles.part, styles.first, level === 2 && styles.unit)}
        onClick={press}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          press();
        }}
      >
        {canOpen ? <Chevron aria-hidden className={styles.chevron} /> : null}
        <span className={mergeClasses(styles.name, level === 1 && styles.department)} title={unit.title}>
          {unit.title}
        </span>
      </div>
      {row.cells.map((cell, n) => {
        const held = row.isCounted ? words.held(cell, row.units.length > 0) : words.notCounted;
        const work = row.isCounted ? words.work(cell) : '';
        const status = cell.status ? words.statuses[cell.status] : '';
        const all = [held, work, status].filter(Boolean).join(', ');
        return (
          <button
            key={cell.goal.key}
            type="button"
            role="gridcell"
            {...reached(n + 1)}
            aria-label={words.cell(unit.title, cell.goal.title, all)}
            title={all}
            className={mergeClasses(styles.part, styles.cell, styles[toneOf(cell)])}
            onClick={() => parts.onCell(row, cell)}
          >
            <span className={styles.line}>{held}</span>
            {work || status ? ' ' : ''}
            <span className={mergeClasses(styles.line, styles.work)}>
              {[work, status].filter(Boolean).join(' · ')}
            </span>
          </button>
        );
      })}
    </div>
  );
});
