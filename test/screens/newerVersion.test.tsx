import { fireEvent, screen, waitFor } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { appVersion, newerBuild } from '../../src/setup/appVersion.ts';
import { openTab, type Tab } from './openTab.ts';

const user = userEvent.setup({ delay: null });
let tab: Tab | undefined;
afterEach(() => tab?.close());

const own = /\(([0-9a-f]{7})\)/.exec(appVersion)?.[1] ?? '';
const says = (build: string) => () => Response.json({ version: '0.2.0', build });
const newer = 'En nyare version är klar. Ladda om när det passar.';

/** The tab comes to the front again. */
function toFront() {
  fireEvent.focus(window);
}

describe('[T25] version.json', () => {
  it.each([
    ['another build', { version: '9.9.9', build: '0123456' }, '0123456'],
    ['the same build', { version: '9.9.9', build: own }, undefined],
    ['a page in its place', '<html>', undefined],
    ['another form', { version: 1 }, undefined],
    ['a build that is none', { version: '1', build: '<script>' }, undefined],
    ['nothing', null, undefined],
  ])('%s', (_, said, found) => {
    expect(newerBuild(said)).toBe(found);
  });
});

describe('[T26] a newer version on the host', () => {
  async function open() {
    tab = await openTab();
    await screen.findByRole('heading', { name: 'Regionservice' });
    // What comes behind the first frame has come.
    await screen.findByRole('button', { name: 'Mer' });
    return tab;
  }

  it('is said when the tab comes to the front, and can be put off', async () => {
    const opened = await open();
    opened.answerTo('version.json', says('0123456'));
    await waitFor(() => {
      toFront();
      expect(screen.getByText(newer)).toBeDefined();
    });
    await user.click(screen.getByRole('button', { name: 'Senare' }));
    expect(screen.queryByText(newer)).toBeNull();
  });

  it('is nothing while the host has the same, or says nothing', async () => {
    const opened = await open();
    let asked = 0;
    opened.answerTo('version.json', () => {
      asked += 1;
      return asked === 1 ? new Response('', { status: 404 }) : says(own)();
    });
    await waitFor(() => {
      fireEvent(window, new Event('vite:preloadError'));
      expect(asked).toBeGreaterThan(1);
    });
    expect(screen.queryByText(newer)).toBeNull();
  });

  it('is said when a part of the tab is not there any more', async () => {
    const opened = await open();
    opened.answerTo('version.json', says('0123456'));
    await waitFor(() => {
      fireEvent(window, new Event('vite:preloadError'));
      expect(screen.getByText(newer)).toBeDefined();
    });
  });

  it('[T26] does not take away what is being written without a word', async () => {
    const opened = await open();
    await user.click(screen.getByRole('button', { name: 'Logga aktivitet' }));
    const field = await screen.findByRole('textbox', { name: 'Vad gör ni?' });
    await user.type(field, 'Cykelförråd');
    opened.answerTo('version.json', says('0123456'));
    await waitFor(() => {
      toFront();
      expect(screen.getByText(newer)).toBeDefined();
    });
    fireEvent.click(screen.getByText('Ladda om'));
    expect(await screen.findByText(/^Du har skrivit något som inte är sparat/)).toBeDefined();
    expect(screen.getByText('Ladda om ändå')).toBeDefined();
    expect((field as HTMLInputElement).value).toBe('Cykelförråd');
  });
});
