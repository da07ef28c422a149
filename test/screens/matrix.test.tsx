import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTab as open, type Tab } from './openTab.ts';
import { siteFields } from './siteFields.ts';

let opened: Tab | undefined;
const user = userEvent.setup({ delay: null });

afterEach(() => {
  vi.unstubAllGlobals();
  opened?.close();
});

async function openMatrix(where: Parameters<typeof open>[0] = {}, button = 'Fördela mål'): Promise<Tab> {
  opened = await open(where);
  await user.click(await screen.findByRole('button', { name: button }));
  await screen.findByRole('dialog', { name: 'Fördela mål' });
  return opened;
}

// By label and not by role: of a whole page of ticks, roles are slow to tell.
const tick = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: '[type=checkbox]' });
const ticked = () => [...document.querySelectorAll('[role="gridcell"] :checked')];
const press = (words: string) => user.click(screen.getByText(words, { selector: 'button' }));
const focused = () => document.activeElement?.getAttribute('aria-label');
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('the assignment matrix of a department', () => {
  it('[A10] stands ticked on first use: one save hands every goal to every unit, and one undo takes all back', async () => {
    await openMatrix({ entityId: 'department/regionstaben' });
    expect(ticked()).toHaveLength(4);
    expect(screen.getByText('4 nya · 0 tas bort')).toBeDefined();
    await press('Spara');
    await gone();
    await screen.findByText('4 fördelningar sparade.');
    await screen.findByText(/Er enhet har fått mål\./);
    await press('Ångra');
    await screen.findByText(/Inget är nerfördelat\./);
  });

  it('[A10] later shows what is held, with everything ticked only for whom nobody has thought of', async () => {
    await openMatrix();
    const grid = screen.getByRole('grid', { name: 'Mål som Regionservice fördelar' });
    expect(within(grid).getAllByRole('row')).toHaveLength(5);
    expect(within(grid).getAllByRole('columnheader')).toHaveLength(5);
    expect(ticked()).toHaveLength(16);
    expect(within(grid).getByRole('rowheader', { name: /Växel och reception/ }).textContent).toContain(
      '4 nya',
    );
    expect(screen.getByText('4 nya · 0 tas bort')).toBeDefined();
  });

  it('ticks whole rows and columns, and shows when only some are ticked', async () => {
    await openMatrix();
    await user.click(tick('Minskat avfall till Växel och reception'));
    expect(tick('Minskat avfall till alla').indeterminate).toBe(true);
    expect(tick('Alla mål till Växel och reception').indeterminate).toBe(true);
    expect(tick('Alla mål till Kost').checked).toBe(true);
    await user.click(tick('Minskat avfall till alla'));
    expect(tick('Alla mål till alla').checked).toBe(true);
    await user.click(tick('Alla mål till Växel och reception'));
    expect(screen.getByText('Inget ändrat')).toBeDefined();
    expect(screen.getByText<HTMLButtonElement>('Spara', { selector: 'button' }).disabled).toBe(true);
  });

  it('nothing is saved by closing', async () => {
    await openMatrix();
    await press('Avbryt');
    await gone();
    expect(screen.getByText(/Tre av fyra enheter har fått mål\./)).toBeDefined();
  });

  it('[A11] says what hangs on a goal before it is taken back, and saves only after a yes', async () => {
    await openMatrix({}, 'Fördela mål till Växel och reception');
    await user.click(tick('Alla mål till Växel och reception'));
    await user.click(tick('Minskat avfall till Kost'));
    const words = 'Två aktiviteter hör till målet. De finns kvar men räknas inte under målet.';
    expect(screen.getByText(words).closest('[role="status"]')).not.toBeNull();
    expect(screen.getByText('0 nya · 1 tas bort · 1 har aktiviteter')).toBeDefined();
    await press('Spara');
    const back = await screen.findByText<HTMLButtonElement>('Inte än');
    expect(document.activeElement).toBe(back);
    await user.click(back);
    expect(screen.queryByText('Spara och ta bort')).toBeNull();
    await press('Spara');
    await user.click(await screen.findByText('Spara och ta bort'));
    await gone();
    await screen.findByText('Målet är taget tillbaka.');
    // Kost holds three goals now; what it does is there, and waits.
    await screen.findByText(/Två aktiviteter väntar på att enheten får målet\./);
    await press('Ångra');
    await screen.findByText(/Fem aktiviteter är inlagda\./);
  });

  it('takes back what nothing hangs on without asking twice', async () => {
    await openMatrix({}, 'Fördela mål till Växel och reception');
    await user.click(tick('Alla mål till Växel och reception'));
    await user.click(tick('Minskade utsläpp från resor till Kost'));
    await press('Spara');
    await gone();
    expect(await screen.findByText('Målet är taget tillbaka.')).toBeDefined();
  });

  it('opened for one unit it stands in that unit’s row', async () => {
    await openMatrix({}, 'Fördela mål till Växel och reception');
    await waitFor(() => expect(focused()).toBe('Minskade utsläpp från resor till Växel och reception'));
    expect(screen.getByText('4 nya · 0 tas bort')).toBeDefined();
  });

  it('is walked by arrows, Home and End, ticked by Space, and is one tab stop', async () => {
    await openMatrix({}, 'Fördela mål till Växel och reception');
    await waitFor(() => expect(focused()).toBe('Minskade utsläpp från resor till Växel och reception'));
    const walk: [string, string][] = [
      ['{ArrowRight}', 'Minskad energianvändning till Växel och reception'],
      ['{ArrowUp}', 'Minskad energianvändning till Transport och fordon'],
      ['{End}', 'Hållbar upphandling och cirkulära flöden till Transport och fordon'],
      ['{Home}', 'Alla mål till Transport och fordon'],
      ['{Control>}{Home}{/Control}', 'Alla mål till alla'],
      ['{ArrowRight}', 'Minskade utsläpp från resor till alla'],
      ['{Control>}{End}{/Control}', 'Hållbar upphandling och cirkulära flöden till Växel och reception'],
    ];
    for (const [key, name] of walk) {
      await user.keyboard(key);
      expect(focused()).toBe(name);
    }
    await user.keyboard(' ');
    expect(tick('Hållbar upphandling och cirkulära flöden till Växel och reception').checked).toBe(false);
    expect(screen.getByText('3 nya · 0 tas bort')).toBeDefined();
    const stops = [...document.querySelectorAll('[role="grid"] [tabindex="0"]')];
    expect(stops).toEqual([document.activeElement]);
  });

  it('has one unit at a time where there is no room for a table', async () => {
    vi.stubGlobal('matchMedia', () => ({
      matches: true,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    await openMatrix();
    expect(screen.queryByRole('grid')).toBeNull();
    expect(screen.getByText('Enhet 1 av 4')).toBeDefined();
    expect(within(screen.getByRole('list', { name: 'Kost' })).getAllByRole('checkbox')).toHaveLength(5);
    for (let n = 0; n < 4; n += 1) await press('Nästa');
    expect(screen.getByText('Enhet 4 av 4')).toBeDefined();
    await user.click(tick('Minskat avfall till Växel och reception'));
    await press('Föregående');
    expect(screen.getByText('Enhet 3 av 4')).toBeDefined();
    expect(screen.getByText('3 nya · 0 tas bort')).toBeDefined();
    await press('Spara');
    await screen.findByText('3 fördelningar sparade.');
  });
});

describe('the assignment matrix above the departments', () => {
  const strategist = { person: 'Ingrid Sandell', entityId: 'overview' };
  const boardGrid = () => screen.findByRole('grid', { name: 'Mål som Regionstyrelsen fördelar' });

  it('shows what each department holds once that is read, and hands a board’s goal down to one', async () => {
    await openMatrix(strategist);
    await boardGrid();
    expect(ticked()).toHaveLength(32);
    expect(screen.getByText('Inget ändrat')).toBeDefined();
    await user.click(tick('Hållbar upphandling och cirkulära flöden till Ekonomi'));
    expect(screen.getByText('1 ny · 0 tas bort')).toBeDefined();
    await press('Spara');
    await gone();
    await screen.findByText('1 fördelning sparad.');
    await screen.findByText('Sparat ✓');
  });

  it('[A11] asks what a department does before its goal is taken back', async () => {
    await openMatrix(strategist);
    await boardGrid();
    await user.click(tick('Minskad energianvändning till Fastighet'));
    await screen.findByText(/hör till målet\./);
    await press('Spara');
    await user.click(await screen.findByText('Spara och ta bort'));
    expect(await screen.findByText('Målet är taget tillbaka.')).toBeDefined();
  });

  it('the region hands down to its boards in the same matrix', async () => {
    await openMatrix(strategist);
    await boardGrid();
    const from = screen.getByLabelText<HTMLSelectElement>('Fördela från');
    const region = [...from.options].at(-1);
    await user.selectOptions(from, region?.value ?? '');
    await screen.findByRole('grid', { name: `Mål som ${region?.textContent} fördelar` });
    expect(screen.getByRole('rowheader', { name: /Regionstyrelsen/ })).toBeDefined();
    expect(ticked()).toHaveLength(4);
  });

  it('ticks nothing while what is held is unread, and goes on when it can be read', async () => {
    opened = await open(strategist);
    const button = await screen.findByRole('button', { name: 'Fördela mål' });
    await screen.findByText('Sparat ✓');
    opened.answerAll(() => Promise.reject(new TypeError('Failed to fetch')));
    await user.click(button);
    await screen.findByText(/gick inte att hämta/);
    expect(ticked()).toEqual([]);
    expect(screen.getByText('Inget ändrat')).toBeDefined();
    opened.answerAll(undefined);
    await user.click(screen.getByRole('button', { name: 'Försök igen' }));
    await boardGrid();
    expect(ticked()).toHaveLength(32);
  });
});

describe('the matrix of a closed year', () => {
  it('[F37] hands down with a reason, which is written beside it', async () => {
    const { tenant } = await openMatrix({
      entityId: 'department/regionstaben',
      prepare: (site) => siteFields(site, 'Periods').changes('2023-helar', { State: 'closed' }),
    });
    await press('Spara');
    await screen.findByText('Perioden är stängd. Det går bara att rätta, med en förklaring.');
    await press('Gör till en rättelse');
    await user.type(screen.getByLabelText('Varför rättas det?'), 'Glömdes i våras');
    await press('Spara rättelsen');
    await gone();
    await screen.findByText('Sparat ✓');
    const reasons = (await siteFields(tenant, 'Comments').all()).filter(
      (one) => one['IsCorrection'] === true,
    );
    expect(reasons.map((one) => one['Text'])).toEqual(Array(4).fill('Glömdes i våras'));
  });
});
