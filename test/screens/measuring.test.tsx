import { screen, waitFor, within } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { measurementKey } from '../../src/goals/indicator.ts';
import { colleague } from './colleague.ts';
import type { openTab, Tab } from './openTab.ts';
import { siteFields } from './siteFields.ts';
import { drawer, openOverview } from './strategist.ts';

await import('../../src/goals/MeasureDrawer.tsx');

let tab: Tab;
let user: UserEvent;
afterEach(() => tab.close());

const travel = 'Koldioxid från tjänsteresor och transporter';
const autumn = '2023-delar-augusti';
const key = measurementKey('resor-koldioxid', autumn);

async function openIndicators(where: Parameters<typeof openTab>[0] = {}): Promise<void> {
  ({ tab, user } = await openOverview({ subPage: 'year=2023&view=indicators', ...where }));
}

async function openMeasure() {
  await user.click(await screen.findByRole('button', { name: `Skriv in utfall för ${travel}` }));
  const form = await drawer('Skriv in utfall');
  const field = (name: string) => form.getByLabelText<HTMLInputElement>(name);
  return { form, field };
}

const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const part = () => screen.getByRole('region', { name: travel });
const rows = () =>
  within(part())
    .getAllByRole('row')
    .map((row) => row.textContent.replaceAll('\u00A0', ' '));
const facts = () => part().querySelector('p')?.textContent.replaceAll('\u00A0', ' ');

async function stored() {
  await screen.findByText('Sparat ✓');
  return (await siteFields(tab.tenant, 'Measurements').all()).find((one) => one['Key'] === key);
}

/** Somebody else puts in the outcome. */
const theirs = (value: number) =>
  colleague(tab.tenant).adds('measurements', {
    key,
    title: 'Utfall',
    removed: false,
    indicatorKey: 'resor-koldioxid',
    periodKey: autumn,
    year: 2023,
    value,
    comment: null,
    source: 'Deras källa',
  });

describe('putting in an outcome', () => {
  it('[F54] shows it beside the trend as what it is: a part of its year', async () => {
    await openIndicators();
    const { form, field } = await openMeasure();
    expect(form.getByLabelText<HTMLSelectElement>('Period').selectedOptions[0]?.textContent).toBe(
      'Delår augusti 2023',
    );
    expect(form.getByText('ton CO2e')).toBeDefined();
    await user.type(field('Utfall'), '1 034,5');
    await user.type(field('Källa'), 'Resebyrån');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await isClosed();
    expect(facts()).toBe(
      '1 538 ton CO2e (2022). 8,3 % lägre än 2015. I takt med målet. ' +
        'Delår augusti 2023: 1 034,5 ton CO2e. Jämförs med målet när helåret är klart. Mål 2026: 1 510,2 ton CO2e.',
    );
    expect(rows()).toContain('Delår augusti 20231 034,5Resebyrån');
    expect(await stored()).toMatchObject({ Value: 1034.5, Source: 'Resebyrån', Year: 2023 });
    expect(await screen.findByText('Utfallet är sparat.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Ångra' }));
    await waitFor(() => expect(rows().join()).not.toContain('Delår augusti'));
  });

  it('[F54] gives way to the full year’s, and what is typed for two periods is saved for both', async () => {
    await openIndicators();
    const { form, field } = await openMeasure();
    await user.type(field('Utfall'), '1034');
    await user.selectOptions(form.getByLabelText('Period'), 'Helår 2023');
    expect(field('Utfall').value).toBe('');
    await user.type(field('Utfall'), '1490');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await isClosed();
    expect(facts()).toBe(
      '1 490 ton CO2e (2023). 11,2 % lägre än 2015. I takt med målet. Mål 2026: 1 510,2 ton CO2e.',
    );
    expect(rows().slice(-3, -1)).toEqual(['Delår augusti 20231 034', '20231 490']);
  });

  it('is refused beside the field where it is no number, and stays', async () => {
    await openIndicators();
    const { form, field } = await openMeasure();
    await user.type(field('Utfall'), '1.034,5');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    expect(await form.findByText('Skriv utfallet som ett tal.')).toBeDefined();
    expect(field('Utfall').value).toBe('1.034,5');
    await user.keyboard('{Escape}');
    expect(await form.findByText('Det du har skrivit är inte sparat.')).toBeDefined();
    expect(await stored()).toBeUndefined();
  });

  it('[F55] asks about what is ten times the last, and saves it all the same', async () => {
    await openIndicators();
    const { form, field } = await openMeasure();
    await user.type(field('Utfall'), '15380');
    expect(form.queryByText(/Stämmer det\?/)).toBeNull();
    await user.type(field('Utfall'), '0');
    expect(form.getByText(/^Det är mer än tio gånger så mycket som sist .*Stämmer det\?$/)).toBeDefined();
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await isClosed();
    expect(await stored()).toMatchObject({ Value: 153_800 });
  });

  it('shows what is there already, and changes what was touched alone', async () => {
    await openIndicators();
    const first = await openMeasure();
    await user.type(first.field('Utfall'), '1034,5');
    await user.type(first.field('Källa'), 'Resebyrån');
    await user.click(first.form.getByRole('button', { name: 'Spara' }));
    await isClosed();
    await stored();
    const { form, field } = await openMeasure();
    expect(field('Utfall').value).toBe('1034,5');
    await user.type(field('Kommentar'), 'Preliminärt');
    await siteFields(tab.tenant, 'Measurements').changes(key, { Source: 'Skrivet av en annan' });
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await isClosed();
    await waitFor(async () =>
      expect(await stored()).toMatchObject({
        Value: 1034.5,
        Comment: 'Preliminärt',
        Source: 'Skrivet av en annan',
      }),
    );
  });

  it.each([
    ['Behåll mitt', 920],
    ['Behåll deras', 910],
  ])('[F34] of two people’s outcomes both are shown, and %s settles it', async (choice, value) => {
    await openIndicators();
    const { form, field } = await openMeasure();
    await theirs(910);
    await user.type(field('Utfall'), '920');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await isClosed();
    await user.click(await screen.findByRole('button', { name: 'Behöver dig' }));
    const waiting = await drawer('Väntar och behöver dig');
    const clash = within(await waiting.findByRole('group', { name: /Du och någon annan/ }));
    const both = within(clash.getByLabelText('Utfall'));
    expect(both.getByText('920')).toBeDefined();
    expect(both.getByText('910')).toBeDefined();
    await user.click(clash.getByRole('button', { name: choice }));
    await user.click(waiting.getByRole('button', { name: 'Stäng' }));
    await isClosed();
    await waitFor(async () => expect(await stored()).toMatchObject({ Value: value }));
  });

  it('[F37] into a closed period is a correction, with its reason', async () => {
    await openIndicators({
      prepare: (tenant) => siteFields(tenant, 'Periods').changes(autumn, { State: 'closed' }),
    });
    const { form, field } = await openMeasure();
    await user.selectOptions(form.getByLabelText('Period'), 'Delår augusti 2023 (stängd)');
    await user.type(field('Utfall'), '1034');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    expect(
      await form.findByText('Perioden är stängd. Det går bara att rätta, med en förklaring.'),
    ).toBeDefined();
    expect(field('Utfall').value).toBe('1034');
    await user.click(form.getByRole('button', { name: 'Gör till en rättelse' }));
    await user.type(form.getByLabelText('Varför rättas det?'), 'Resebyrån räknade om');
    await user.click(form.getByRole('button', { name: 'Spara rättelsen' }));
    await isClosed();
    expect(await stored()).toMatchObject({ Value: 1034 });
    const comments = await siteFields(tab.tenant, 'Comments').all();
    expect(comments).toMatchObject([
      { Text: 'Resebyrån räknade om', SubjectKey: key, PeriodKey: autumn, IsCorrection: true },
    ]);
  });
});

describe('the way to putting in an outcome', () => {
  it('is not there in a year without periods', async () => {
    await openIndicators({ subPage: 'year=2024&view=indicators' });
    await screen.findByRole('region', { name: travel });
    expect(screen.queryByRole('button', { name: /^Skriv in utfall/ })).toBeNull();
  });

  it('goes away for whoever may only read, after the first refusal, with words', async () => {
    await openIndicators({ person: 'Olof Wiklund' });
    const { form, field } = await openMeasure();
    await user.type(field('Utfall'), '1034');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await isClosed();
    expect(await screen.findByText(/^Du kan inte skriva in utfall\./)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Skriv in utfall/ })).toBeNull();
  });
});
