import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { type Command, decide } from '../commands.ts';
import { apply, overlay, type Tables, type World } from '../world.ts';

/** What the screen shows, and which pending commands the newest records no longer allow. */
export type Replayed = {
  readonly world: World;
  readonly refusals: ReadonlyMap<string, Refusal>;
  /** Keys of the records that pending commands touch: shown, but not yet on the site. */
  readonly unsent: ReadonlySet<string>;
};

/** [S1] The view is the confirmed records with the pending commands decided anew on top. Pure, and cheap: nothing below is copied. */
export function replay(confirmed: Tables, pending: readonly Command[]): Replayed {
  const world = overlay(confirmed);
  const refusals = new Map<string, Refusal>();
  const unsent = new Set<string>();
  for (const command of pending) {
    const answer = decide(command, world);
    if (isRefusal(answer)) {
      refusals.set(command.key, answer);
      continue;
    }
    for (const change of answer) {
      unsent.add(change.kind === 'create' ? change.row.key : change.key);
      apply(change, world);
    }
  }
  return { world, refusals, unsent };
}
