import { screen, waitFor, within } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Tab } from './openTab.ts';
import { drawer, openOverview, rowsOf } from './strategist.ts';

let tab: Tab | undefined;
let user: UserEvent;

afterEach(() => {
  tab?.close();
  vi.restoreAllMocks();
});

async function open(where?: Parameters<typeof openOverview>[0]) {
  ({ tab, user } = await openOverview(where));
  return tab;
}

const map = () => within(screen.getByRole('treegrid', { name: 'Avdelningar och mål' }));
const cell = (name: RegExp) => map().getByRole('gridcell', { name });
const rowHeads = () =>
  map()
    .getAllByRole('rowheader')
    .map((head) => head.textContent);
const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
const choose = (label: string, option: string) => user.selectOptions(screen.getByLabelText(label), option);

describe('the overview’s headline', () => {
  it('says the memo’s sentences of the region, and each number opens its departments', async () => {
    await open();
    expect(
      screen
        .getByText(/^Alla avdelningar/, { selector: 'button' })
        .closest('p')
        ?.textContent.trim(),
    ).toBe(
      'Alla avdelningar har fått tre eller fyra miljömål nerfördelade, av fyra möjliga. ' +
        'Endast en avdelning (Regionservice) har fördelat mål till enhetsnivå. ' +
        'För de mål som ligger på avdelningsnivå har fyra avdelningar av nio minst en aktivitet inlagd, ' +
        'och totalt tio aktiviteter har lagts in inom Regionstyrelsen.',
    );
    const behind: [string, string, string][] = [
      ['Alla avdelningar', 'Mål per avdelning', 'Regionservicefyra mål'],
      ['en avdelning', 'Har fördelat mål till enheter', 'RegionserviceJa'],
      ['fyra avdelningar av nio', 'Har en aktivitet på avdelningsnivå', 'RegionserviceJa'],
      ['tio aktiviteter', 'Aktiviteter per avdelning', 'Regionservicefem aktiviteter'],
    ];
    for (const [number, title, first] of behind) {
      await user.click(screen.getByRole('button', { name: number }));
      const opened = await drawer(title);
      expect(rowsOf(title)).toHaveLength(9);
      expect(rowsOf(title)[0]).toBe(first);
      await user.click(opened.getByRole('button', { name: 'Stäng' }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
  });

  it('leads from a department behind a number to its page, and Back leads to the overview', async () => {
    const { told } = await open();
    await user.click(screen.getByRole('button', { name: 'tio aktiviteter' }));
    await user.click((await drawer('Aktiviteter per avdelning')).getByRole('button', { name: 'HR' }));
    await screen.findByRole('heading', { level: 1, name: 'HR' });
    expect(told.back()).toBe(true);
    expect(await screen.findByRole('heading', { level: 1, name: 'Miljömål 2023' })).toBeDefined();
  });
});

describe('the overview’s map', () => {
  it('says in words how each department stands with each goal', async () => {
    await open();
    expect(rowHeads()).toHaveLength(9);
    expect(map().getAllByRole('columnheader')).toHaveLength(5);
    expect(cell(/^Regionservice, Minskat avfall:/).getAttribute('aria-label')).toBe(
      'Regionservice, Minskat avfall: tre enheter, tre aktiviteter',
    );
    expect(cell(/^HR, Minskat avfall:/).textContent).toBe('har målet ingen aktivitet');
    expect(cell(/^Kommunikation, Hållbar upphandling/).textContent).toBe('inte fördelat');
    expect(cell(/^Regionstaben, Minskade utsläpp/).textContent).toBe('har målet ett ordinarie arbete');
  });

  it('[F31] opens a department to its units, those without anything too', async () => {
    await open();
    const grid = screen.getByRole('treegrid');
    expect(grid.getAttribute('aria-rowcount')).toBe('10');
    const head = map().getByRole('rowheader', { name: 'Regionservice' });
    expect(head.closest('[role="row"]')?.getAttribute('aria-expanded')).toBe('false');
    await user.click(head);
    expect(head.closest('[role="row"]')?.getAttribute('aria-expanded')).toBe('true');
    expect(rowHeads().slice(0, 6)).toEqual([
      'Regionservice',
      'Kost',
      'Lokalvård',
      'Transport och fordon',
      'Växel och reception',
      'Regionstaben',
    ]);
    expect(grid.getAttribute('aria-rowcount')).toBe('14');
    expect(cell(/^Växel och reception, Minskat avfall:/).textContent).toBe('inte fördelat');
    await user.click(head);
    expect(rowHeads()).toHaveLength(9);
  });

  it('is one tab stop, walked by arrows, Home and End, and Enter opens the rows behind', async () => {
    await open();
    map().getByRole('rowheader', { name: 'Regionservice' }).focus();
    const walk: [string, RegExp][] = [
      ['{ArrowRight}', /^Regionservice, Minskade utsläpp/],
      ['{ArrowDown}', /^Regionstaben, Minskade utsläpp/],
      ['{End}', /^Regionstaben, Hållbar upphandling/],
      ['{Home}', /^Regionstaben$/],
      ['{Control>}{End}{/Control}', /^Upphandling, Hållbar upphandling|^Forskning och utbildning, Hållbar/],
      ['{Control>}{Home}{/Control}', /^Regionservice$/],
    ];
    for (const [key, name] of walk) {
      await user.keyboard(key);
      await waitFor(() => expect(focused()).toMatch(name));
    }
    const stops = [...document.querySelectorAll('[role="treegrid"] [tabindex="0"]')];
    expect(stops).toEqual([document.activeElement]);
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(focused()).toMatch(/^Regionservice, Minskade/));
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Regionservice' })).toBeDefined();
  });

  it('[F25] reads the rows behind a cell when they are asked for: who holds the goal, and what they do', async () => {
    const { tenant } = await open();
    tenant.calls.length = 0;
    await user.click(cell(/^Regionservice, Minskat avfall:/));
    const behind = await drawer('Regionservice');
    await behind.findByRole('list', { name: 'Har målet' });
    expect(tenant.calls.length).toBeGreaterThan(0);
    expect(rowsOf('Har målet')).toEqual([
      'Regionserviceavdelningen själv',
      'Kost',
      'Lokalvård',
      'Transport och fordon',
    ]);
    const activities = rowsOf('Aktiviteter');
    expect(activities).toHaveLength(3);
    expect(activities.join()).toContain('Fler maträtter skickas till Kajutan');
    await user.click(behind.getByRole('button', { name: 'Fler maträtter skickas till Kajutan' }));
    expect(await screen.findByRole('dialog', { name: 'Aktivitet' })).toBeDefined();
  });

  it('says so when the rows cannot be read', async () => {
    const { answerAll } = await open();
    answerAll(() => Promise.reject(new TypeError('Failed to fetch')));
    await user.click(cell(/^HR, Minskat avfall:/));
    const behind = await drawer('HR');
    expect(await behind.findByText(/^Raderna går inte att hämta just nu\./)).toBeDefined();
    expect(behind.queryByRole('list')).toBeNull();
  });

  it('narrows by theme, kind of department and status, and is whole again with one press', async () => {
    await open();
    await choose('Tema', 'Energi');
    expect(map().getAllByRole('columnheader')).toHaveLength(2);
    await choose('Slags avdelning', 'Verksamhet');
    expect(rowHeads()).toEqual(['Regionservice', 'Fastighet', 'Digitalisering och IT']);
    // The headline is of the whole, whatever is looked at.
    expect(screen.getByRole('button', { name: 'Alla avdelningar' })).toBeDefined();
    await choose('Läge', 'Risk');
    expect(screen.getByText('Ingen avdelning passar. Visa allt för att se dem igen.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Visa allt' }));
    expect(rowHeads()).toHaveLength(9);
    expect(map().getAllByRole('columnheader')).toHaveLength(5);
  });

  it('is a list of departments where there is no room for columns', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('max-width'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    try {
      await open();
      expect(screen.queryByRole('treegrid')).toBeNull();
      expect(rowsOf('HR')[0]).toBe('Minskade utsläpp från resorhar målet · ingen aktivitet');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('keeps what is shown while one visits a department, and back steps lead from a view to the map', async () => {
    const { told } = await open();
    await user.click(screen.getByRole('tab', { name: /^Luckor/ }));
    await user.click(await screen.findByRole('button', { name: 'Öppna Regionservice' }));
    await screen.findByRole('heading', { level: 1, name: 'Regionservice' });
    expect(told.back()).toBe(true);
    await screen.findByRole('heading', { level: 1, name: 'Miljömål 2023' });
    await screen.findByText(/^Det här saknas/);
    expect(screen.getByRole('tab', { name: /^Luckor/ }).getAttribute('aria-selected')).toBe('true');
    expect(told.back()).toBe(true);
    await waitFor(() => expect(screen.getByRole('treegrid')).toBeDefined());
    expect(told.back()).toBe(false);
  });
});
