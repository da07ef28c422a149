import type { Refusal } from '../basics/refusal.ts';
import type { Command, Wish } from '../commands.ts';

/** [F37] True where a reason is all that is missing: a closed period itself is never changed, whatever the reason. */
export function isCorrectable(wish: Wish, refusal: Refusal | undefined): boolean {
  if (refusal?.refused !== 'periodClosed') return false;
  if (wish.do === 'takeBack') return wish.changes.every(({ list }) => list !== 'periods');
  return wish.do !== 'savePeriod' && wish.do !== 'closePeriod';
}

/** The wish without its signature: it is signed anew. */
export function unsigned(command: Command): Wish {
  const { key: _key, by: _by, on: _on, order: _order, group: _group, ...wish } = command;
  return wish;
}

/** [F37] True while a reason is what is missing, or what is wrong. */
export function needsReason(refusal: Refusal | undefined): boolean {
  return refusal?.refused === 'periodClosed' || refusal?.field === 'correction';
}
