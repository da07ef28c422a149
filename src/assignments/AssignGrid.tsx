import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { AssignRow, ofAll, useRowStyles } from './AssignRow.tsx';
import { type Spot, walked } from './gridWalk.ts';
import { type Cell, isTicked, type Matrix, type Wants } from './matrix.ts';
import { TickBox } from './TickBox.tsx';

const useStyles = makeStyles({
  // The matrix scrolls in itself and never the page; its headers stay, and what is walked to does not hide under them.
  scroller: {
    flexGrow: 1,
    flexShrink: 1,
    minHeight: '200px',
    overflow: 'auto',
    scrollPaddingTop: '96px',
    scrollPaddingLeft: '196px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  corner: { justifyContent: 'flex-end' },
  goal: {
    justifyContent: 'flex-end',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'break-word',
    hyphens: 'auto',
    minWidth: 0,
    paddingBlock: tokens.spacingVerticalS,
  },
  goalWords: { maxWidth: '100%' },
  all: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

const firstWidth = 188;
const goalWidth = 116;
/** From here on rows out of sight are not drawn. */
const longFrom = 40;

/** Units down, goals across: one tab stop, walked by arrows like a table of figures, ticked by Space. */
export function AssignGrid(parts: {
  label: string;
  matrix: Matrix;
  wants: Wants;
  /** Where one comes in. */
  start: Spot;
  wordsOf: (row: Matrix['rows'][number]) => string;
  onTick: (cells: readonly Cell[], to: boolean) => void;
}) {
  const styles = useStyles();
  const row = useRowStyles();
  const text = useLaterText();
  const grid = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(parts.start);
  const { goals, rows } = parts.matrix;
  const columns = `minmax(${firstWidth}px, 1.5fr) repeat(${goals.length}, minmax(${goalWidth}px, 1fr))`;
  const size = { rows: rows.length + 1, columns: goals.length + 1 };
  const marks = rows.map(({ cells }) =>
    cells.map((cell) => (isTicked(cell, parts.wants) ? '1' : '0')).join(''),
  );
  const isLong = rows.length > longFrom;

  function walk(event: React.KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const from = spotOf(event.target);
    const to = from && walked(from, event.key, event.ctrlKey, size);
    if (!to) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus();
  }

  return (
    <div className={styles.scroller}>
      {/* The keys are its ticks' own; the grid hears them on their way up. */}
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={parts.label}
        aria-rowcount={size.rows}
        aria-colcount={size.columns}
        style={{ minWidth: `${firstWidth + goalWidth * goals.length}px` }}
        onKeyDown={walk}
        onFocus={(event) => setReached(spotOf(event.target) ?? reached)}
      >
        <div
          role="row"
          aria-rowindex={1}
          className={mergeClasses(row.row, styles.head)}
          style={{ gridTemplateColumns: columns }}
        >
          <div role="columnheader" className={mergeClasses(row.first, styles.corner)}>
            <label className={row.hit}>
              <TickBox
                isHeader
                label={text.assign.all}
                ticked={ofAll(marks.join(''))}
                spot={{ row: 0, column: 0 }}
                isReached={isReached(0) === 0}
                onTick={(to) =>
                  parts.onTick(
                    rows.flatMap(({ cells }) => cells),
                    to,
                  )
                }
              />
              <span className={styles.all}>{text.assign.all}</span>
            </label>
          </div>
          {goals.map((goal, column) => (
            <div key={goal.key} role="columnheader" className={row.cell}>
              <label className={mergeClasses(row.center, styles.goal)}>
                <span className={styles.goalWords}>{goal.title}</span>
                <TickBox
                  isHeader
                  label={text.assign.toAll(goal.title)}
                  ticked={ofAll(marks.map((one) => one[column]).join(''))}
                  spot={{ row: 0, column: column + 1 }}
                  isReached={isReached(0) === column + 1}
                  onTick={(to) =>
                    parts.onTick(
                      rows.flatMap(({ cells }) => cells[column] ?? []),
                      to,
                    )
                  }
                />
              </label>
            </div>
          ))}
        </div>
        {rows.map((one, n) => (
          <AssignRow
            key={one.unit.key}
            row={one}
            goals={goals}
            n={n + 1}
            marks={marks[n] ?? ''}
            words={parts.wordsOf(one)}
            columns={columns}
            isLong={isLong}
            reached={isReached(n + 1)}
            onTick={parts.onTick}
          />
        ))}
      </div>
    </div>
  );

  /** The column of the row's tick that Tab leads to; -1: none of them. */
  function isReached(n: number): number {
    // Rows and columns may have gone since it was reached.
    const at = {
      row: Math.min(reached.row, size.rows - 1),
      column: Math.min(reached.column, size.columns - 1),
    };
    return at.row === n ? at.column : -1;
  }
}

function spotOf(target: EventTarget): Spot | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const { row, column } = target.dataset;
  return row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) };
}
