import type { Day } from '../basics/day.ts';
import { capital, list, number } from './enNumbers.ts';
import type { asking as svAsking, telling as svTelling } from './svAsking.ts';

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const day = (on: Day) => days.format(new Date(`${on}T00:00:00Z`));
const named = (titles: readonly string[]) => (titles.length > 1 ? `${list.format(titles)}. ` : '');
const activities = (n: number) => (n === 1 ? 'one activity' : `${number(n)} activities`);
const goalsOf = (n: number) => (n === 1 ? 'one goal' : `${number(n)} goals`);

export const asking: typeof svAsking = {
  afterSave: 'Saved. The activity waits until the unit has the goal. Ask the head now?',
  waits: (goals) => `The activity counts once the unit has ${list.format(goals)}.`,
  ask: (goals) => (goals === 1 ? 'Ask for the goal' : `Ask for ${number(goals)} goals`),
  askFor: 'Ask for a goal',
  intro: 'Choose what you want to work on. Whoever hands down the goals sees your question.',
  give: (unit) => `Hand down to ${unit}`,
  asked: (place) => `The question waits for an answer from ${place}.`,
  askedBy: (name, on) => `${name} asked for it on ${day(on)}. The question waits for an answer.`,
  askedAlready: 'Somebody has asked for the goal already. The question waits for an answer.',
  notNow: 'Not now',
  requests: {
    title: 'Waiting for you',
    asks: (unit, goal) => `${unit} asks for ${goal}`,
    by: (name, on) => (on === '' ? name : `${name}, ${day(on)}`),
    waiting: (n) => (n === 0 ? '' : n === 1 ? 'one activity waits' : `${activities(n)} wait`),
    approve: 'Approve',
    approveOf: (unit, goal) => `Approve ${goal} for ${unit}`,
    declineOf: (unit, goal) => `Not now: ${unit} waits for ${goal}`,
    declined: 'The goal is not handed down now. What the unit has written stays, and waits.',
    notHeld: 'You do not hold the goal yourselves yet, so it cannot be handed down.',
  },
  consultation: {
    title: 'Consultation',
    handed: (place, goals) => `${place} has handed down ${goalsOf(goals)} to you.`,
    handedMore: (goals) =>
      goals === 1
        ? 'One goal waits for your answer.'
        : `${capital(number(goals))} goals wait for your answer.`,
    agree: 'We agree',
    discuss: 'Let us talk',
    agreeOn: (goal) => `We agree on ${goal}`,
    discussOn: (goal) => `Let us talk about ${goal}`,
    each: 'Answer for each goal',
    label: 'Answers for each goal',
    agreed: (on, name) => ['Agreed', [on, name].filter(Boolean).join(', ')].join(' ').trim(),
    wantsTalk: (goals) => `You want to talk about ${list.format(goals)}.`,
    talking: (on, name) => ['Wants to talk', [on, name].filter(Boolean).join(', ')].join(' ').trim(),
    unanswered: 'No answer yet',
    change: 'Change',
    done: 'Done',
    harmless: 'The answer holds nothing up: begin whenever you like.',
  },
};

export const telling: typeof svTelling = {
  title: 'Tell people',
  lines: {
    goalAssigned: (actor, goals, unit) => `${actor} has handed down ${goals} to ${unit}`,
    goalRequested: (actor, goals, unit) => `${actor} asks for ${goals} for ${unit}`,
  },
  goals: (titles) => (titles.length === 1 ? (titles[0] ?? '') : goalsOf(titles.length)),
  assigned: (titles) => `${named(titles)}Please say if you agree or want to talk.`,
  requested: (titles, waiting) =>
    waiting === 0
      ? `${named(titles)}Answer in the tab Environmental goals.`
      : `${named(titles)}${capital(activities(waiting))} ${waiting === 1 ? 'waits' : 'wait'} for the answer.`,
  tell: (names) => (names.length > 2 ? `Tell ${number(names.length)} heads` : `Tell ${list.format(names)}`),
  offer: (names) =>
    names.length > 2
      ? `${capital(number(names.length))} heads get this in their feed in Teams:`
      : `${list.format(names)} ${names.length === 1 ? 'gets' : 'get'} this in the feed in Teams:`,
  nobody: (place) => `No head is entered for ${place}. Send the text yourself instead.`,
  show: 'Show what they will read',
  hide: 'Hide',
  sentTo: (names) => `Sent to ${list.format(names)}.`,
  outcomes: {
    sending: 'Sending …',
    sent: 'Sent',
    unclear: 'It is unclear whether it came through. It is not sent again by itself.',
    later: 'Not sent yet. It can be sent in a minute.',
    notAllowed: 'Teams may not send here. Send the text yourself instead.',
    notFound: 'Teams does not find this person. Send the text yourself instead.',
  },
  copy: 'Copy the text',
  copyOf: (name) => `Copy the text to ${name}`,
  copied: 'Copied',
  selected: 'The text is selected. Copy it with Ctrl+C.',
  letter: (line, preview, link) => `${line}.\n${preview}\n${link}`,
};
