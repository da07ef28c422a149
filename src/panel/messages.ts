import type { GoalNews } from '../assignments/goalNews.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { shortened } from '../basics/shortened.ts';
import type { Environment, Notification } from '../environment.ts';
import type { GapKind } from '../followup/gaps.ts';
import type { FullText } from '../text/svLater.ts';
import { subPageText } from './subPage.ts';

/** What somebody is to be told, in whole words: for their feed in Teams, or for a text to copy. */
export type Message = Omit<Notification, 'to'> & {
  readonly id: string;
  /** `null`: nobody is known who could be told. */
  readonly to: Person | null;
  /** The place that the recipient answers for. */
  readonly place: string;
  /** What Teams will show above the preview, as the app's manifest has it. */
  readonly line: string;
};

/** Teams shows no more of it. */
const longestPreview = 150;

type Telling = {
  readonly year: number;
  readonly me: Person;
  readonly text: FullText;
  readonly linkTo: Environment['linkTo'];
};

export function assignedMessage(news: GoalNews, telling: Telling): Message {
  const titles = news.goals.map(({ title }) => title);
  return messageOf('goalAssigned', news, telling.text.telling.assigned(titles), telling);
}

/** `waiting`: how many of the unit's activities would begin to count. */
export function requestedMessage(news: GoalNews, waiting: number, telling: Telling): Message {
  const titles = news.goals.map(({ title }) => title);
  return messageOf('goalRequested', news, telling.text.telling.requested(titles, waiting), telling);
}

function messageOf(
  kind: 'goalAssigned' | 'goalRequested',
  { to, place, unit, goals }: GoalNews,
  preview: string,
  { year, me, text, linkTo }: Telling,
): Message {
  const words = text.telling.goals(goals.map(({ title }) => title));
  return {
    id: [kind, unit.key, ...goals.map(({ key }) => key)].join(' '),
    to,
    place: place.title,
    kind,
    topic: unit.title,
    preview: shortened(preview, longestPreview),
    parameters: { goals: words, unit: unit.title },
    line: text.telling.lines[kind](me.name, words, unit.title),
    // Where the answer is given: a unit's own page, or the page of whoever hands down.
    link: linkTo(subPageText({ year, roomKey: place.key }), place.title),
  };
}

/** The same message as a text, for whoever sends it in another way. */
export function letterOf({ line, preview, link }: Message, { telling }: FullText): string {
  return telling.letter(line, preview, link);
}

/** A reminder of something that is missing; `what` is what it is about, in the manifest's line. */
export function reminderMessage(
  reminder: {
    readonly gap: { readonly kind: GapKind };
    readonly place: { readonly key: Key; readonly title: string };
    readonly to: Person | null;
    readonly preview: string;
  },
  { year, me, text, linkTo }: Telling,
): Message {
  const { gap, place, to, preview } = reminder;
  const what = text.gaps.what[gap.kind];
  return {
    id: ['reminder', place.key, gap.kind].join(' '),
    to,
    place: place.title,
    kind: 'reminder',
    topic: place.title,
    preview: shortened(preview, longestPreview),
    parameters: { what },
    line: text.gaps.reminds(me.name, what),
    link: linkTo(subPageText({ year, roomKey: place.key }), place.title),
  };
}
