import { Button } from '@fluentui/react-components';
import type { Key } from '../basics/key.ts';
import type { UnitCoverage } from '../followup/coverage.ts';
import { RowLink } from '../panel/RowLink.tsx';
import { Row, RowList } from '../panel/RowList.tsx';
import { useText } from '../text/TextProvider.tsx';

/** The units right below a room: what each holds, with assigning beside those that lack goals. */
export function UnitList(parts: {
  units: readonly UnitCoverage[];
  goalsToAssign: number;
  onOpen: (unitKey: Key) => void;
  onAssign: (unitKey: Key) => void;
}) {
  const text = useText();
  return (
    <RowList label={text.units.title}>
      {parts.units.map(({ unit, goals, activities }) => (
        <Row
          key={unit.key}
          title={<RowLink onOpen={() => parts.onOpen(unit.key)}>{unit.title}</RowLink>}
          facts={text.units.standing(goals.length, activities)}
          aside={
            goals.length < parts.goalsToAssign ? (
              <Button
                size="small"
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
}
