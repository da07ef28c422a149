import type { ListName } from '../basics/change.ts';
import type { Command } from '../commands.ts';
import type { Stored } from '../world.ts';
import type { Stuck } from './outbox.ts';

/** What the tabs of one person tell each other. Each is already on disk, or need not be. */
export type TabMessage =
  | { readonly kind: 'swap'; readonly removed: readonly string[]; readonly added: readonly Command[] }
  | { readonly kind: 'stuck'; readonly key: string; readonly why: Stuck | undefined }
  | {
      readonly kind: 'records';
      readonly stored: readonly Stored[];
      readonly gone: readonly { readonly list: ListName; readonly key: string }[];
    };

/**
 * Only this origin's own pages are on the channel, so a message is what one of our tabs made; an older or newer version
 * of the app may say things that we do not know, and they are left alone.
 */
export function readMessage(raw: unknown): TabMessage | undefined {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return undefined;
  const isKnown = raw.kind === 'swap' || raw.kind === 'stuck' || raw.kind === 'records';
  return isKnown ? (raw as TabMessage) : undefined;
}
