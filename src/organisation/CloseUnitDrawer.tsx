import { Text } from '@fluentui/react-components';
import { standingWith } from '../followup/moving.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { planOf } from './saveUnit.ts';
import { StepDrawer } from './StepDrawer.tsx';
import type { Unit } from './unit.ts';
import { useStandingOf } from './useStandingOf.tsx';

/** A unit is closed: what it has is told, and what becomes of that. */
export function CloseUnitDrawer(parts: {
  unit: Unit;
  year: number;
  onBack: () => void;
  onClose: () => void;
}) {
  const { organisation } = useLaterText();
  const words = organisation.close;
  const { world } = useWorld();
  const { unit, year } = parts;
  const reading = useStandingOf(year, [unit.key]);
  const there = standingWith(world, year, [unit]);
  const held = there.assignments.filter(({ state }) => state === 'assigned').length;
  return (
    <StepDrawer
      title={words.title(unit.title)}
      saveLabel={words.save}
      back={{ label: unit.title, onBack: parts.onBack }}
      reading={reading}
      wishes={() => {
        const was = planOf(unit);
        const to = { ...was, active: false };
        const { key: unitKey, level } = unit;
        return [{ do: 'saveUnit', year, roomKey: unitKey, unitKey, level, was, to }];
      }}
      onClosed={parts.onClose}
    >
      {reading.at === 'read' ? <Text>{words.has(held, there.activities.length, year)}</Text> : null}
      <Text>{words.means}</Text>
      {held + there.activities.length > 0 ? <Text>{words.instead}</Text> : null}
    </StepDrawer>
  );
}
