import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Goal } from '../goals/goal.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Cell, MatrixRow } from './matrix.ts';
import { TickBox, type Ticked } from './TickBox.tsx';

export const useRowStyles = makeStyles({
  row: {
    display: 'grid',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minHeight: '44px',
  },
  // What is not in sight is not drawn: hundreds of units stay as quick as ten.
  long: { contentVisibility: 'auto', containIntrinsicBlockSize: 'auto 56px' },
  first: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineEnd: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  hit: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    // The focus ring of a box at the edge is not cut off.
    paddingLeft: tokens.spacingHorizontalXS,
    cursor: 'pointer',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  words: {
    // Under the name and not under its box.
    paddingLeft: '28px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  cell: { display: 'grid', minWidth: 0 },
  center: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalXS,
    cursor: 'pointer',
    // A frame and no fill: in high contrast a filled cell would swallow its words and its box.
    ':hover': { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}` },
  },
  note: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
});

/** A unit with its ticks. `marks` says for each cell whether it is ticked, as one word, so that other rows need not be drawn again. */
export const AssignRow = memo(function AssignRow(parts: {
  row: MatrixRow;
  goals: readonly Goal[];
  n: number;
  marks: string;
  words: string;
  columns: string;
  isLong: boolean;
  /** The column whose tick can be reached by Tab; -1 where it stands in another row. */
  reached: number;
  onTick: (cells: readonly Cell[], to: boolean) => void;
}) {
  const styles = useRowStyles();
  const text = useLaterText();
  const { row, n, marks } = parts;
  const { unit, cells } = row;
  return (
    <div
      role="row"
      aria-rowindex={n + 1}
      className={mergeClasses(styles.row, parts.isLong && styles.long)}
      style={{ gridTemplateColumns: parts.columns }}
    >
      <div role="rowheader" className={styles.first}>
        <label className={styles.hit}>
          <TickBox
            isHeader
            label={text.assign.allTo(unit.title)}
            ticked={ofAll(marks)}
            spot={{ row: n, column: 0 }}
            isReached={parts.reached === 0}
            onTick={(to) => parts.onTick(cells, to)}
          />
          <span className={styles.name}>{unit.title}</span>
        </label>
        {parts.words ? <span className={styles.words}>{parts.words}</span> : null}
      </div>
      {cells.map((cell, column) => {
        const isTicked = marks[column] === '1';
        const note = noteOf(cell, isTicked);
        const noteId = `note-${n}-${column}`;
        return (
          <div key={cell.goalKey} role="gridcell" className={styles.cell}>
            <label className={styles.center}>
              <TickBox
                label={text.assign.cell(parts.goals[column]?.title ?? '', unit.title)}
                ticked={isTicked}
                spot={{ row: n, column: column + 1 }}
                isReached={parts.reached === column + 1}
                describedBy={note === '' ? undefined : noteId}
                onTick={(to) => parts.onTick([cell], to)}
              />
              {note === '' ? null : (
                <span id={noteId} className={styles.note}>
                  {note}
                </span>
              )}
            </label>
          </div>
        );
      })}
    </div>
  );

  function noteOf({ standing }: Cell, isTicked: boolean): string {
    if (standing === 'requested') return text.assign.asked;
    return standing === 'assigned' && !isTicked ? text.assign.goes : '';
  }
});

/** What a header's tick shows of the cells under it. */
export function ofAll(marks: string): Ticked {
  if (!marks.includes('0')) return marks !== '';
  return marks.includes('1') ? 'mixed' : false;
}
