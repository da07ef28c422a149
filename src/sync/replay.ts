import type { Change } from '../basics/change.ts';
import { keyOf } from '../basics/change.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import type { Command } from '../commands.ts';
import { apply, overlay, type Tables, type World } from '../world.ts';

/** What the screen shows, and which pending commands the newest records no longer allow. */
export type Replayed = {
  readonly world: World;
  readonly refusals: ReadonlyMap<string, Refusal>;
  /** What each command that is allowed changes, after those before it. */
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  /** Keys of the records that pending commands touch: shown, but not yet on the site. */
  readonly unsent: ReadonlySet<string>;
};

/** What a command changes in a world, or why it is refused. */
export type Decide = (command: Command, world: World) => Change[] | Refusal;

/** [S1] The view is the confirmed records with the pending commands decided anew on top. Pure, and cheap: nothing below is copied. */
export function replay(confirmed: Tables, pending: readonly Command[], decide: Decide): Replayed {
  const world = overlay(confirmed);
  const refusals = new Map<string, Refusal>();
  const changes = new Map<string, readonly Change[]>();
  const unsent = new Set<string>();
  for (const command of pending) {
    const answer = decide(command, world);
    if (isRefusal(answer)) {
      refusals.set(command.key, answer);
      continue;
    }
    changes.set(command.key, answer);
    for (const change of answer) {
      unsent.add(keyOf(change));
      apply(change, world);
    }
  }
  return { world, refusals, changes, unsent };
}
