import { useWorld } from '../sync/useWorld.ts';
import { useEnvironment } from '../useEnvironment.tsx';
import { type Role, roleIn, strategistsIn } from './roles.ts';
import type { Unit } from './unit.ts';

/** What the user is to the room; without one, to the whole. It decides what is shown first, never what is allowed. */
export function useRole(room?: Unit): Role {
  const { world } = useWorld();
  const { host } = useEnvironment();
  return roleIn(world.units, room, strategistsIn(world.settings), host.context.person.id);
}
