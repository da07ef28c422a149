import { type Change, weigh } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { changedByBoth, type Refusal } from '../basics/refusal.ts';
import type { Settings } from './setting.ts';

/** Remember something for the whole organisation. Only those who own the site may: SharePoint says so, not we. */
export type SaveSetting = {
  readonly do: 'saveSetting';
  readonly year: number;
  readonly roomKey: Key;
  readonly settingKey: Key;
  /** What its author saw there; `null` where there was nothing. */
  readonly was: string | null;
  readonly to: string;
};

/** [O11] Saving the same again changes nothing, and what somebody else has saved meanwhile is not overwritten unseen. */
export function saveSetting(
  { settingKey, was, to }: SaveSetting,
  { settings }: { readonly settings: Settings },
): Change[] | Refusal {
  const setting = settings.get(settingKey);
  if (!setting) {
    const row = { key: settingKey, title: settingKey, removed: false, value: to };
    return [{ kind: 'create', list: 'settings', row }];
  }
  // What was taken away stands as nothing.
  const fields = setting.removed
    ? { removed: { was: true, to: false }, value: { was: setting.value, to } }
    : { value: { was, to } };
  const weighed = weigh('settings', setting, fields);
  return 'fields' in weighed ? changedByBoth(weighed) : weighed;
}
