import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab | undefined;
afterEach(() => tab?.close());

async function log(words: string): Promise<void> {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Logga aktivitet' }));
  await user.click(await screen.findByLabelText(/Vad gör ni\?/));
  await user.paste(words);
  await user.click(within(screen.getByRole('dialog')).getByText('Minskat avfall', { selector: 'button' }));
  await user.click(screen.getByText('Spara', { selector: 'button' }));
  // In the list, not only in the field where it was written.
  await screen.findByRole('button', { name: words });
}

async function msToLeave({ told }: Tab): Promise<number> {
  const began = performance.now();
  await told.leave();
  return performance.now() - began;
}

it('a host that leaves waits for what is on its way to the site, and not a moment longer', async () => {
  tab = await openTab();
  await log('Källsorterar i köket');
  expect(await msToLeave(tab)).toBeLessThan(1900);
  expect(await msToLeave(tab)).toBeLessThan(100);
});

it('and at most two seconds where the site does not answer: the device keeps what is unsent', async () => {
  tab = await openTab();
  await screen.findByRole('button', { name: 'Logga aktivitet' });
  tab.answerAll(() => Promise.reject(new TypeError('Failed to fetch')));
  await log('Lagar i stället för att köpa nytt');
  const ms = await msToLeave(tab);
  expect(ms).toBeGreaterThan(1900);
  expect(ms).toBeLessThan(4000);
});
