import { screen, waitFor, within } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { unitsOf } from '../../scripts/seedRows.ts';
import { aGoal, anActivity } from '../builders.ts';
import { colleague } from './colleague.ts';
import type { Tab } from './openTab.ts';
import { drawer, openOverview, rowsOf } from './strategist.ts';

let tab: Tab;
let user: UserEvent;

afterEach(() => tab.close());

async function openGaps(where?: Parameters<typeof openOverview>[0]): Promise<void> {
  ({ tab, user } = await openOverview(where));
  await user.click(screen.getByRole('tab', { name: /^Luckor/ }));
  await screen.findByText(/^Det här saknas/);
}

const remedy = (name: string) => screen.getByRole('button', { name });
const noActivity = /^Fem av nio avdelningar saknar aktivitet$/;
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('the overview’s gaps', () => {
  it('[F17] stand together by kind, counted, each department with what closes its gap', async () => {
    await openGaps();
    expect(screen.getByRole('tab', { name: 'Luckor (11)' })).toBeDefined();
    const headings = within(screen.getByRole('tabpanel')).getAllByRole('heading');
    expect(headings.map((heading) => heading.textContent)).toEqual([
      'Fyra av nio avdelningar saknar något av målen',
      'En av nio avdelningar har inte fördelat vidare till sina enheter',
      'En av nio avdelningar har enheter utan mål',
      'Fem av nio avdelningar saknar aktivitet',
    ]);
    const row = within(screen.getByRole('list', { name: noActivity })).getAllByRole('listitem')[0];
    const buttons = within(row ?? document.body).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Påminn: HR',
      'Visa idéer: HR',
      'Planera samtal: HR',
      'Lägg åt sidan: HR',
      'Öppna HR',
    ]);
  });

  it('is closed here and now: the matrix opens in the department’s row, and what is saved takes the gap away', async () => {
    await openGaps();
    await user.click(remedy('Fördela: Kommunikation'));
    await screen.findByRole('dialog', { name: 'Fördela mål' });
    const missing = 'Hållbar upphandling och cirkulära flöden till Kommunikation';
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toMatch(/ till Kommunikation$/),
    );
    // What the gap names stands ticked.
    expect(screen.getByLabelText<HTMLInputElement>(missing, { selector: '[type=checkbox]' }).checked).toBe(
      true,
    );
    expect(screen.getByText('1 ny · 0 tas bort')).toBeDefined();
    await user.click(screen.getByText('Spara', { selector: 'button' }));
    await gone();
    await screen.findByRole('heading', { name: 'Tre av nio avdelningar saknar något av målen' });
    expect(screen.queryByRole('button', { name: 'Fördela: Kommunikation' })).toBeNull();
  });

  it('[F24] is put aside with a reason that stands there, kept on the site, and is taken up again', async () => {
    await openGaps();
    await user.click(remedy('Lägg åt sidan: HR'));
    const aside = await drawer('Lägg åt sidan: HR');
    await user.click(aside.getByRole('button', { name: 'Lägg åt sidan' }));
    expect(await aside.findByText('Skriv varför, så att andra förstår.')).toBeDefined();
    await user.type(aside.getByRole('textbox'), 'Går upp i Regionstaben i höst.');
    await user.click(aside.getByRole('button', { name: 'Lägg åt sidan' }));
    await gone();
    expect(screen.getByRole('heading', { name: 'Fyra av nio avdelningar saknar aktivitet' })).toBeDefined();
    expect(rowsOf('Lagda åt sidan (1)')[0]).toContain(
      'HRIngen aktivitet · Går upp i Regionstaben i höst. · Ingrid Sandell · 25 augusti 2023',
    );
    await screen.findByText('Sparat ✓');
    await user.click(remedy('Ta tillbaka'));
    await screen.findByRole('heading', { name: 'Fem av nio avdelningar saknar aktivitet' });
    expect(screen.queryByRole('list', { name: /^Lagda åt sidan/ })).toBeNull();
  });

  it('a reason that is half written is not lost by one press of Esc', async () => {
    await openGaps();
    await user.click(remedy('Lägg åt sidan: HR'));
    const aside = await drawer('Lägg åt sidan: HR');
    await user.type(aside.getByRole('textbox'), 'Går upp');
    await user.keyboard('{Escape}');
    expect(await aside.findByText('Det du har skrivit är inte sparat.')).toBeDefined();
    await user.click(aside.getByRole('button', { name: 'Släng det' }));
    await gone();
    expect(remedy('Lägg åt sidan: HR')).toBeDefined();
  });

  it('leads to a talk with the department’s head, and to its ideas', async () => {
    await openGaps();
    await user.click(remedy('Planera samtal: HR'));
    const talk = await drawer('Samtal med HR');
    await user.click(talk.getAllByRole('button', { name: 'Stäng' })[0] ?? document.body);
    await gone();
    await user.click(remedy('Visa idéer: HR'));
    expect(await screen.findByRole('heading', { level: 1, name: 'HR' })).toBeDefined();
  });

  it('[F18] has gone once the department has written something down and it is counted', async () => {
    await openGaps();
    expect(rowsOf(noActivity)).toHaveLength(5);
    const hr = unitsOf(tab.tenant.organisation).get('hr');
    if (!hr) throw new Error('There is no HR');
    const row = anActivity(hr, [aGoal({ key: 'energi' })], {
      key: 'a-hr',
      title: 'Släcka lampor',
      shelf: '2023/hr',
      unitShelf: '2023/hr',
    });
    await colleague(tab.tenant).adds('activities', row);
    await user.click(screen.getByRole('button', { name: 'Räkna om från början' }));
    await screen.findByRole('heading', { name: 'Fyra av nio avdelningar saknar aktivitet' });
    expect(screen.queryByRole('button', { name: 'Påminn: HR' })).toBeNull();
    expect(screen.getByRole('button', { name: 'elva aktiviteter' })).toBeDefined();
  });
});
