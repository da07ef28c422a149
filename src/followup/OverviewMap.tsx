import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useCallback, useMemo, useState } from 'react';
import type { Key } from '../basics/key.ts';
import { useIsPrinting } from '../panel/useIsPrinting.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { MapLineRow } from './MapLineRow.tsx';
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
});

/** Departments down, goals across, words in every cell. A department opens to its units; a cell to the rows behind it. */
export function OverviewMap(parts: {
  overview: Overview;
  onCell: (row: OverviewRow, cell: OverviewCell) => void;
  onRoom: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const { overview: words } = useLaterText();
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
    overscan: 4,
    // Something to draw before the frame has been measured.
    initialRect: { width: 0, height: 640 },
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

  const styleAt = useMemo(() => {
    const known = new Map<number | undefined, CSSProperties>();
    // A style of its own each time would draw each line anew.
    return (start: number | undefined): CSSProperties => {
      const style = known.get(start) ?? {
        gridTemplateColumns: columns,
        ...(isPrinting ? { minHeight: lineHeight } : { height: lineHeight }),
        ...(start === undefined ? {} : { position: 'absolute', transform: `translateY(${start}px)` }),
      };
      known.set(start, style);
      return style;
    };
  }, [columns, isPrinting]);

  const toggle = useCallback((key: Key) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);

  return (
    <div ref={setFrame} className={styles.frame}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the one tab stop is the cell that was walked to last */}
      <div
        ref={keys.grid}
        role="treegrid"
        aria-label={words.map}
        aria-rowcount={lines.length + 1}
        aria-colcount={overview.goals.length + 1}
        style={isPrinting ? {} : { minWidth: nameWidth + goalWidth * goals }}
        onKeyDown={keys.onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: columns }}>
          <span role="columnheader" className={mergeClasses(styles.name, styles.first)}>
            {words.department}
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
              <MapLineRow
                key={`${line.level} ${line.row.unit.key}`}
                line={line}
                index={index}
                style={styleAt(start)}
                words={words}
                stop={keys.stopIn(index)}
                onStop={keys.onStop}
                onToggle={toggle}
                onRoom={parts.onRoom}
                onCell={parts.onCell}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
