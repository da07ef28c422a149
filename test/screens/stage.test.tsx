import { screen, within } from '@testing-library/dom';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab;
const meetingId = 'meeting-regionservice';

beforeAll(() => import('../../src/meeting/StageView.tsx'));
afterEach(() => tab.close());

const stage = (where: Parameters<typeof openTab>[0] = {}) =>
  openTab({
    place: 'stage',
    entityId: '',
    subPage: 'year=2023&room=regionservice',
    meetingId,
    ...where,
  });

describe('the meeting’s big screen', () => {
  it('shows the room that its address names: how it stands, and its goals with counts', async () => {
    tab = await stage();
    await screen.findByRole('heading', { level: 1, name: 'Regionservice 2023' });
    expect(
      screen.getByText('Ni har 4 av 4 mål. Tre av fyra enheter har fått mål. Fem aktiviteter är inlagda.'),
    ).toBeDefined();
    const goals = within(screen.getByRole('list', { name: 'Mål' }));
    expect(goals.getAllByRole('listitem').map((row) => row.textContent)).toContain(
      'Minskat avfall3 aktiviteter',
    );
  });

  it('is to read only', async () => {
    tab = await stage();
    await screen.findByRole('heading', { level: 1 });
    for (const role of ['button', 'textbox', 'combobox', 'checkbox', 'link']) {
      expect(screen.queryByRole(role)).toBeNull();
    }
  });

  it('grows as things are logged in the meeting, and shows no other meeting’s', async () => {
    tab = await stage();
    await screen.findByText('Det ni loggar i mötet växer fram här.');
    await colleague(tab.tenant).changes('Nya recept minskar svinnet från matproduktionen', {
      MeetingId: meetingId,
    });
    await colleague(tab.tenant).changes('Fler maträtter skickas till Kajutan', { MeetingId: 'another' });
    window.dispatchEvent(new Event('online'));
    await screen.findByRole('heading', { name: 'Loggat i mötet (1)' });
    const list = within(screen.getByRole('list', { name: /^Loggat i mötet/ }));
    expect(list.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      'Nya recept minskar svinnet från matproduktionenKost · Avfall · Eva Strand',
    ]);
  });

  it.each(['year=2023&room=nedlagd', 'year=2023&room=%3Cscript%3E'])(
    'of a room that is not there says so: %s',
    async (subPage) => {
      tab = await stage({ subPage, entityId: 'department/nedlagd' });
      expect(await screen.findByRole('heading', { name: 'Avdelningen finns inte längre' })).toBeDefined();
    },
  );
});
