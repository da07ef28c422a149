import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { RowLink } from '../panel/RowLink.tsx';
import { Row, RowList } from '../panel/RowList.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import type { FactName } from './facts.ts';
import type { Overview, OverviewRow } from './overview.ts';
import { useLeavingDrawer } from './useLeavingDrawer.tsx';

/** The departments behind a number of the headline, each with its own part of it. */
export function SumBehind(parts: {
  overview: Overview;
  name: FactName;
  onRoom: (unitKey: Key) => void;
  onClose: () => void;
}) {
  const text = useLaterText();
  const [isOpen, setIsOpen] = useState(true);
  const leaving = useLeavingDrawer(() => setIsOpen(false), parts);
  const { behind } = text.overview;
  const title = behind.sums[parts.name];

  function factOf(row: OverviewRow): string {
    switch (parts.name) {
      case 'held':
        return behind.goals(row.cells.filter(({ state }) => state === 'assigned').length);
      case 'hasAssigned':
        return row.cells.some(({ unitsHolding }) => unitsHolding > 0) ? behind.yes : behind.no;
      case 'hasOwnActivity':
        return row.own > 0 ? behind.yes : behind.no;
      case 'activities':
        return text.overview.total(row);
      case 'ordinary':
        return text.overview.total({ counted: row.ordinary });
    }
  }

  return (
    <SideDrawer title={title} isOpen={isOpen} onDismiss={() => setIsOpen(false)} onClosed={leaving.onClosed}>
      <RowList label={title}>
        {parts.overview.departments.map((row) => (
          <Row
            key={row.unit.key}
            title={<RowLink onOpen={() => leaving.goTo(row.unit.key)}>{row.unit.title}</RowLink>}
            facts={row.isCounted ? factOf(row) : text.overview.notCounted}
          />
        ))}
      </RowList>
    </SideDrawer>
  );
}
