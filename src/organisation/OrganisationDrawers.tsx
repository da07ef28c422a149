import { lazy, Suspense } from 'react';
import type { Key } from '../basics/key.ts';
import { useWorld } from '../sync/useWorld.ts';
import { UnitDrawer, type UnitStep } from './UnitDrawer.tsx';

const AddUnitDrawer = lazy(async () => ({ default: (await import('./AddUnitDrawer.tsx')).AddUnitDrawer }));
const MoveUnitDrawer = lazy(async () => ({ default: (await import('./MoveUnitDrawer.tsx')).MoveUnitDrawer }));
const MergeUnitDrawer = lazy(async () => ({
  default: (await import('./MergeUnitDrawer.tsx')).MergeUnitDrawer,
}));
const CloseUnitDrawer = lazy(async () => ({
  default: (await import('./CloseUnitDrawer.tsx')).CloseUnitDrawer,
}));

/** What stands open over the organisation's page. */
export type OrganisationOpen =
  | { readonly what: 'add'; readonly parentKey: Key | undefined }
  | { readonly what: 'unit' | UnitStep; readonly unitKey: Key };

export function OrganisationDrawers(parts: {
  open: OrganisationOpen;
  year: number;
  canChange: boolean;
  onOpen: (open: OrganisationOpen) => void;
  onRoom: (unitKey: Key) => void;
  onClose: () => void;
}) {
  const { world } = useWorld();
  return <Suspense fallback={null}>{shown()}</Suspense>;

  function shown() {
    const { open, year, onOpen, onClose } = parts;
    if (open.what === 'add') {
      const parent = open.parentKey === undefined ? undefined : world.units.get(open.parentKey);
      return <AddUnitDrawer parent={parent} year={year} onClose={onClose} />;
    }
    const { unitKey } = open;
    const unit = world.units.get(unitKey);
    if (!unit) return null;
    const back = () => onOpen({ what: 'unit', unitKey });
    switch (open.what) {
      case 'unit':
        return (
          <UnitDrawer
            unit={unit}
            year={year}
            canChange={parts.canChange}
            onStep={(what) => onOpen({ what, unitKey })}
            onRoom={parts.onRoom}
            onClose={onClose}
          />
        );
      case 'move':
        return <MoveUnitDrawer unit={unit} onBack={back} onClose={onClose} />;
      case 'merge':
        return <MergeUnitDrawer unit={unit} onBack={back} onClose={onClose} />;
      case 'close':
        return <CloseUnitDrawer unit={unit} year={year} onBack={back} onClose={onClose} />;
    }
  }
}
