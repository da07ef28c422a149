import { screen, waitFor, within } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { GapNote } from '../../src/followup/gapNote.ts';
import { gapNoteKey } from '../../src/followup/noteGap.ts';
import type { Tenant } from '../tenant.ts';
import { colleague } from './colleague.ts';
import type { Tab } from './openTab.ts';
import { drawer, openOverview } from './strategist.ts';

let tab: Tab;
let user: UserEvent;
/** How often Teams was asked to put something into a feed. */
let asked = 0;

afterEach(() => tab.close());

/** The reminder to the head of HR, in a Teams that answers so. */
async function openReminder(
  answer: () => Response | Promise<Response>,
  where?: Parameters<typeof openOverview>[0],
) {
  asked = 0;
  ({ tab, user } = await openOverview(where));
  tab.answerTo('sendActivityNotification', () => {
    asked += 1;
    return answer();
  });
  await user.click(screen.getByRole('tab', { name: /^Luckor/ }));
  return reopen();
}

async function reopen() {
  await user.click(await screen.findByRole('button', { name: 'Påminn: HR' }));
  return drawer('Påminn HR');
}

async function close() {
  await user.click(screen.getByText('Stäng', { selector: 'button' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

const accepted = () => new Response(null, { status: 204 });
const failing = (status: number, code: string) => () =>
  Response.json({ error: { code, message: code } }, { status });
const sendButton = { name: 'Skicka till Helena Wester' };
const gap = { year: 2023, departmentKey: 'hr', gap: 'noActivity' } as const;
const rowOfHr = () => {
  const list = screen.getByRole('list', { name: /saknar aktivitet$/ });
  return within(list).getAllByRole('listitem')[0]?.textContent;
};

/** The notes of reminders as they stand on the site. */
async function notes(): Promise<Readonly<Record<string, unknown>>[]> {
  const { graphFor, people, configuration } = tab.tenant;
  const graph = graphFor(people.owner);
  const { id } = (await graph.get(`/sites/${configuration.site.hostname}:${configuration.site.path}`)) as {
    id: string;
  };
  const all = (await graph.get(`/sites/${id}/lists/GapNotes/items?$expand=fields`)) as {
    value: { fields: Readonly<Record<string, unknown>> }[];
  };
  return all.value.map(({ fields }) => fields);
}

/** A colleague at another desk has reminded the head of HR today, and it went so. */
const reminded = (state: GapNote['state']) => async (tenant: Tenant) => {
  const helena = tenant.organisation.people.find(({ name }) => name === 'Helena Wester');
  if (!helena) throw new Error('There is no Helena');
  const key = gapNoteKey(gap, { recipientId: helena.id, on: '2023-08-25' });
  await colleague(tenant).adds('gapNotes', {
    ...gap,
    key,
    title: key,
    removed: false,
    kind: 'reminded',
    state,
    recipient: { id: helena.id, name: helena.name },
    on: '2023-08-25',
    by: { id: tenant.people.owner, name: 'Ingrid Sandell' },
    text: 'Hej!',
  });
};

describe('a reminder', () => {
  it('[F22][F32] shows what the head will read, is sent once, and stands noted beside the gap', async () => {
    const aside = await openReminder(accepted);
    expect(aside.getByText('Ingrid Sandell påminner om aktiviteter')).toBeDefined();
    expect(aside.getByRole<HTMLTextAreaElement>('textbox').value).toMatch(/^Ingen aktivitet är inlagd än\./);
    const button = aside.getByRole('button', sendButton);
    // Twice in one breath, before the screen has changed.
    button.click();
    button.click();
    await aside.findByText('Skickat');
    expect(asked).toBe(1);
    expect(aside.queryByRole('button', sendButton)).toBeNull();
    await close();
    expect(rowOfHr()).toContain('Helena Wester påmind 25 augusti 2023');
    await screen.findByText('Sparat ✓');
    expect(await notes()).toMatchObject([{ Kind: 'reminded', State: 'sent', Gap: 'noActivity' }]);
    // [F32] Nobody can take a sent one back.
    expect(screen.queryByRole('button', { name: 'Ångra' })).toBeNull();
  });

  it('[F22] the note stands before anything is sent', async () => {
    let answer: (response: Response) => void = () => {};
    const aside = await openReminder(() => new Promise((resolve) => (answer = resolve)));
    await user.click(aside.getByRole('button', sendButton));
    await aside.findByText('Skickar …');
    await waitFor(() => expect(asked).toBe(1));
    await waitFor(async () => expect(await notes()).toMatchObject([{ State: 'sending' }]));
    answer(accepted());
    await aside.findByText('Skickat');
    await waitFor(async () => expect(await notes()).toMatchObject([{ State: 'sent' }]));
  });

  it('[F22] of the same gap to the same person on the same day is refused in words', async () => {
    let aside = await openReminder(accepted);
    await user.click(aside.getByRole('button', sendButton));
    await aside.findByText('Skickat');
    await close();
    aside = await reopen();
    expect(aside.getByText('Helena Wester är redan påmind om det i dag.')).toBeDefined();
    expect(aside.queryByRole('button', sendButton)).toBeNull();
    expect(asked).toBe(1);
  });

  it('[F22] that a colleague sent today is not sent again', async () => {
    const aside = await openReminder(accepted, { prepare: reminded('sent') });
    expect(aside.getByText('Helena Wester är redan påmind om det i dag.')).toBeDefined();
    expect(aside.queryByRole('button', sendButton)).toBeNull();
  });

  it.each(['sending', 'unclear'] as const)(
    '[F23] that nobody knows the fate of (%s) is never sent again by itself',
    async (state) => {
      const aside = await openReminder(accepted, { prepare: reminded(state) });
      expect(aside.getByText(/^Det är oklart om påminnelsen kom fram\./)).toBeDefined();
      expect(aside.queryByRole('button', sendButton)).toBeNull();
      expect(aside.getByRole('button', { name: /^Kopiera texten/ })).toBeDefined();
      expect(asked).toBe(0);
    },
  );

  it('[F23] with an unclear answer says so, is not sent again, and offers the text', async () => {
    let aside = await openReminder(failing(503, 'serviceNotAvailable'));
    await user.click(aside.getByRole('button', sendButton));
    await aside.findByText(/^Oklart om det kom fram\./);
    expect(aside.queryByRole('button', sendButton)).toBeNull();
    expect(aside.getByRole('button', { name: 'Kopiera texten till Helena Wester' })).toBeDefined();
    const times = asked;
    await close();
    expect(rowOfHr()).toContain('oklart om den kom fram');
    aside = await reopen();
    expect(aside.queryByRole('button', sendButton)).toBeNull();
    expect(asked).toBe(times);
  });

  it('that Teams may not send is told, leaves no note, and offers the text', async () => {
    const aside = await openReminder(failing(403, 'Forbidden'));
    await user.click(aside.getByRole('button', sendButton));
    await aside.findByText(/^Teams får inte skicka här\./);
    expect(aside.getByRole('button', { name: 'Kopiera texten till Helena Wester' })).toBeDefined();
    await close();
    expect(rowOfHr()).not.toContain('Helena');
  });

  it('that surely did not go can be tried again later the same day', async () => {
    const aside = await openReminder(
      () => new Response(null, { status: 429, headers: { 'Retry-After': '1' } }),
    );
    await user.click(aside.getByRole('button', sendButton));
    await aside.findByText('Inte skickat än. Går att skicka om en minut.');
    expect(aside.getByRole('button', sendButton)).toBeDefined();
    await close();
    expect(rowOfHr()).not.toContain('Helena');
  });
});
