import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import { Bare } from '../../src/App.tsx';
import type { Environment, Notification, Outcome } from '../../src/environment.ts';
import type { Message } from '../../src/panel/messages.ts';
import { TellPeople } from '../../src/panel/TellPeople.tsx';
import { sv } from '../../src/text/sv.ts';
import { EnvironmentContext } from '../../src/useEnvironment.tsx';

let root: Root;
afterEach(() => root.unmount());

const messageTo = (name: string | null, place: string): Message => ({
  id: place,
  to: name === null ? null : { id: `id of ${name}`, name },
  place,
  kind: 'goalAssigned',
  topic: place,
  preview: `${place} har fått Minskat avfall.`,
  parameters: { goals: 'Minskat avfall', unit: place },
  line: `Anders Ekholm har fördelat Minskat avfall till ${place}`,
  link: `https://teams.microsoft.com/l/entity/x?label=${place}`,
});

/** The offer to tell these, on a Teams that answers so in turn, each answer given by hand. */
function offer(messages: readonly Message[], ...outcomes: Outcome[]) {
  const sent: Notification[] = [];
  const underWay: (() => void)[] = [];
  const told = { closed: 0, begun: 0 };
  const notify: Environment['notify'] = (notification) => {
    sent.push(notification);
    const outcome = outcomes[sent.length - 1] ?? 'sent';
    return new Promise((resolve) => underWay.push(() => resolve(outcome)));
  };
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') ?? document.body);
  root.render(
    <EnvironmentContext value={{ notify } as Environment}>
      <Bare text={sv}>
        <TellPeople
          messages={messages}
          onBegin={() => (told.begun += 1)}
          onClose={() => (told.closed += 1)}
        />
      </Bare>
    </EnvironmentContext>,
  );
  const user = userEvent.setup({ delay: null });
  const answerNext = async () => {
    await waitFor(() => expect(underWay).not.toEqual([]));
    underWay.shift()?.();
  };
  return { user, sent, told, answerNext };
}

const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);

describe('telling several people', () => {
  it('[A16] goes one by one, tells what came of each, and sends to each once', async () => {
    const messages = [messageTo('Karin Holm', 'Kost'), messageTo('Per Nystrand', 'Växel')];
    const { user, sent, told, answerNext } = offer(messages, 'sent', 'unclear');
    const button = await screen.findByRole('button', { name: 'Berätta för Karin Holm och Per Nystrand' });
    expect(rows()[0]).toContain('Anders Ekholm har fördelat Minskat avfall till KostKost har fått');
    // Twice in one breath, before the screen has changed.
    button.click();
    button.click();
    await screen.findAllByText('Skickar …');
    expect(sent.map(({ to }) => to.name)).toEqual(['Karin Holm']);
    await answerNext();
    await screen.findByText('Skickat');
    await answerNext();
    await screen.findByText(/^Oklart om det kom fram/);
    expect(sent.map(({ to }) => to.name)).toEqual(['Karin Holm', 'Per Nystrand']);
    expect(sent[0]).toEqual({
      to: { id: 'id of Karin Holm', name: 'Karin Holm' },
      kind: 'goalAssigned',
      topic: 'Kost',
      preview: 'Kost har fått Minskat avfall.',
      parameters: { goals: 'Minskat avfall', unit: 'Kost' },
      link: 'https://teams.microsoft.com/l/entity/x?label=Kost',
    });
    await waitFor(() => expect(screen.queryByRole('button', { name: /Berätta/ })).toBeNull());
    expect(screen.getByRole('button', { name: 'Kopiera texten till Per Nystrand' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Kopiera texten till Karin Holm' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Stäng' }));
    expect(told.closed).toBe(1);
    expect(told.begun).toBeGreaterThan(0);
  });

  it('[A16] the button sends again only what was surely not sent', async () => {
    const messages = [messageTo('Karin Holm', 'Kost'), messageTo('Per Nystrand', 'Växel')];
    const { user, sent, answerNext } = offer(messages, 'sent', 'later', 'sent');
    await user.click(await screen.findByRole('button', { name: /Berätta/ }));
    await answerNext();
    await answerNext();
    await screen.findByText('Inte skickat än. Går att skicka om en minut.');
    await user.click(await screen.findByRole('button', { name: 'Berätta för Per Nystrand' }));
    await answerNext();
    await waitFor(() => expect(screen.getAllByText('Skickat')).toHaveLength(2));
    expect(sent.map(({ to }) => to.name)).toEqual(['Karin Holm', 'Per Nystrand', 'Per Nystrand']);
  });

  it('asks Teams no more once it may not send, and offers everybody’s text', async () => {
    const messages = [messageTo('Karin Holm', 'Kost'), messageTo('Per Nystrand', 'Växel')];
    const { user, sent, answerNext } = offer(messages, 'notAllowed');
    await user.click(await screen.findByRole('button', { name: /Berätta/ }));
    await answerNext();
    await waitFor(() => expect(screen.getAllByText(/^Teams får inte skicka här/)).toHaveLength(2));
    expect(sent).toHaveLength(1);
    expect(screen.getAllByRole('button', { name: /^Kopiera texten till/ })).toHaveLength(2);
  });

  it('goes on after somebody lacks the app, when others have been told', async () => {
    const messages = [
      messageTo('Karin Holm', 'Kost'),
      messageTo('Per Nystrand', 'Växel'),
      messageTo('Lena Dahlgren', 'Transport'),
    ];
    const { user, sent, answerNext } = offer(messages, 'sent', 'notAllowed', 'sent');
    await user.click(await screen.findByRole('button', { name: 'Berätta för tre chefer' }));
    for (const _ of messages) await answerNext();
    await waitFor(() => expect(screen.getAllByText('Skickat')).toHaveLength(2));
    expect(sent).toHaveLength(3);
  });

  it('says where nobody is known, and offers the text', async () => {
    const { sent } = offer([messageTo(null, 'Växel')]);
    await screen.findByText('Ingen chef är inlagd för Växel. Skicka texten själv i stället.');
    expect(screen.getByRole('button', { name: 'Kopiera texten till Växel' })).toBeDefined();
    expect(screen.queryByRole('button', { name: /Berätta/ })).toBeNull();
    expect(sent).toEqual([]);
  });

  it('of many lists what they will read when asked, and afterwards only who needs something', async () => {
    const names = ['Ada', 'Bo', 'Cia', 'Dan', 'Eva'];
    const messages = names.map((name) => messageTo(name, `Enhet ${name}`));
    const { user, answerNext } = offer(messages, 'sent', 'sent', 'notFound', 'sent', 'sent');
    await screen.findByText('Fem chefer får det här i sitt flöde i Teams:');
    expect(screen.queryAllByRole('listitem')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Visa vad de får läsa' }));
    expect(rows()).toHaveLength(5);
    await user.click(screen.getByRole('button', { name: 'Berätta för fem chefer' }));
    for (const _ of messages) await answerNext();
    await screen.findByText(
      'Skickat till Ada (Enhet Ada), Bo (Enhet Bo), Dan (Enhet Dan) och Eva (Enhet Eva).',
    );
    expect(rows()).toHaveLength(2);
    expect(
      within(screen.getAllByRole('listitem')[1] as HTMLElement).getByText('Cia, Enhet Cia'),
    ).toBeDefined();
  });
});
