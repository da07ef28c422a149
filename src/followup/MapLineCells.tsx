import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useLaterText } from '../text/useLaterText.tsx';
import type { OverviewCell } from './overview.ts';
import type { MapLine } from './overviewFilter.ts';
import { toneOf } from './tone.ts';
import type { useGridKeys } from './useGridKeys.tsx';

const useStyles = makeStyles({
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

/** What stands in one line of the map: whose it is, and a cell for each goal. */
export function MapLineCells(parts: {
  line: MapLine;
  index: number;
  cellKeys: ReturnType<typeof useGridKeys>['cell'];
  onToggle: () => void;
  onRoom: () => void;
  onCell: (cell: OverviewCell) => void;
}) {
  const styles = useStyles();
  const { overview } = useLaterText();
  const { row, level, isOpen } = parts.line;
  const canOpen = level === 1 && row.units.length > 0;
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  return (
    <>
      <button
        type="button"
        role="rowheader"
        {...parts.cellKeys(parts.index, 0)}
        className={mergeClasses(styles.part, styles.first, level === 2 && styles.unit)}
        onClick={canOpen ? parts.onToggle : parts.onRoom}
      >
        {canOpen ? <Chevron aria-hidden className={styles.chevron} /> : null}
        <span className={mergeClasses(styles.name, level === 1 && styles.department)} title={row.unit.title}>
          {row.unit.title}
        </span>
      </button>
      {row.cells.map((cell, n) => {
        const held = row.isCounted ? overview.held(cell, row.units.length > 0) : overview.notCounted;
        const work = row.isCounted ? overview.work(cell) : '';
        const status = cell.status ? overview.statuses[cell.status] : '';
        const words = [held, work, status].filter(Boolean).join(', ');
        return (
          <button
            key={cell.goal.key}
            type="button"
            role="gridcell"
            {...parts.cellKeys(parts.index, n + 1)}
            aria-label={overview.cell(row.unit.title, cell.goal.title, words)}
            title={words}
            className={mergeClasses(styles.part, styles.cell, styles[toneOf(cell)])}
            onClick={() => parts.onCell(cell)}
          >
            <span className={styles.line}>{held}</span>
            <span className={mergeClasses(styles.line, styles.work)}>
              {[work, status].filter(Boolean).join(' · ')}
            </span>
          </button>
        );
      })}
    </>
  );
}
