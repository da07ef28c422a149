import type { FrameLocator, Locator } from 'playwright-core';
import type { Asked } from './wire.ts';

/** What people do in the tab over and over, by what they see. */

/** Writes an activity on the quick line of a meeting's panel. */
export async function writeLine(tab: FrameLocator, title: string): Promise<void> {
  const line = tab.getByRole('textbox', { name: 'Vad gör ni?' });
  await line.fill(title);
  // The goal that was chosen last stays chosen.
  const chosen = tab.getByRole('button', { name: 'Avfall', exact: true, pressed: true });
  if ((await chosen.count()) === 0) await tab.getByRole('button', { name: 'Avfall', exact: true }).click();
  await line.press('Enter');
}

/** The row of the activity in the page's list: all of a room, or what was logged in a meeting. */
export function lineOf(tab: FrameLocator, title: string): Locator {
  const list = tab.getByRole('list', { name: /^(?:Aktiviteter|Loggat i mötet)$/ });
  return list.getByRole('listitem').filter({ has: tab.getByRole('button', { name: title, exact: true }) });
}

export async function openActivity(tab: FrameLocator, title: string): Promise<Locator> {
  await lineOf(tab, title).getByRole('button', { name: title, exact: true }).click();
  const drawer = tab.getByRole('dialog', { name: 'Aktivitet' });
  await drawer.getByRole('textbox', { name: 'Vad gör ni?' }).waitFor();
  return drawer;
}

/** Opens "Väntar och behöver dig" by the mark at the top. */
export async function openWaiting(tab: FrameLocator, mark: string | RegExp): Promise<Locator> {
  await tab.getByRole('button', { name: mark }).click();
  const drawer = tab.getByRole('dialog', { name: 'Väntar och behöver dig' });
  await drawer.waitFor();
  return drawer;
}

export const saved = (tab: FrameLocator): Promise<void> => tab.getByText('Sparat ✓').waitFor();

/** The writing of a new activity with this title. */
export const isCreationOf =
  (title: string) =>
  (one: Asked): boolean =>
    one.method === 'POST' && one.path.endsWith('/items') && one.body.includes(JSON.stringify(title));
export const isTally = (one: Asked): boolean => one.method !== 'GET' && one.body.includes('"Packed"');
export const isReading = (one: Asked): boolean => one.method === 'GET';
/** An activity is looked up by the key that the client made. */
export const isLookup = (one: Asked): boolean =>
  one.method === 'GET' && /fields\/Key eq '[0-9a-f]{8}-/.test(one.path);
