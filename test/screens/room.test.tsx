import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Assignment } from '../../src/assignments/assignment.ts';
import { goalsOf, unitsOf } from '../../scripts/seedRows.ts';
import { anActivity, anAssignment, anna } from '../builders.ts';
import type { Tenant } from '../tenant.ts';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab;

afterEach(() => {
  tab.close();
  localStorage.clear();
});

const user = () => userEvent.setup({ delay: null });
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

function rowsOf(tenant: Tenant) {
  const goals = goalsOf(tenant.organisation);
  const units = unitsOf(tenant.organisation);
  const goal = (key: string) => goals.find((one) => one.key === key) ?? goals[0];
  const unit = (key: string) => units.get(key);
  return {
    assignment(goalKey: string, unitKey: string, fields: Partial<Assignment>) {
      const [which, where] = [goal(goalKey), unit(unitKey)];
      if (!which || !where) throw new Error(`There is no ${goalKey} or ${unitKey}`);
      return anAssignment(which, where, fields);
    },
    activity(unitKey: string, goalKey: string, fields: Parameters<typeof anActivity>[2]) {
      const [which, where] = [goal(goalKey), unit(unitKey)];
      if (!which || !where) throw new Error(`There is no ${goalKey} or ${unitKey}`);
      return anActivity(where, [which], fields);
    },
  };
}

/** Somebody has said of a unit's goal how it goes. */
const judged = (tenant: Tenant) =>
  colleague(tenant).adds('comments', {
    key: 'c-1',
    title: 'Kommentar',
    removed: false,
    subjectKey: '2023/avfall/regionservice-kost',
    shelf: '2023/regionservice',
    unitShelf: '2023/regionservice-kost',
    periodKey: null,
    isCorrection: false,
    status: 'atRisk',
    text: 'Vågarna har inte kommit.',
    by: anna,
    on: '2023-08-20',
  });

async function rowOf(list: string, title: string) {
  const rows = within(await screen.findByRole('list', { name: list })).getAllByRole('listitem');
  const row = rows.find((one) => within(one).queryByText(title));
  if (!row) throw new Error(`${list} has no ${title}`);
  return row;
}

describe('the goals of a room', () => {
  it('say how they go once somebody has said so, and nothing before', async () => {
    tab = await openTab();
    await rowOf('Mål', 'Minskat avfall');
    expect(screen.queryByText('Ingen bedömning')).toBeNull();
    tab.close();
    tab = await openTab({ prepare: judged });
    expect((await rowOf('Mål', 'Minskat avfall')).textContent).toContain('Risk !');
    expect((await rowOf('Mål', 'Minskad energianvändning')).textContent).toContain('Ingen bedömning –');
  });

  it('stand under how long the open period lasts, and what is still to be told in it', async () => {
    tab = await openTab();
    expect(await screen.findByText('Delår augusti: 6 dagar kvar · 5 av 5 saknas')).toBeDefined();
  });

  it('open with what they mean, how they go, who holds them, and what is done', async () => {
    tab = await openTab({ prepare: judged });
    await user().click(await screen.findByRole('button', { name: 'Minskat avfall' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Minskat avfall' }));
    for (const words of [
      'Det mäts för hela regionen, och ni bidrar med aktiviteter.',
      'Vågarna har inte kommit.',
      'Kost · Anna Berg · 20 augusti 2023',
      'Kost, Lokalvård och Transport och fordon.',
    ]) {
      expect(drawer.getByText(words)).toBeDefined();
    }
    const list = drawer.getByRole('list', { name: 'Aktiviteter för målet' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
  });

  it('lead to an activity and back again', async () => {
    tab = await openTab();
    const hand = user();
    await hand.click(await screen.findByRole('button', { name: 'Minskat avfall' }));
    const goal = within(await screen.findByRole('dialog', { name: 'Minskat avfall' }));
    await hand.click(goal.getByRole('button', { name: 'Fler maträtter skickas till Kajutan' }));
    const activity = within(await screen.findByRole('dialog', { name: 'Aktivitet' }));
    await hand.click(activity.getByRole('button', { name: 'Tillbaka till Minskat avfall' }));
    const again = within(await screen.findByRole('dialog', { name: 'Minskat avfall' }));
    await hand.click(again.getByRole('button', { name: 'Stäng' }));
    await gone();
    expect(screen.getByRole('heading', { name: 'Regionservice' })).toBeDefined();
  });

  it('take an activity that is logged for them', async () => {
    tab = await openTab();
    const hand = user();
    await hand.click(await screen.findByRole('button', { name: 'Minskad energianvändning' }));
    const goal = within(await screen.findByRole('dialog', { name: 'Minskad energianvändning' }));
    expect(goal.getByText('Här kommer det ni gör för målet att stå.')).toBeDefined();
    await hand.click(goal.getByRole('button', { name: 'Logga aktivitet för målet' }));
    const form = within(await screen.findByRole('dialog', { name: 'Logga aktivitet' }));
    await hand.click(form.getByLabelText(/Vad gör ni\?/));
    await hand.paste('Släck lamporna');
    await hand.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    expect((await rowOf('Aktiviteter', 'Släck lamporna')).textContent).toContain('Energi');
  });
});

describe('the units of a room', () => {
  it('say what they answered to their goals', async () => {
    const prepare = (tenant: Tenant) =>
      colleague(tenant).adds(
        'assignments',
        rowsOf(tenant).assignment('avfall', 'regionservice-vaxel-och-reception', {
          consultation: 'agreed',
          consultedOn: '2023-10-12',
          consultedBy: anna,
        }),
      );
    tab = await openTab({ prepare });
    const row = await rowOf('Enheter', 'Växel och reception');
    expect(row.textContent).toContain('1 mål · ingen aktivitet · överens 12 okt');
  });

  it('that ask for goals are what comes next, and the button leads to them', async () => {
    const prepare = async (tenant: Tenant) => {
      const rows = ['avfall', 'resor'].map((goal) =>
        rowsOf(tenant).assignment(goal, 'regionservice-vaxel-och-reception', { state: 'requested' }),
      );
      await colleague(tenant).adds('assignments', ...rows);
    };
    tab = await openTab({ prepare });
    expect(await screen.findByText('Två önskemål väntar på er.')).toBeDefined();
    await screen.findByRole('heading', { name: 'Väntar på er' });
    await user().click(screen.getByRole('button', { name: 'Visa önskemålen' }));
    expect(document.activeElement?.textContent).toContain('Växel och reception ber om Minskat avfall');
  });
});

describe('the activities of a room', () => {
  const titles = async (list: string) =>
    within(await screen.findByRole('list', { name: list }))
      .getAllByRole('listitem')
      .map((row) => within(row).getByRole('button').textContent);

  it('are everybody’s at first, and mine when I say so', async () => {
    tab = await openTab();
    await user().click(await screen.findByRole('button', { name: 'Mina' }));
    expect(await titles('Aktiviteter')).toEqual(['Ny upphandling av fordon']);
    expect(screen.getByText('En aktivitet av fem visas.')).toBeDefined();
  });

  it('that nothing fits are told of, with the way back', async () => {
    tab = await openTab();
    const hand = user();
    await hand.click(await screen.findByRole('button', { name: 'Väntar' }));
    expect(screen.getByText('Ingen aktivitet passar det ni söker.')).toBeDefined();
    await hand.click(screen.getByRole('button', { name: 'Visa alla' }));
    expect(await titles('Aktiviteter')).toHaveLength(5);
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Sök bland aktiviteterna' }));
  });

  it('are found by their words', async () => {
    tab = await openTab();
    const field = await screen.findByRole('searchbox', { name: 'Sök bland aktiviteterna' });
    await user().type(field, 'kallsortering');
    expect(await titles('Aktiviteter')).toEqual(['Källsortering på plats i alla lokaler vi städar']);
  });

  it('stand under their goals, or under their units', async () => {
    tab = await openTab();
    const hand = user();
    await hand.selectOptions(await screen.findByLabelText('Ordning'), 'Efter mål');
    expect(await titles('Minskat avfall')).toEqual([
      'Fler maträtter skickas till Kajutan',
      'Källsortering på plats i alla lokaler vi städar',
      'Nya recept minskar svinnet från matproduktionen',
    ]);
    expect(await titles('Hållbar upphandling och cirkulära flöden')).toEqual(['Ny upphandling av fordon']);
    await hand.selectOptions(screen.getByLabelText('Ordning'), 'Efter enhet');
    expect(await titles('Kost')).toHaveLength(2);
  });

  it('are shown fifty at a time', async () => {
    const prepare = async (tenant: Tenant) => {
      const rows = Array.from({ length: 57 }, (_, n) =>
        rowsOf(tenant).activity('hr', 'avfall', { key: `a-${100 + n}`, title: `Aktivitet ${n}` }),
      );
      await colleague(tenant).adds('activities', ...rows);
    };
    tab = await openTab({ entityId: 'department/hr', prepare });
    expect(await titles('Aktiviteter')).toHaveLength(50);
    await user().click(screen.getByRole('button', { name: 'Visa 7 till' }));
    expect(await titles('Aktiviteter')).toHaveLength(57);
    expect(screen.queryByRole('button', { name: /^Visa \d+ till$/ })).toBeNull();
  });
});

describe('the first use', () => {
  /** A department that holds every goal, with a unit, where nobody has begun. */
  const untouched = (tenant: Tenant) => {
    const hr = unitsOf(tenant.organisation).get('hr');
    if (!hr) throw new Error('There is no HR');
    const below = { key: 'hr-lon', title: 'Lön', level: 'unit', parentKey: 'hr', order: 99 } as const;
    return colleague(tenant).adds('units', { ...hr, ...below });
  };
  const tips = () => screen.findByRole('region', { name: 'Så kommer ni igång' });

  it('takes three clicks at most until every unit holds every goal, and the tips then go', async () => {
    tab = await openTab({ entityId: 'department/hr', prepare: untouched });
    expect((await tips()).textContent).toContain('1Fördela målen');
    const clicks: string[] = [];
    const hand = user();
    const click = async (name: string) => {
      await hand.click(await screen.findByRole('button', { name }));
      clicks.push(name);
    };
    await click('Fördela mål');
    await click('Spara');
    await waitFor(async () =>
      expect((await rowOf('Enheter', 'Lön')).textContent).toContain('4 mål · ingen aktivitet'),
    );
    expect(clicks.length).toBeLessThanOrEqual(3);
    await gone();
    expect(screen.queryByRole('region', { name: 'Så kommer ni igång' })).toBeNull();
  });

  it('can be spared the tips on this device, and have them back', async () => {
    tab = await openTab({ entityId: 'department/hr', prepare: untouched });
    await user().click(within(await tips()).getByRole('button', { name: 'Stäng hjälpen' }));
    expect(screen.queryByRole('region', { name: 'Så kommer ni igång' })).toBeNull();
    tab.close();
    tab = await openTab({ entityId: 'department/hr', prepare: untouched });
    const help = await screen.findByRole('button', { name: 'Hjälp' });
    await screen.findByText('Sparat ✓');
    expect(screen.queryByRole('region', { name: 'Så kommer ni igång' })).toBeNull();
    await user().click(help);
    expect(document.activeElement).toBe(await tips());
  });

  it('gives help later, too, and tells what is done already', async () => {
    tab = await openTab();
    await user().click(await screen.findByRole('button', { name: 'Hjälp' }));
    expect(within(await tips()).getAllByRole('img', { name: 'Klart' })).toHaveLength(2);
  });
});

describe('whoever may only read', () => {
  it('is told so after the first refusal, is not led to write again, and may try when the right is given', async () => {
    tab = await openTab({ person: 'Olof Wiklund' });
    const hand = user();
    const log = await screen.findByRole<HTMLButtonElement>('button', { name: 'Logga aktivitet' });
    expect(log.disabled).toBe(false);
    await hand.click(log);
    const form = within(await screen.findByRole('dialog'));
    await hand.click(form.getByLabelText(/Vad gör ni\?/));
    await hand.paste('Revisorns rad');
    await hand.click(form.getByRole('button', { name: 'Minskat avfall' }));
    await hand.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    const words = /^Du kan inte skriva in eller ändra aktiviteter\. Be den som äger webbplatsen/;
    expect(await screen.findByText(words)).toBeDefined();
    expect(log.disabled).toBe(true);
    await hand.click(screen.getByRole('button', { name: 'Behöver dig' }));
    const waiting = within(await screen.findByRole('dialog'));
    await hand.click(waiting.getByRole('button', { name: 'Ta bort' }));
    await hand.click(waiting.getByRole('button', { name: 'Ja, ta bort' }));
    await hand.click(waiting.getByRole('button', { name: 'Stäng' }));
    await gone();
    expect(log.disabled).toBe(true);
    await hand.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(log.disabled).toBe(false);
    expect(screen.queryByText(words)).toBeNull();
  });
});
