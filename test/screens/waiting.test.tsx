import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab;
const recipes = 'Nya recept minskar svinnet från matproduktionen';
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));

afterEach(() => {
  tab.close();
  vi.restoreAllMocks();
});

const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

async function logOffline(title: string) {
  tab = await openTab();
  const user = userEvent.setup({ delay: null });
  await screen.findByText('Sparat ✓');
  tab.answerAll(noNetwork);
  await user.click(await screen.findByRole('button', { name: 'Logga aktivitet' }));
  await user.click(await screen.findByLabelText(/Vad gör ni\?/));
  await user.paste(title);
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Minskat avfall' }));
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  await gone();
  return user;
}

async function openWaiting(user: ReturnType<typeof userEvent.setup>, mark: string | RegExp) {
  await user.click(await screen.findByRole('button', { name: mark }));
  return within(await screen.findByRole('dialog', { name: 'Väntar och behöver dig' }));
}

describe('what waits', () => {
  it('is seen with what, where and when, and sent when it is tried again', async () => {
    const user = await logOffline('Utan nät');
    const drawer = await openWaiting(user, 'Frånkopplad: 1 väntar');
    const line = drawer.getByRole('listitem', { name: 'Ny aktivitet: ”Utan nät”' });
    expect(line.textContent).toContain('Regionservice · 25 augusti 2023');
    expect(drawer.getByText(/Det går inte att nå SharePoint just nu/)).toBeDefined();
    tab.answerAll(undefined);
    await user.click(drawer.getByRole('button', { name: 'Försök nu' }));
    expect(await drawer.findByText('Allt är sparat. Inget väntar på att skickas.')).toBeDefined();
    await colleague(tab.tenant).sees('Utan nät');
  });

  it('can be changed in its place, with words beside the field and nothing typed lost', async () => {
    const user = await logOffline('Utan nät');
    const drawer = await openWaiting(user, /Frånkopplad/);
    await user.click(drawer.getByRole('button', { name: 'Ändra' }));
    const field = drawer.getByLabelText<HTMLTextAreaElement>(/Vad gör ni\?/);
    expect(field.value).toBe('Utan nät');
    await user.clear(field);
    await user.paste('x'.repeat(256));
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await drawer.findByText(/Högst 255 tecken får plats\./);
    expect(field.value).toHaveLength(256);
    await user.clear(field);
    await user.type(field, 'Bättre ord{Enter}');
    await drawer.findByText('Ny aktivitet: ”Bättre ord”');
    tab.answerAll(undefined);
    await user.click(drawer.getByRole('button', { name: 'Försök nu' }));
    await drawer.findByText('Allt är sparat. Inget väntar på att skickas.');
    await colleague(tab.tenant).sees('Bättre ord');
  });

  it('is changed where it stands when it was sent in the middle of a word', async () => {
    const user = await logOffline('Utan nät');
    const drawer = await openWaiting(user, /Frånkopplad/);
    await user.click(drawer.getByRole('button', { name: 'Ändra' }));
    await user.type(drawer.getByLabelText(/Vad gör ni\?/), ' alls');
    tab.answerAll(undefined);
    await user.click(drawer.getByRole('button', { name: 'Försök nu' }));
    await drawer.findByText(/Raden hann skickas medan du skrev/);
    expect(drawer.getByLabelText<HTMLTextAreaElement>(/Vad gör ni\?/).value).toBe('Utan nät alls');
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await waitFor(() => colleague(tab.tenant).sees('Utan nät alls'));
  });

  it('is taken away only after saying that it cannot be had back', async () => {
    const user = await logOffline('Utan nät');
    const drawer = await openWaiting(user, /Frånkopplad/);
    await user.click(drawer.getByRole('button', { name: 'Ta bort' }));
    expect(drawer.getByText('Ta bort för gott? Den går inte att få tillbaka.')).toBeDefined();
    await user.click(drawer.getByRole('button', { name: 'Behåll' }));
    expect(drawer.getByText('Ny aktivitet: ”Utan nät”')).toBeDefined();
    await user.click(drawer.getByRole('button', { name: 'Ta bort' }));
    await user.click(drawer.getByRole('button', { name: 'Ja, ta bort' }));
    await drawer.findByText('Allt är sparat. Inget väntar på att skickas.');
    expect(screen.queryByText('Utan nät')).toBeNull();
  });

  it('the mark opens the page also when everything is saved', async () => {
    tab = await openTab();
    const drawer = await openWaiting(userEvent.setup({ delay: null }), 'Sparat ✓');
    expect(drawer.getByText('Allt är sparat. Inget väntar på att skickas.')).toBeDefined();
    expect(drawer.queryByRole('button', { name: 'Spara som fil' })).toBeNull();
  });

  it('a busy SharePoint is waited for; the seconds are counted for the eye, and not said aloud', async () => {
    tab = await openTab();
    await screen.findByText('Sparat ✓');
    tab.answerAll(() => new Response('', { status: 429, headers: { 'Retry-After': '40' } }));
    window.dispatchEvent(new Event('online'));
    const mark = await screen.findByRole('button', { name: 'Väntar på SharePoint' });
    expect(mark.textContent).toMatch(/^Väntar på SharePoint, försöker igen om \d+ s$/);
    expect(mark.closest('[role="status"]')).not.toBeNull();
  });
});

describe('what needs somebody', () => {
  it('a line that the site refuses has its reason, and can be tried again or taken away', async () => {
    tab = await openTab({ person: 'Olof Wiklund' });
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: 'Logga aktivitet' }));
    await user.click(await screen.findByLabelText(/Vad gör ni\?/));
    await user.paste('Revisorns rad');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Minskat avfall' }));
    await user.click(screen.getByRole('button', { name: 'Spara' }));
    await gone();
    expect(await screen.findByText('En rad kunde inte sparas.')).toBeDefined();
    const drawer = await openWaiting(user, 'Behöver dig');
    const line = within(drawer.getByRole('listitem', { name: 'Ny aktivitet: ”Revisorns rad”' }));
    expect(line.getByText(/Du har inte rätt att ändra i listan\./)).toBeDefined();
    expect(line.getByRole('button', { name: 'Försök igen' })).toBeDefined();
    await user.click(line.getByRole('button', { name: 'Ta bort' }));
    await user.click(line.getByRole('button', { name: 'Ja, ta bort' }));
    await drawer.findByText('Allt är sparat. Inget väntar på att skickas.');
  });

  it.each([
    ['Behåll mitt', 'Min rubrik'],
    ['Behåll deras', 'Deras rubrik'],
  ])('two who changed the same field see both; %s', async (choice, after) => {
    tab = await openTab();
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: recipes }));
    const form = within(await screen.findByRole('dialog'));
    await colleague(tab.tenant).changes(recipes, { Title: 'Deras rubrik' });
    await user.clear(form.getByLabelText(/Vad gör ni\?/));
    await user.type(form.getByLabelText(/Vad gör ni\?/), 'Min rubrik');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    const drawer = await openWaiting(user, 'Behöver dig');
    const line = within((await drawer.findAllByRole('listitem'))[0] ?? document.body);
    expect(line.getByText('Rubrik')).toBeDefined();
    expect(line.getByText('Mitt').nextSibling?.textContent).toBe('Min rubrik');
    expect(line.getByText('Deras').nextSibling?.textContent).toBe('Deras rubrik');
    await user.click(line.getByRole('button', { name: choice }));
    await drawer.findByText('Allt är sparat. Inget väntar på att skickas.');
    await colleague(tab.tenant).sees(after);
  });
});

describe('leaving the device', () => {
  it('all that is unsent is had as a file, in words and whole', async () => {
    const user = await logOffline('Utan nät');
    const drawer = await openWaiting(user, /Frånkopplad/);
    const files: Blob[] = [];
    // jsdom has no addresses for files.
    URL.createObjectURL = (file) => `blob:${files.push(file as Blob)}`;
    URL.revokeObjectURL = () => {};
    let name = '';
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      name = this.download;
    });
    await user.click(drawer.getByRole('button', { name: 'Spara som fil' }));
    expect(name).toBe('kaskad-ej-sparat-2023-08-25.json');
    const text = await new Promise((done) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => done(reader.result));
      reader.readAsText(files[0] ?? new Blob());
    });
    expect(JSON.parse(String(text))).toMatchObject({
      lines: [
        {
          what: 'Ny aktivitet: ”Utan nät”',
          where: 'Regionservice · 25 augusti 2023',
          by: 'Anders Ekholm',
          command: { do: 'logActivity', title: 'Utan nät', goalKeys: ['avfall'] },
        },
      ],
    });
  });

  it('says what will be lost, can be left, and then forgets everything', async () => {
    const user = await logOffline('Utan nät');
    const drawer = await openWaiting(user, /Frånkopplad/);
    await user.click(drawer.getByRole('button', { name: 'Glöm den här enheten' }));
    const step = within(screen.getByRole('dialog', { name: 'Glöm den här enheten' }));
    expect(step.getByText(/^En rad är inte skickad\. Den försvinner för gott\./)).toBeDefined();
    expect(step.getByRole('button', { name: 'Spara som fil' })).toBeDefined();
    await user.click(step.getByRole('button', { name: 'Tillbaka' }));
    await user.click(drawer.getByRole('button', { name: 'Glöm den här enheten' }));
    await user.click(step.getByRole('button', { name: 'Glöm enheten' }));
    expect(await screen.findByRole('heading', { name: 'Den här enheten har glömt' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Ladda om' })).toBeDefined();
  });
});
