import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import type { Key } from '../basics/key.ts';
import { useIsPrinting } from '../panel/useIsPrinting.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { MapLineCells } from './MapLineCells.tsx';
import type { Overview, OverviewCell, OverviewRow } from './overview.ts';
import { linesOf } from './overviewFilter.ts';
import { useGridKeys } from './useGridKeys.tsx';

/** Two lines of words and their air; every line is as high, so that thousands need not be measured. */
const lineHeight = 64;
/** The least that names and words need. */
const nameWidth = 148;
const goalWidth = 128;
/** So many lines cost nothing to draw at once; beyond them only what is looked at is drawn. */
const mostAtOnce = 100;

const useStyles = makeStyles({
  frame: {
    overflow: 'auto',
    maxHeight: 'calc(100vh - 96px)',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // What is walked to comes out from under the names and the goals.
    scrollPaddingTop: '72px',
    scrollPaddingLeft: `${nameWidth}px`,
    '@media print': { overflow: 'visible', maxHeight: 'none' },
  },
  head: {
    display: 'grid',
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { position: 'static' },
  },
  name: {
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  // The departments' names stay where they are while the goals pass.
  first: { position: 'sticky', left: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground2 },
  body: { position: 'relative' },
  line: { display: 'grid', width: '100%', boxSizing: 'border-box', breakInside: 'avoid' },
});

/** Departments down, goals across, words in every cell. A department opens to its units; a cell to the rows behind it. */
export function OverviewMap(parts: {
  overview: Overview;
  onCell: (row: OverviewRow, cell: OverviewCell) => void;
  onRoom: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { overview } = parts;
  const [open, setOpen] = useState<ReadonlySet<Key>>(new Set());
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  // On paper there is no window to scroll: everything is drawn.
  const isPrinting = useIsPrinting();
  const lines = useMemo(() => linesOf(overview, open), [overview, open]);
  const isWindowed = lines.length > mostAtOnce && !isPrinting;
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame,
    estimateSize: () => lineHeight,
    overscan: 8,
    enabled: isWindowed,
  });
  const keys = useGridKeys(lines.length, overview.goals.length + 1, (line) => {
    if (isWindowed) virtualizer.scrollToIndex(line);
  });
  const goals = overview.goals.length;
  const columns = isPrinting
    ? `minmax(0, 1.3fr) repeat(${goals}, minmax(0, 1fr))`
    : `minmax(${nameWidth}px, 1.3fr) repeat(${goals}, minmax(${goalWidth}px, 1fr))`;
  const shown = isWindowed
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : lines.map((_, index) => ({ index, start: undefined }));

  function toggle(key: Key): void {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }

  return (
    <div ref={setFrame} className={styles.frame}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the one tab stop is the cell that was walked to last */}
      <div
        ref={keys.grid}
        role="treegrid"
        aria-label={text.overview.map}
        aria-rowcount={lines.length + 1}
        aria-colcount={overview.goals.length + 1}
        style={isPrinting ? {} : { minWidth: nameWidth + goalWidth * goals }}
        onKeyDown={keys.onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: columns }}>
          <span role="columnheader" className={mergeClasses(styles.name, styles.first)}>
            {text.overview.department}
          </span>
          {overview.goals.map((goal) => (
            <span key={goal.key} role="columnheader" className={styles.name}>
              {goal.title}
            </span>
          ))}
        </div>
        <div
          role="rowgroup"
          className={styles.body}
          style={isWindowed ? { height: virtualizer.getTotalSize() } : {}}
        >
          {shown.map(({ index, start }) => {
            const line = lines[index];
            if (!line) return null;
            return (
              <div
                key={`${line.level} ${line.row.unit.key}`}
                role="row"
                aria-rowindex={index + 2}
                aria-level={line.level}
                {...(line.level === 1 && line.row.units.length > 0 ? { 'aria-expanded': line.isOpen } : {})}
                className={styles.line}
                style={{
                  gridTemplateColumns: columns,
                  ...(isPrinting ? { minHeight: lineHeight } : { height: lineHeight }),
                  ...(start === undefined
                    ? {}
                    : { position: 'absolute', transform: `translateY(${start}px)` }),
                }}
              >
                <MapLineCells
                  line={line}
                  index={index}
                  cellKeys={keys.cell}
                  onToggle={() => toggle(line.row.unit.key)}
                  onRoom={() => parts.onRoom(line.row.unit.key)}
                  onCell={(cell) => parts.onCell(line.row, cell)}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
