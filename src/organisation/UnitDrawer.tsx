import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Key } from '../basics/key.ts';
import { inNewOrder } from '../basics/order.ts';
import { PlanDrawer } from '../panel/PlanDrawer.tsx';
import { usePlanForm } from '../panel/usePlanForm.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { planOf, type UnitPlan } from './saveUnit.ts';
import { unitsBelow } from './tree.ts';
import type { Unit } from './unit.ts';
import { UnitFields, unitFields } from './UnitFields.tsx';

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

export type UnitStep = 'move' | 'merge' | 'close';

/** One place of the organisation: its name, kind and heads to change, and what else can be done with it. */
export function UnitDrawer(parts: {
  unit: Unit;
  year: number;
  canChange: boolean;
  onStep: (step: UnitStep) => void;
  onRoom: (unitKey: Key) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const { organisation } = useLaterText();
  const words = organisation.acts;
  const store = useStore();
  const { world } = useWorld();
  const { unit, year, canChange } = parts;
  const { key: unitKey, level } = unit;
  const form = usePlanForm<UnitPlan>({
    first: planOf(unit),
    isNew: false,
    save: (to, was) => store.dispatch({ do: 'saveUnit', year, roomKey: unitKey, unitKey, level, was, to }),
  });
  const beside = unit.parentKey === null ? [] : unitsBelow(world.units, unit.parentKey);
  const place = beside.findIndex(({ key }) => key === unitKey);

  async function step(by: -1 | 1) {
    await store.dispatchAll(
      inNewOrder(beside, unitKey, by).map(({ row: one, order }) => ({
        do: 'saveUnit',
        year,
        roomKey: one.key,
        unitKey: one.key,
        level: one.level,
        was: planOf(one),
        to: { ...planOf(one), order },
      })),
    );
  }

  async function reopen() {
    const was = planOf(unit);
    const to = { ...was, active: true };
    await store.dispatch({ do: 'saveUnit', year, roomKey: unitKey, unitKey, level, was, to });
    form.leaving.close();
  }

  const act = (label: string, onAct: () => void, isDisabled = false) => (
    <Button className={styles.button} disabled={isDisabled} onClick={onAct}>
      {label}
    </Button>
  );
  return (
    <PlanDrawer
      title={unit.title}
      form={form}
      fields={unitFields}
      canSave={canChange}
      onClosed={parts.onClose}
    >
      <UnitFields form={form} canChange={canChange} />
      <div role="group" aria-label={words.label} className={styles.acts}>
        {act(words.open, () => form.leaveFor(() => parts.onRoom(unitKey)))}
        {canChange && unit.active && beside.length > 1 ? (
          <>
            {act(words.up, () => void step(-1), place <= 0)}
            {act(words.down, () => void step(1), place === beside.length - 1)}
          </>
        ) : null}
        {canChange && unit.active && unit.parentKey !== null ? (
          <>
            {act(words.move, () => form.leaveFor(() => parts.onStep('move')))}
            {level === 'board' ? null : act(words.merge, () => form.leaveFor(() => parts.onStep('merge')))}
            {act(words.close, () => form.leaveFor(() => parts.onStep('close')))}
          </>
        ) : null}
        {canChange && !unit.active ? act(words.reopen, () => void reopen()) : null}
      </div>
    </PlanDrawer>
  );
}
