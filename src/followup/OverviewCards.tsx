import { Button, makeStyles } from '@fluentui/react-components';
import type { Key } from '../basics/key.ts';
import { RowLink } from '../panel/RowLink.tsx';
import { Row, RowList } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Overview, OverviewCell, OverviewRow } from './overview.ts';

const useStyles = makeStyles({
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** The map where there is no room for columns: a department at a time, its goals one under the other. */
export function OverviewCards(parts: {
  overview: Overview;
  onCell: (row: OverviewRow, cell: OverviewCell) => void;
  onRoom: (unitKey: Key) => void;
}) {
  const styles = useStyles();
  const { overview: words } = useLaterText();
  return parts.overview.departments.map((row) => (
    <Section
      key={row.unit.key}
      title={row.unit.title}
      aside={
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          aria-label={words.behind.open(row.unit.title)}
          onClick={() => parts.onRoom(row.unit.key)}
        >
          {words.behind.openShort}
        </Button>
      }
    >
      <RowList label={row.unit.title}>
        {row.cells.map((cell) => (
          <Row
            key={cell.goal.key}
            title={<RowLink onOpen={() => parts.onCell(row, cell)}>{cell.goal.title}</RowLink>}
            facts={
              row.isCounted
                ? [
                    words.held(cell, row.units.length > 0),
                    words.work(cell),
                    cell.status ? words.statuses[cell.status] : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')
                : words.notCounted
            }
          />
        ))}
      </RowList>
    </Section>
  ));
}
