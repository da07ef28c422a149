import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShown } from '../../../standin/teams/useShown.ts';

let root: Root;
let goodbyes: (() => void)[];
const leave = () => new Promise<void>((resolve) => void goodbyes.push(resolve));
const leaveOnce = (): Promise<void> => leave();

function Shown({ wanted }: { wanted: string }) {
  const { shown, visit } = useShown({ wanted }, wanted, leaveOnce);
  return `${shown.wanted} ${visit}`;
}

const want = (wanted: string) => act(async () => root.render(<Shown wanted={wanted} />));
const sayGoodbye = () => act(async () => goodbyes.shift()?.());
const screen = () => document.body.textContent;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<div></div>';
  root = createRoot(document.body.firstElementChild ?? document.body);
  goodbyes = [];
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

describe('what the window shows', () => {
  it('is what is wanted, at once for the first time and then when the tab that is there may go', async () => {
    await want('Kost');
    expect(screen()).toBe('Kost 0');
    await want('Service');
    expect(screen()).toBe('Kost 0');
    await sayGoodbye();
    expect(screen()).toBe('Service 1');
    expect(goodbyes).toEqual([]);
  });

  it('is what is wanted last, when that changes while a tab is left', async () => {
    for (const place of ['Kost', 'Service', 'Stab', 'HR']) await want(place);
    expect(goodbyes).toHaveLength(1);
    await sayGoodbye();
    expect(screen()).toBe('HR 1');
  });

  it('is another visit when one comes back to where one was: the tab has been told that it is left', async () => {
    for (const place of ['Kost', 'Service', 'Kost']) await want(place);
    await sayGoodbye();
    expect(screen()).toBe('Kost 1');
    await want('Service');
    await sayGoodbye();
    expect(screen()).toBe('Service 2');
  });
});
