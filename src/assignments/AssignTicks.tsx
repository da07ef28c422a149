import { Body1Strong, Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { UnitCoverage } from '../followup/coverage.ts';
import type { Goal } from '../goals/goal.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { cellOf } from './cell.ts';

const useStyles = makeStyles({
  group: {
    border: 'none',
    margin: 0,
    paddingInline: 0,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  unit: { padding: 0, float: 'left', width: '100%' },
  goals: {
    clear: 'both',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalM,
  },
  has: { color: tokens.colorNeutralForeground3 },
});

/** One group of ticks for each unit. A goal that a unit has already stands ticked and fast. */
export function AssignTicks(parts: {
  goals: readonly Goal[];
  units: readonly UnitCoverage[];
  ticked: ReadonlySet<string>;
  onTick: (cell: string) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  return parts.units.map(({ unit, goals: has }) => (
    <fieldset key={unit.key} className={styles.group}>
      <legend className={styles.unit}>
        <Body1Strong>{unit.title}</Body1Strong>
      </legend>
      <div className={styles.goals}>
        {parts.goals.map((goal) => {
          const cell = cellOf(goal.key, unit.key);
          const isHeld = has.includes(goal);
          return (
            <Checkbox
              key={goal.key}
              checked={isHeld || parts.ticked.has(cell)}
              disabled={isHeld}
              onChange={() => parts.onTick(cell)}
              label={
                <>
                  {goal.title}
                  {isHeld ? <Caption1 className={styles.has}> ({text.assign.has})</Caption1> : null}
                </>
              }
            />
          );
        })}
      </div>
    </fieldset>
  ));
}
