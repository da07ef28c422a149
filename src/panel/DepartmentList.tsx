import { makeStyles, tokens } from '@fluentui/react-components';
import type { Key } from '../basics/key.ts';
import { departmentTally } from '../followup/departmentTally.ts';
import { departmentsOf } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';
import { useWorld } from '../sync/useWorld.ts';
import { PageTitle } from './PageTitle.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { RecountLine } from './RecountLine.tsx';
import { RowLink } from './RowLink.tsx';
import { EmptyRows, Row, RowList } from './RowList.tsx';

const useStyles = makeStyles({
  intro: { marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
});

/** Where no department is chosen: all of them, in the organisation's own order. */
export function DepartmentList({ year, onOpen }: { year: number; onOpen: (unitKey: Key) => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const departments = departmentsOf(world.units);
  return (
    <>
      <PageTitle>{text.departments.title}</PageTitle>
      <p className={styles.intro}>{departments.length > 0 ? text.departments.intro : ''}</p>
      {departments.length === 0 ? (
        <EmptyRows>{text.departments.none}</EmptyRows>
      ) : (
        <RowList label={text.departments.title}>
          {departments.map((department) => (
            <Row
              key={department.key}
              title={<RowLink onOpen={() => onOpen(department.key)}>{department.title}</RowLink>}
              facts={factsOf(department)}
            />
          ))}
        </RowList>
      )}
      {departments.length > 0 ? <RecountLine year={year} /> : null}
    </>
  );

  function factsOf(department: Unit): string {
    const tally = departmentTally(world, year, department);
    const counts = tally && text.units.standing(tally.goals, tally.activities);
    return [counts, department.heads.head?.name].filter(Boolean).join(' · ');
  }
}
