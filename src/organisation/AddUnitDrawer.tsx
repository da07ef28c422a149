import { Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { PlanDrawer } from '../panel/PlanDrawer.tsx';
import { usePlanForm } from '../panel/usePlanForm.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { mayStandBelow, newUnitKey, unitKeyOf, type UnitPlan } from './saveUnit.ts';
import type { Unit } from './unit.ts';
import { UnitFields, unitFields } from './UnitFields.tsx';

const levels = ['board', 'department', 'unit'] as const;
/** What most often stands below each. */
const usual = { region: 'board', board: 'department', department: 'unit', unit: 'unit' } as const;
const nobody = { head: null, acting: null, delegate: null };

/** A new place in the organisation; without a parent the region itself. */
export function AddUnitDrawer(parts: { parent: Unit | undefined; year: number; onClose: () => void }) {
  const { organisation: words } = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { parent, year } = parts;
  const [level, setLevel] = useState<Unit['level']>(parent ? usual[parent.level] : 'region');
  const parentKey = parent?.key ?? null;
  const form = usePlanForm<UnitPlan>({
    first: {
      title: '',
      parentKey,
      character:
        parent?.level === 'department' || parent?.level === 'unit' ? parent.character : 'operational',
      heads: nobody,
      active: true,
      order: nextOrder(),
    },
    isNew: true,
    save(to) {
      const unitKey = newUnitKey(world.units, parentKey, to.title);
      const roomKey = parentKey ?? unitKey;
      return store.dispatch({ do: 'saveUnit', year, roomKey, unitKey, level, was: null, to });
    },
  });
  const twin = world.units.get(unitKeyOf(parentKey, form.plan.title));
  const isClosedTwin = form.plan.title.trim() !== '' && twin !== undefined && !twin.removed && !twin.active;
  const possible = parent ? levels.filter((one) => mayStandBelow(one, parent.level)) : [];

  function nextOrder(): number {
    const beside = parent ? [...world.units.by('parent', parent.key)] : [];
    return Math.max(0, ...beside.map(({ order }) => order)) + 1;
  }

  return (
    <PlanDrawer
      title={parent ? words.add.title : words.addFirst.region}
      form={form}
      fields={unitFields}
      saveLabel={words.add.save}
      onClosed={parts.onClose}
    >
      {parent ? <Text>{words.add.under(parent.title)}</Text> : null}
      {possible.length > 1 ? (
        <Field label={words.add.level}>
          <RadioGroup
            layout="horizontal"
            value={level}
            onChange={(_, { value }) => setLevel(levels.find((one) => one === value) ?? level)}
          >
            {possible.map((one) => (
              <Radio key={one} value={one} label={words.levels[one]} />
            ))}
          </RadioGroup>
        </Field>
      ) : null}
      <UnitFields form={form} />
      {isClosedTwin ? <Text role="status">{words.add.closedTwin}</Text> : null}
    </PlanDrawer>
  );
}
