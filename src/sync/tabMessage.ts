import type { ListName } from '../basics/change.ts';
import type { Command } from '../commands.ts';
import type { Stored } from '../world.ts';
import type { Stuck } from './outbox.ts';

/** What the tabs of one person tell each other. Each is already on disk, or need not be. */
export type TabMessage =
  /** A new tab has read these commands from the disk; whoever leads answers with what does not lie there. */
  | { readonly kind: 'hello'; readonly keys: readonly string[] }
  | {
      readonly kind: 'welcome';
      readonly stuck: readonly { readonly key: string; readonly why: Stuck }[];
      /** Those of the keys that could not be taken off the disk, though they are over. */
      readonly over: readonly string[];
    }
  | { readonly kind: 'swap'; readonly removed: readonly string[]; readonly added: readonly Command[] }
  | { readonly kind: 'stuck'; readonly key: string; readonly why: Stuck | undefined }
  | {
      readonly kind: 'records';
      readonly stored: readonly Stored[];
      readonly gone: readonly { readonly list: ListName; readonly itemId: string }[];
    };

const kinds = ['hello', 'welcome', 'swap', 'stuck', 'records'] satisfies TabMessage['kind'][];

/**
 * Only this origin's own pages are on the channel, so a message is what one of our tabs made; an older or newer version
 * of the app may say things that we do not know, and they are left alone.
 */
export function readMessage(raw: unknown): TabMessage | undefined {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return undefined;
  return kinds.some((kind) => kind === raw.kind) ? (raw as TabMessage) : undefined;
}
