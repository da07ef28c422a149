import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Comment } from '../../src/followup/comment.ts';
import { anna, aPeriod } from '../builders.ts';
import type { Tenant } from '../tenant.ts';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';
import { siteFields } from './siteFields.ts';

let tab: Tab;
afterEach(() => tab.close());

const autumn = '2023-delar-augusti';
const kitchen = 'regionservice-kost';
const travel = 'Minskade utsläpp från resor';
const recipes = 'Nya recept minskar svinnet från matproduktionen';

const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

/** Opened from the goals' heading, at somebody's page. */
async function openCheckIn(where: Parameters<typeof openTab>[0] = {}) {
  tab = await openTab(where);
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByRole('button', { name: 'Lämna läge' }));
  const drawer = within(await screen.findByRole('dialog', { name: /^Läge: / }));
  return { user, drawer };
}

const choices = (drawer: ReturnType<typeof within>, title: string) =>
  within(drawer.getByRole('group', { name: `Hur går det med ${title}?` }));

async function told(): Promise<Readonly<Record<string, unknown>>[]> {
  await screen.findByText('Sparat ✓');
  return (await siteFields(tab.tenant, 'Comments').all()).filter((one) => one['PeriodKey'] === autumn);
}

/** Kost told how everything went in April. */
async function springTold(tenant: Tenant): Promise<void> {
  const spring = aPeriod({
    key: '2023-delar-april',
    title: 'Delår april',
    ends: '2023-04-30',
    state: 'closed',
  });
  const activities = (await colleague(tenant).all()).filter((one) => one['UnitShelf'] === `2023/${kitchen}`);
  const goals = ['resor', 'energi', 'avfall', 'upphandling'].map((goal) => `2023/${goal}/${kitchen}`);
  const subjects = [...goals, ...activities.map((one) => String(one['Key']))];
  const comments = subjects.map((subjectKey, n): Comment => {
    const text = n === 0 ? 'Bilarna är beställda.' : null;
    return {
      key: `0188${String(n).padStart(4, '0')}-0000-7000-8000-000000000000`,
      title: text ?? 'onPlan',
      removed: false,
      subjectKey,
      shelf: '2023/regionservice',
      unitShelf: `2023/${kitchen}`,
      periodKey: spring.key,
      isCorrection: false,
      status: n === 0 ? 'atRisk' : 'onPlan',
      text,
      by: anna,
      on: '2023-04-28',
    };
  });
  await colleague(tenant).adds('periods', spring);
  await colleague(tenant).adds('comments', ...comments);
}

describe('telling how it goes', () => {
  it('[F51] takes a unit three clicks for all its lines, the same as last time, and one to undo', async () => {
    tab = await openTab({ entityId: `unit/${kitchen}`, person: 'Karin Holm', prepare: springTold });
    const user = userEvent.setup({ delay: null });
    expect(await screen.findByText('Delår augusti: 6 dagar kvar · 6 av 6 saknas')).toBeDefined();
    const clicks = ['Lämna läge', 'Samma som sist för alla som saknas', 'Spara'];
    for (const name of clicks) await user.click(await screen.findByRole('button', { name }));
    await isClosed();
    expect(await screen.findByText('Delår augusti: 6 dagar kvar · Läge lämnat')).toBeDefined();
    expect(await screen.findByText('Läget är sparat på sex ställen.')).toBeDefined();
    const rows = await told();
    expect(rows).toHaveLength(6);
    expect(rows.filter((one) => one['Status'] === 'onPlan')).toHaveLength(5);
    expect(rows.filter((one) => one['Text'] === 'Bilarna är beställda.')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Ångra' }));
    expect(await screen.findByText('Delår augusti: 6 dagar kvar · 6 av 6 saknas')).toBeDefined();
  });

  it('[F51] is one click for a single line, too, with last time’s words to change', async () => {
    const { user, drawer } = await openCheckIn({ entityId: `unit/${kitchen}`, prepare: springTold });
    expect(drawer.getAllByText('Sist, Delår april:', { exact: false })).toHaveLength(6);
    await user.click(drawer.getByRole('button', { name: `Samma som sist för ${travel}` }));
    expect(choices(drawer, travel).getByRole('button', { name: 'Risk' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    const field = drawer.getByRole<HTMLTextAreaElement>('textbox', { name: `Kommentar till ${travel}` });
    expect(field.value).toBe('Bilarna är beställda.');
    await user.type(field, ' De kommer i oktober.');
    expect(drawer.getByText('En rad att spara')).toBeDefined();
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await isClosed();
    expect(await told()).toMatchObject([
      { Status: 'atRisk', Text: 'Bilarna är beställda. De kommer i oktober.' },
    ]);
    expect(screen.getByText('Delår augusti: 6 dagar kvar · 5 av 6 saknas')).toBeDefined();
  });

  it('is seen at the goal and among an activity’s comments, with its period', async () => {
    const { user, drawer } = await openCheckIn({ entityId: `unit/${kitchen}` });
    await user.click(choices(drawer, travel).getByRole('button', { name: 'Avviker' }));
    await user.type(
      drawer.getByRole('textbox', { name: `Kommentar till ${travel}` }),
      'Vi kör mer än vi trodde.',
    );
    await user.click(choices(drawer, recipes).getByRole('button', { name: 'Enligt plan' }));
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await isClosed();
    await user.click(screen.getByRole('button', { name: travel }));
    const goal = within(await screen.findByRole('dialog', { name: travel }));
    expect(goal.getByText('Vi kör mer än vi trodde.')).toBeDefined();
    expect(goal.getByText('Avviker')).toBeDefined();
    await user.click(goal.getByRole('button', { name: 'Lämna läge' }));
    const again = within(await screen.findByRole('dialog', { name: 'Läge: Delår augusti' }));
    expect(again.getAllByText('Nu:', { exact: false })).toHaveLength(2);
    await user.click(again.getByRole('button', { name: 'Avbryt' }));
    await isClosed();
    await user.click(screen.getByRole('button', { name: recipes }));
    const activity = within(await screen.findByRole('dialog', { name: 'Aktivitet' }));
    const row = activity.getByRole('list', { name: 'Kommentarer' }).textContent;
    expect(row).toContain('Enligt plan');
    expect(row).toContain('Delår augusti');
    expect(row).not.toContain('onPlan');
  });

  it('[F50] counts a department’s own lines, and holds its units’ lines folded below them', async () => {
    const { user, drawer } = await openCheckIn();
    expect(screen.getByText('Delår augusti: 6 dagar kvar · 5 av 5 saknas')).toBeDefined();
    const own = drawer.getByRole('list', { name: 'Läge för Regionservice' });
    expect(within(own).getAllByRole('listitem')).toHaveLength(5);
    expect(drawer.queryByRole('list', { name: 'Läge för Kost' })).toBeNull();
    const kost = drawer.getByRole('button', { name: /^Kost/ });
    expect(kost.textContent).toContain('6 av 6 saknas');
    expect(drawer.queryByRole('button', { name: /^Växel och reception/ })).toBeNull();
    await user.click(kost);
    const line = within(drawer.getByRole('list', { name: 'Läge för Kost' }));
    await user.click(
      within(line.getByRole('group', { name: `Hur går det med ${recipes}?` })).getByRole('button', {
        name: 'Enligt plan',
      }),
    );
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await isClosed();
    expect(screen.getByText('Delår augusti: 6 dagar kvar · 5 av 5 saknas')).toBeDefined();
    expect(await told()).toMatchObject([{ UnitShelf: `2023/${kitchen}`, Shelf: '2023/regionservice' }]);
  });

  it('[F51] asks which period, where several are open: what is told in one is missing in the other', async () => {
    const { user, drawer } = await openCheckIn({ entityId: `unit/${kitchen}` });
    await user.click(choices(drawer, travel).getByRole('button', { name: 'Risk' }));
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await isClosed();
    await user.click(screen.getByRole('button', { name: 'Lämna läge' }));
    const again = within(await screen.findByRole('dialog', { name: 'Läge: Delår augusti' }));
    const lineOf = () => again.getByText(travel).closest('li')?.textContent;
    expect(lineOf()).not.toContain('Läge saknas');
    await user.selectOptions(again.getByLabelText('Period'), 'Helår');
    expect(screen.getByRole('dialog', { name: 'Läge: Helår' })).toBeDefined();
    expect(lineOf()).toContain('Läge saknas');
    expect(lineOf()).toContain('Sist, Delår augusti:');
  });
});

describe('what is chosen and written', () => {
  it('is asked about before it is thrown away, and stays when a choice is taken back', async () => {
    const { user, drawer } = await openCheckIn();
    const risk = choices(drawer, travel).getByRole('button', { name: 'Risk' });
    await user.click(risk);
    const field = () =>
      drawer.getByRole<HTMLTextAreaElement>('textbox', { name: `Kommentar till ${travel}` });
    await user.type(field(), 'Halv tanke');
    await user.keyboard('{Escape}');
    await drawer.findByText('Det du har skrivit är inte sparat.');
    await user.click(risk);
    expect(field().value).toBe('Halv tanke');
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    expect(drawer.getAllByText('Välj hur det går, så sparas kommentaren.').length).toBeGreaterThan(0);
    expect(field().value).toBe('Halv tanke');
    await user.click(choices(drawer, travel).getByRole('button', { name: 'Avviker' }));
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await isClosed();
    expect(await told()).toMatchObject([{ Status: 'offPlan', Text: 'Halv tanke' }]);
  });

  it('must be something', async () => {
    const { user, drawer } = await openCheckIn();
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    expect(await drawer.findByText('Välj hur det går på minst en rad.')).toBeDefined();
  });

  it('[F37] stays when the period was closed meanwhile, says so, and is told all the same with a reason', async () => {
    const { user, drawer } = await openCheckIn();
    await user.click(choices(drawer, travel).getByRole('button', { name: 'Risk' }));
    await user.type(drawer.getByRole('textbox', { name: `Kommentar till ${travel}` }), 'För sent');
    await siteFields(tab.tenant, 'Periods').changes(autumn, { State: 'closed' });
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.queryByText(/^Delår augusti: 6 dagar kvar/)).toBeNull());
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    expect(
      await drawer.findByText('Perioden är stängd. Det går bara att rätta, med en förklaring.'),
    ).toBeDefined();
    expect(drawer.getByRole<HTMLTextAreaElement>('textbox', { name: `Kommentar till ${travel}` }).value).toBe(
      'För sent',
    );
    expect(await told()).toEqual([]);
    await user.click(drawer.getByRole('button', { name: 'Gör till en rättelse' }));
    await user.click(drawer.getByRole('button', { name: 'Spara rättelsen' }));
    expect(await drawer.findByText('Skriv varför, så att andra förstår.')).toBeDefined();
    await user.type(drawer.getByRole('textbox', { name: 'Varför rättas det?' }), 'Nätet var borta');
    await user.click(drawer.getByRole('button', { name: 'Spara rättelsen' }));
    await waitFor(async () => expect(await told()).toHaveLength(2));
    const rows = await told();
    expect(rows.filter((one) => one['Status'])).toMatchObject([{ Status: 'atRisk', Text: 'För sent' }]);
    expect(rows.filter((one) => one['IsCorrection'] === true)).toMatchObject([{ Text: 'Nätet var borta' }]);
  });
});

describe('the way to telling how it goes', () => {
  it('is not there without an open period', async () => {
    tab = await openTab({
      async prepare(tenant) {
        for (const key of [autumn, '2023-helar'])
          await siteFields(tenant, 'Periods').changes(key, { State: 'closed' });
      },
    });
    await screen.findByText('Sparat ✓');
    await screen.findByRole('button', { name: travel });
    expect(screen.queryByRole('button', { name: 'Lämna läge' })).toBeNull();
  });

  it('is not there for a place that has nothing to tell of', async () => {
    tab = await openTab({ entityId: 'unit/regionservice-vaxel-och-reception', person: 'Samira Haddadi' });
    await screen.findByText(/^Delår augusti: 6 dagar kvar$/);
    expect(screen.queryByRole('button', { name: 'Lämna läge' })).toBeNull();
  });

  it('goes away for whoever may only read, after the first refusal, with words', async () => {
    const { user, drawer } = await openCheckIn({ person: 'Olof Wiklund' });
    await user.click(choices(drawer, travel).getByRole('button', { name: 'Risk' }));
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await isClosed();
    expect(await screen.findByText(/^Du kan inte skriva in eller ändra aktiviteter\./)).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Lämna läge' })).toBeNull());
  });
});

it('[F52] the strategist sees what is missing, department by department, until it is told', async () => {
  tab = await openTab({ entityId: 'overview', person: 'Ingrid Sandell', subPage: 'year=2023&view=periods' });
  const user = userEvent.setup({ delay: null });
  expect(await screen.findByText('Läge saknas för 44 av 44 mål.')).toBeDefined();
  const list = () => within(screen.getByRole('list', { name: 'Läge som saknas' }));
  expect(list().getAllByRole('listitem')[0]?.textContent).toBe(
    'Regionservice16 av 16 mål · avdelningen själv, Kost, Lokalvård och Transport och fordon',
  );
  expect(list().getAllByRole('listitem')).toHaveLength(9);
  await user.click(list().getByRole('button', { name: 'HR' }));
  await screen.findByRole('heading', { level: 1, name: 'HR' });
  await user.click(await screen.findByRole('button', { name: 'Lämna läge' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Läge: Delår augusti' }));
  for (const one of drawer.getAllByRole('button', { name: 'Enligt plan' })) await user.click(one);
  await user.click(drawer.getByRole('button', { name: 'Spara' }));
  await isClosed();
  await screen.findByText('Sparat ✓');
  expect(tab.told.back()).toBe(true);
  expect(await screen.findByText('Läge saknas för 40 av 44 mål.')).toBeDefined();
  expect(list().queryByRole('button', { name: 'HR' })).toBeNull();
});
