import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ActivityRows } from '../activities/ActivityRows.tsx';
import type { Key } from '../basics/key.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { Section } from '../panel/Section.tsx';
import { RowLink } from '../panel/RowLink.tsx';
import { EmptyRows, Row, RowList } from '../panel/RowList.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Overview, OverviewCell, OverviewRow } from './overview.ts';
import { rowsBehind } from './rowsBehind.ts';
import { useLeavingDrawer } from './useLeavingDrawer.tsx';

const useStyles = makeStyles({
  goal: { marginTop: 0, color: tokens.colorNeutralForeground2 },
});

/** What stands behind a cell of the map: who holds the goal, and what is done for it. Read when it is asked for. */
export function RowsBehind(parts: {
  overview: Overview;
  row: OverviewRow;
  cell: OverviewCell;
  onRoom: (unitKey: Key) => void;
  onActivity: (activityKey: Key) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world, unsent } = useWorld();
  const [isOpen, setIsOpen] = useState(true);
  const leaving = useLeavingDrawer(() => setIsOpen(false), parts);
  const [reading, setReading] = useState<'under way' | 'done' | 'failed'>('under way');
  const { overview, row, cell } = parts;
  const { year } = overview;
  const roomKey = row.unit.departmentKey;

  useEffect(() => {
    let isShown = true;
    const tell = (how: 'done' | 'failed') => isShown && setReading(how);
    store.visit([{ year, roomKey }]).then(
      () => tell('done'),
      () => tell('failed'),
    );
    return () => {
      isShown = false;
    };
  }, [store, year, roomKey]);

  const { holders, activities } = rowsBehind(world, year, row, cell.goal);
  const { behind } = text.overview;
  return (
    <SideDrawer
      title={row.unit.title}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={leaving.onClosed}
    >
      <p className={styles.goal}>{cell.goal.title}</p>
      {reading === 'under way' ? <Spinner label={behind.loading} /> : null}
      {reading === 'failed' ? <EmptyRows>{behind.failed}</EmptyRows> : null}
      {reading === 'done' ? (
        <>
          <Section title={behind.holders}>
            {holders.length === 0 ? (
              <EmptyRows>{behind.nobody}</EmptyRows>
            ) : (
              <RowList label={behind.holders}>
                {holders.map((unit) => (
                  <Row
                    key={unit.key}
                    title={<RowLink onOpen={() => leaving.goTo(unit.key)}>{unit.title}</RowLink>}
                    facts={unit.key === row.unit.key && row.units.length > 0 ? behind.itself : undefined}
                  />
                ))}
              </RowList>
            )}
          </Section>
          <Section title={behind.activities}>
            {activities.length === 0 ? (
              <EmptyRows>{behind.none}</EmptyRows>
            ) : (
              <ActivityRows
                label={behind.activities}
                activities={activities}
                world={world}
                unsent={unsent}
                onOpen={parts.onActivity}
              />
            )}
          </Section>
        </>
      ) : null}
    </SideDrawer>
  );
}
