import type { StuckCommand } from '../sync/snapshot.ts';
import type { FullText } from '../text/svLater.ts';

/** Why a command stopped, and where that is known, who can mend it. */
export function whyStuck(stuck: StuckCommand['stuck'], text: FullText): string {
  if (stuck.why === 'refused') return text.refused(stuck.refusal.refused, stuck.refusal.limit ?? 0);
  if (stuck.reason === 'forbidden') return text.waiting.forbidden;
  return stuck.reason === 'notFound' ? text.waiting.notFound : text.waiting.invalid;
}
