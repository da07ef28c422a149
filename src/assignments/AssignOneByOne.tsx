import { Button, makeStyles, Select, Subtitle2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { type Cell, isTicked, type Matrix, type Wants } from './matrix.ts';
import { TickBox } from './TickBox.tsx';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: {
    flexGrow: 1,
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  steps: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  step: { minWidth: 0, '@media (pointer: coarse)': { minHeight: '44px' } },
  name: { display: 'block', marginTop: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  words: {
    marginBlock: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: 'none', marginBlock: tokens.spacingVerticalS, marginInline: 0, padding: 0 },
  tick: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '44px',
    // Room for the focus ring.
    paddingLeft: tokens.spacingHorizontalXS,
    overflowWrap: 'anywhere',
    cursor: 'pointer',
  },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  all: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  jump: { marginTop: tokens.spacingVerticalS },
});

/** More units than this are chosen by name, not by stepping to them. */
const jumpFrom = 8;

/** Where a matrix has no room: one unit at a time, with the goals as a list of ticks. */
export function AssignOneByOne(parts: {
  matrix: Matrix;
  wants: Wants;
  /** The unit that one comes for. */
  start: number;
  wordsOf: (row: Matrix['rows'][number]) => string;
  onTick: (cells: readonly Cell[], to: boolean) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { goals, rows } = parts.matrix;
  const [at, setAt] = useState(parts.start);
  const n = Math.min(at, rows.length - 1);
  const row = rows[n];
  if (!row) return null;
  const { unit, cells } = row;
  const ticked = cells.filter((cell) => isTicked(cell, parts.wants)).length;
  const words = parts.wordsOf(row);
  return (
    <>
      {rows.length > 1 ? (
        <div className={styles.place}>
          <span className={styles.count} aria-live="polite">
            {text.assign.place(unit.level, n + 1, rows.length)}
          </span>
          <span className={styles.steps}>
            <Button
              className={styles.step}
              size="small"
              disabledFocusable={n === 0}
              onClick={() => setAt(Math.max(0, n - 1))}
            >
              {text.assign.previous}
            </Button>
            <Button
              className={styles.step}
              size="small"
              disabledFocusable={n === rows.length - 1}
              onClick={() => setAt(Math.min(rows.length - 1, n + 1))}
            >
              {text.assign.next}
            </Button>
          </span>
        </div>
      ) : null}
      {rows.length > jumpFrom ? (
        <Select
          className={styles.jump}
          aria-label={text.assign.choose(unit.level)}
          value={String(n)}
          onChange={(_, { value }) => setAt(Number(value))}
        >
          {rows.map((one, place) => (
            <option key={one.unit.key} value={place}>
              {one.unit.title}
            </option>
          ))}
        </Select>
      ) : (
        <Subtitle2 as="h3" className={styles.name} style={{ marginBottom: 0 }}>
          {unit.title}
        </Subtitle2>
      )}
      {words ? <p className={styles.words}>{words}</p> : null}
      {/* Safari drops the list role of an unmarked list. */}
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" className={styles.list} aria-label={unit.title}>
        <li className={styles.all}>
          <label className={styles.tick}>
            <TickBox
              label={text.assign.allTo(unit.title)}
              ticked={ticked === cells.length ? true : ticked === 0 ? false : 'mixed'}
              onTick={(to) => parts.onTick(cells, to)}
            />
            {text.assign.allTo(unit.title)}
          </label>
        </li>
        {cells.map((cell, column) => {
          const isOn = isTicked(cell, parts.wants);
          const goal = goals[column]?.title ?? '';
          const note =
            cell.standing === 'requested'
              ? text.assign.asked
              : cell.standing === 'assigned' && !isOn
                ? text.assign.goes
                : '';
          return (
            <li key={cell.name}>
              <label className={styles.tick}>
                <TickBox
                  label={text.assign.cell(goal, unit.title)}
                  ticked={isOn}
                  describedBy={note === '' ? undefined : `note-${column}`}
                  onTick={(to) => parts.onTick([cell], to)}
                />
                <span>
                  {goal}
                  {note === '' ? null : (
                    <span id={`note-${column}`} className={styles.note}>
                      {` (${note})`}
                    </span>
                  )}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}
