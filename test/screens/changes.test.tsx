import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { afterEach, describe, expect, it } from 'vitest';
import { goalsOf, unitsOf } from '../../scripts/seedRows.ts';
import { countUnit } from '../../src/countUnit.ts';
import { openSite } from '../../src/lists/site.ts';
import { emptyConfirmed } from '../../src/sync/confirmed.ts';
import { emptyMarks } from '../../src/sync/marks.ts';
import { pull } from '../../src/sync/pull.ts';
import { sweep } from '../../src/sync/sweep.ts';
import { aGoal, anActivity, anAssignment, aUnit } from '../builders.ts';
import type { Tenant } from '../tenant.ts';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab;
const recipes = 'Nya recept minskar svinnet från matproduktionen';
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

afterEach(() => tab.close());

/** A region from March, in which an activity was finished and a goal handed down late in August. */
async function openOverview(first?: (tenant: Tenant) => Promise<void>) {
  let siteNow = new Date('2023-03-01T08:00:00Z');
  tab = await openTab({
    person: 'Ingrid Sandell',
    entityId: 'overview',
    siteNow: () => siteNow,
    async prepare(tenant) {
      await first?.(tenant);
      const her = colleague(tenant);
      siteNow = new Date('2023-08-20T08:00:00Z');
      await her.changes(recipes, { State: 'done' });
      siteNow = new Date('2023-08-21T08:00:00Z');
      const unit = unitsOf(tenant.organisation).get('regionservice-vaxel-och-reception');
      const [goal] = goalsOf(tenant.organisation);
      if (!goal || !unit) throw new Error('Nobody to give a goal to');
      await her.adds('assignments', anAssignment(goal, unit));
      const site = openSite(tenant.graphFor(tenant.people.owner), tenant.configuration.site, () => siteNow);
      const desk = { confirmed: emptyConfirmed(), marks: emptyMarks() };
      await pull(site, desk, [], siteNow.getTime());
      await sweep(site, desk, countUnit, 2023);
    },
  });
  return screen.findByRole('tab', { name: 'Ändrat' });
}

async function openChanges(first?: (tenant: Tenant) => Promise<void>) {
  fireEvent.click(await openOverview(first));
  const day = await screen.findByLabelText<HTMLInputElement>('Ändrat sedan');
  return { day, since: (value: string) => fireEvent.change(day, { target: { value } }) };
}

async function keepsNoVersions(tenant: Tenant): Promise<void> {
  const graph = tenant.graphFor(tenant.people.owner);
  const { hostname, path } = tenant.configuration.site;
  const { id } = (await graph.get(`/sites/${hostname}:${path}`)) as { id: string };
  const { value } = (await graph.get(`/sites/${id}/lists?$filter=displayName eq 'Activities'`)) as {
    value: { id: string }[];
  };
  tenant.graph.setVersioning(value[0]?.id ?? '', false);
}

async function openHistory() {
  fireEvent.click(await screen.findByRole('button', { name: recipes }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Aktivitet' }));
  const disclosure = drawer.getByRole('button', { name: 'Historik', hidden: true });
  expect(disclosure.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(disclosure);
  return drawer;
}

const heading = (name: RegExp) => screen.findByRole('heading', { name });
const rowsOf = async (name: RegExp) =>
  within(await screen.findByRole('list', { name }))
    .getAllByRole('listitem')
    .map((row) => row.textContent);

describe('what has changed', () => {
  it('since the open period began: everything that was logged, and what was finished, each by whom and when', async () => {
    const { day } = await openChanges();
    expect(day.value).toBe('2023-01-01');
    expect((await rowsOf(/^Nya aktiviteter/)).length).toBeGreaterThan(8);
    const finished = 'Fler maträtter skickas till Kajutan';
    expect(await rowsOf(/^Klara aktiviteter/)).toEqual([
      `${recipes}Kost, Regionservice · Ingrid Sandell · 20 augusti 2023`,
      `${finished}Kost, Regionservice · Karin Holm · 1 mars 2023`,
    ]);
  });

  it('since a day that is chosen: only what came after it, and only of those departments that changed', async () => {
    const { since } = await openChanges();
    await heading(/^Nya aktiviteter/);
    since('2023-08-15');
    await waitFor(() => expect(screen.queryByRole('heading', { name: /^Nya aktiviteter/ })).toBeNull());
    const [given, ...others] = await rowsOf(/^Fördelade mål/);
    expect(given).toMatch(/^Växel och reception, Regionservice.+ · Ingrid Sandell · 21 augusti 2023$/);
    expect(others).toEqual([]);
    expect(await rowsOf(/^Klara aktiviteter/)).toHaveLength(1);
    expect(screen.queryByRole('heading', { name: /^(Avbrutna|Tillbakatagna|Övrigt|Ändrade)/ })).toBeNull();
    since('2023-08-25');
    expect(await screen.findByText('Inget har ändrats sedan dess.')).toBeDefined();
  });

  it('opens the activity, with its history', async () => {
    const { since } = await openChanges();
    since('2023-08-15');
    const drawer = await openHistory();
    await drawer.findByText('Historik finns från 1 mars 2023.');
    const steps = within(drawer.getByRole('list', { name: 'Historik', hidden: true })).getAllByRole(
      'listitem',
      { hidden: true },
    );
    expect(steps.map((step) => step.textContent)).toEqual([
      expect.stringMatching(/^Ingrid Sandell · 20 augusti 2023.*Läge: ”Pågår” blev ”Klar”$/),
      expect.stringMatching(/ · 1 mars 2023.*Lades in$/),
    ]);
  });

  it('claims nothing of a list that keeps no versions, and says who can mend that', async () => {
    const { since } = await openChanges(keepsNoVersions);
    since('2023-08-15');
    expect(await rowsOf(/^Övrigt/)).toEqual([
      `${recipes}Ändrat · Kost, Regionservice · Ingrid Sandell · 20 augusti 2023`,
    ]);
    expect(screen.queryByRole('heading', { name: /^(Klara|Nya)/ })).toBeNull();
    const drawer = await openHistory();
    expect(await drawer.findByText(/^Listan sparar inga versioner.*Den som äger webbplatsen/)).toBeDefined();
  });

  it('reads twenty departments at a time, and the others when asked', async () => {
    await openChanges(async (tenant) => {
      const extra = Array.from({ length: 12 }, (_, n) =>
        aUnit({ key: `ny-${n}`, title: `Ny avdelning ${n}`, parentKey: 'regionstyrelsen' }),
      );
      const her = colleague(tenant);
      await her.adds('units', ...extra);
      await her.adds(
        'activities',
        ...extra.map((unit, n) => anActivity(unit, [aGoal()], { key: `a-ny-${n}`, title: `Görs här ${n}` })),
      );
    });
    expect(
      await screen.findByText('22 avdelningar har ändringar. Här visas de 20 som ändrades senast.'),
    ).toBeDefined();
    const goals = async () => Number(/\d+/.exec((await heading(/^Fördelade mål/)).textContent ?? '')?.[0]);
    const before = await goals();
    fireEvent.click(screen.getByRole('button', { name: 'Visa två avdelningar till' }));
    await waitFor(() => expect(screen.queryByText(/^22 avdelningar/)).toBeNull());
    expect(await goals()).toBeGreaterThan(before);
    expect(screen.queryByRole('button', { name: /till$/ })).toBeNull();
  });

  it('says when it cannot be read, and reads when it can', async () => {
    const view = await openOverview();
    tab.answerAll(offline);
    fireEvent.click(view);
    expect(await screen.findByText('Det går inte att läsa vad som har ändrats just nu.')).toBeDefined();
    tab.answerAll(undefined);
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(await rowsOf(/^Klara aktiviteter/)).toHaveLength(2);
  });

  it('lists what it could not read the history of as changed, and reads it when asked', async () => {
    const view = await openOverview();
    tab.answerAll(offline);
    fireEvent.click(view);
    await screen.findByRole('button', { name: 'Försök igen' });
    const day = screen.getByLabelText('Ändrat sedan');
    tab.answerAll(undefined);
    fireEvent.change(day, { target: { value: '2023-08-21' } });
    expect(await rowsOf(/^Fördelade mål/)).toHaveLength(1);
    // The department was read a moment ago; what happened to one more of its rows was not.
    tab.answerAll(offline);
    fireEvent.change(day, { target: { value: '2023-08-15' } });
    expect(await rowsOf(/^Ändrade, ännu inte lästa/)).toEqual([`${recipes}Ändrat · 20 augusti 2023`]);
    expect(await rowsOf(/^Fördelade mål/)).toHaveLength(1);
    tab.answerAll(undefined);
    fireEvent.click(screen.getByRole('button', { name: 'Läs vad som har hänt' }));
    expect(await rowsOf(/^Klara aktiviteter/)).toHaveLength(1);
    expect(screen.queryByRole('heading', { name: /^Ändrade/ })).toBeNull();
  });
});

describe('the history of a record', () => {
  it('is there for a visitor, who may only read', async () => {
    tab = await openTab({ person: 'Olof Wiklund' });
    const drawer = await openHistory();
    expect(await drawer.findByText('Historik finns från 25 augusti 2023.')).toBeDefined();
    expect(await drawer.findByText('Lades in')).toBeDefined();
  });

  it('says when it cannot be fetched, and fetches it when it can', async () => {
    tab = await openTab();
    await screen.findByRole('button', { name: recipes });
    tab.answerAll(offline);
    const drawer = await openHistory();
    expect(await drawer.findByText('Historiken går inte att hämta just nu.')).toBeDefined();
    tab.answerAll(undefined);
    fireEvent.click(drawer.getByRole('button', { name: 'Försök igen' }));
    expect(await drawer.findByText('Lades in')).toBeDefined();
  });

  it('tells of a goal when it was given to the room', async () => {
    tab = await openTab();
    fireEvent.click(await screen.findByRole('button', { name: 'Minskat avfall' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Minskat avfall' }));
    fireEvent.click(drawer.getByRole('button', { name: 'Historik', hidden: true }));
    const [given] = within(await drawer.findByRole('list', { name: 'Historik', hidden: true })).getAllByRole(
      'listitem',
      { hidden: true },
    );
    expect(given?.textContent).toMatch(/^Ingrid Sandell · 25 augusti 2023.*Fördelat$/);
  });
});
