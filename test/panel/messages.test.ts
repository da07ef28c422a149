import { expect, it } from 'vitest';
import type { GoalNews } from '../../src/assignments/goalNews.ts';
import { assignedMessage, letterOf, requestedMessage } from '../../src/panel/messages.ts';
import { en } from '../../src/text/en.ts';
import { enLater } from '../../src/text/enLater.ts';
import { sv } from '../../src/text/sv.ts';
import { svLater } from '../../src/text/svLater.ts';
import { aGoal, anna, kitchen, service } from '../builders.ts';

const bo = { id: 'b0000000-0000-4000-8000-000000000002', name: 'Bo Ek' };
const goal = (title: string) => aGoal({ key: title.toLowerCase(), title });
const telling = {
  year: 2023,
  me: anna,
  text: { ...sv, ...svLater },
  linkTo: (subPage: string, label: string) => `link ${label} ${subPage}`,
};
const given = (...titles: string[]): GoalNews => ({
  to: bo,
  place: kitchen,
  unit: kitchen,
  goals: titles.map(goal),
});

it('one goal is named, several are counted, and the preview names them all', () => {
  expect(assignedMessage(given('Avfall'), telling)).toEqual({
    id: 'goalAssigned service-kost avfall',
    to: bo,
    place: 'Kost',
    kind: 'goalAssigned',
    topic: 'Kost',
    line: 'Anna Berg har fördelat Avfall till Kost',
    preview: 'Säg gärna om ni är överens eller vill prata.',
    parameters: { goals: 'Avfall', unit: 'Kost' },
    link: 'link Kost year=2023&room=service-kost',
  });
  expect(assignedMessage(given('Avfall', 'Resor'), telling)).toMatchObject({
    line: 'Anna Berg har fördelat två mål till Kost',
    preview: 'Avfall och Resor. Säg gärna om ni är överens eller vill prata.',
    parameters: { goals: 'två mål' },
  });
});

it('a request leads to the page of whoever hands down, and tells how much waits', () => {
  const asked: GoalNews = { ...given('Avfall'), place: service };
  expect(requestedMessage(asked, 0, telling)).toMatchObject({
    kind: 'goalRequested',
    line: 'Anna Berg ber om Avfall till Kost',
    preview: 'Svara i fliken Miljömål.',
    link: 'link Service year=2023&room=service',
    place: 'Service',
    topic: 'Kost',
  });
  expect(requestedMessage(asked, 1, telling).preview).toBe('En aktivitet väntar på svaret.');
  expect(requestedMessage(asked, 3, telling).preview).toBe('Tre aktiviteter väntar på svaret.');
});

it('the preview is never longer than Teams shows', () => {
  const long = ['Minskade utsläpp', 'Minskad användning', 'Hållbar upphandling'].map((title) =>
    `${title} av allt som går `.repeat(2).trim(),
  );
  const { preview } = assignedMessage(given(...long), telling);
  expect(preview.length).toBeLessThanOrEqual(150);
  expect(preview).toMatch(/\p{L}…$/u);
});

it('as a text it says the same, and ends with the link', () => {
  const message = assignedMessage(given('Avfall'), telling);
  expect(letterOf(message, telling.text)).toBe(
    'Anna Berg har fördelat Avfall till Kost.\nSäg gärna om ni är överens eller vill prata.\nlink Kost year=2023&room=service-kost',
  );
  const english = { ...telling, text: { ...en, ...enLater } };
  expect(assignedMessage(given('Avfall', 'Resor'), english).line).toBe(
    'Anna Berg has handed down two goals to Kost',
  );
});
