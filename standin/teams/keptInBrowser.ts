import * as v from 'valibot';
import { type Configured, readConfigured } from './pages.ts';

/** What the window remembers between visits. Storage may be closed or hold nonsense; then it starts anew. */

const welcomedKey = 'kaskad.standin.welcomed';
const configuredKey = (tenantId: string) => `kaskad.standin.tabs.${tenantId}`;

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // a browser that blocks storage: every visit is the first
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // the choice holds until the page is closed, which is all a blocked storage allows
  }
}

export function wasWelcomed(): boolean {
  return read(welcomedKey) === 'yes';
}

export function rememberWelcomed(): void {
  write(welcomedKey, 'yes');
}

/** By channel; null where the tab has been taken away. */
export type ConfiguredTabs = Readonly<Record<string, Configured | null>>;

export function readConfiguredTabs(tenantId: string, tabOrigin: string): ConfiguredTabs {
  try {
    const kept = v.parse(
      v.record(v.string(), v.unknown()),
      JSON.parse(read(configuredKey(tenantId)) ?? '{}'),
    );
    const tabs: Record<string, Configured | null> = {};
    for (const [channel, value] of Object.entries(kept)) {
      const tab = value === null ? null : readConfigured(value, tabOrigin);
      if (tab !== undefined) tabs[channel] = tab;
    }
    return tabs;
  } catch {
    return {};
  }
}

export function keepConfiguredTabs(tenantId: string, tabs: ConfiguredTabs): void {
  write(configuredKey(tenantId), JSON.stringify(tabs));
}
