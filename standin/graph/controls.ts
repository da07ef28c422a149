import type { MeteredCall, Used } from './meter.ts';
import type { Tenant } from './tenant.ts';
import type { Throttling } from './throttle.ts';
import type { List } from './listBook.ts';

/** What a person would arrange in SharePoint or Entra, and what a test wants to know; none of it has a Graph path. */
export type Controls = {
  /** A list's version history, by id or displayName. On at first, as for a new list in SharePoint. */
  setVersioning(list: string, isOn: boolean): void;
  /** `ownersWrite`: the list's inheritance is broken, members and visitors only read. */
  restrictList(list: string, access: 'inherited' | 'ownersWrite'): void;
  /** Continuous access evaluation: the person's tokens are challenged until one answers. */
  challenge(personId: string): void;
  /** Takes effect with the next call; what has been used so far counts on. */
  setThrottling(throttling: Throttling): void;
  /** Empties every budget's window. */
  forgetThrottling(): void;
  /** What has been used since the last resetMeter. */
  units(): Used;
  /** The latest ten thousand calls, each with its units and bytes. */
  calls(): readonly MeteredCall[];
  resetMeter(): void;
};

export function controlsOf(tenant: Tenant): Controls {
  const found = (name: string): List => {
    const list = tenant.lists.find(tenant.directory.siteId() ?? '', name);
    if (!list) throw new Error(`There is no list ${name}.`);
    return list;
  };
  return {
    setVersioning: (list, isOn) => void tenant.lists.set(found(list), { versioning: isOn ? 'on' : 'off' }),
    restrictList: (list, access) => void tenant.lists.set(found(list), { access }),
    challenge: (personId) => tenant.challenges.open(personId),
    setThrottling: (throttling) => tenant.throttle.set(throttling),
    forgetThrottling: () => tenant.throttle.reset(),
    units: () => tenant.meter.used(),
    calls: () => tenant.meter.calls(),
    resetMeter: () => tenant.meter.reset(),
  };
}
