import { Button, makeStyles } from '@fluentui/react-components';
import type { Consultation } from '../assignments/consultation.ts';
import type { Key } from '../basics/key.ts';
import type { UnitCoverage } from '../followup/coverage.ts';
import { RowLink } from '../panel/RowLink.tsx';
import { Row, RowList } from '../panel/RowList.tsx';
import { useText } from '../text/TextProvider.tsx';
import type { Unit } from './unit.ts';

const useStyles = makeStyles({ button: { '@media (pointer: coarse)': { minHeight: '44px' } } });

/** The units right below a room: what each holds and says of it, with assigning beside those that lack goals. */
export function UnitList(parts: {
  units: readonly UnitCoverage[];
  consultationOf: (unit: Unit) => Consultation;
  goalsToAssign: number;
  /** False where the site does not let the user hand anything down. */
  canAssign: boolean;
  onOpen: (unitKey: Key) => void;
  onAssign: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const text = useText();
  return (
    <RowList label={text.units.title}>
      {parts.units.map(({ unit, goals, activities }) => (
        <Row
          key={unit.key}
          title={<RowLink onOpen={() => parts.onOpen(unit.key)}>{unit.title}</RowLink>}
          facts={[text.units.standing(goals.length, activities), saidBy(unit)].filter(Boolean).join(' · ')}
          aside={
            parts.canAssign && goals.length < parts.goalsToAssign ? (
              <Button
                size="small"
                className={styles.button}
                aria-label={text.steps.assignTo(unit.title)}
                onClick={() => parts.onAssign(unit.key)}
              >
                {text.steps.assignShort}
              </Button>
            ) : null
          }
        />
      ))}
    </RowList>
  );

  function saidBy(unit: Unit): string {
    const { standing, latest } = parts.consultationOf(unit);
    if (standing === 'discuss') return text.units.discuss;
    return standing === 'agreed' ? text.units.agreed(latest) : '';
  }
}
