import { networks, type Network } from '../graph/faults/networks.ts';
import type { Session } from './session.ts';

/** What the strip chooses. It lives in the address, so that a reload or a link opens the same view. */

export const themes = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
export const windowLanguages = ['sv', 'en'] as const;
export type WindowLanguage = (typeof windowLanguages)[number];

/**
 * How the pretend Teams signs the tab in: itself, in a window of the tab's own, or not at all. In the address alone: teams-js
 * opens windows of https pages only, and the stand-in's own pages are none.
 */
export const signIns = ['direct', 'window', 'refused'] as const;
export type SignInKind = (typeof signIns)[number];

/** `channel: null` is Allmänt, the channel that every team has and where the tab is not set up. */
export type Place =
  | { kind: 'channel'; channel: string | null }
  | { kind: 'settings'; channel: string | null }
  | { kind: 'remove'; channel: string | null }
  | { kind: 'meeting'; unit: string }
  | { kind: 'personal' };

export type Choice = {
  personId: string;
  place: Place;
  theme: Theme;
  language: WindowLanguage;
  signIn: SignInKind;
  /** The tab's own page inside the place, as a deep link names it. */
  subPage: string | undefined;
  /** Activity in the rail: the feed stands beside the place. */
  isFeedOpen: boolean;
};

/** What the stand-in itself keeps, the same for everybody who looks at it. */
export type Machine = { day: string; network: Network };

const signInNames: Readonly<Record<SignInKind, string>> = {
  direct: 'direct',
  window: 'popup',
  refused: 'refused',
};
const themeNames: Readonly<Record<Theme, string>> = { default: 'light', dark: 'dark', contrast: 'contrast' };

export function writePlace(place: Place): string {
  if (place.kind === 'personal') return 'personal';
  if (place.kind === 'meeting') return `meeting:${place.unit}`;
  return place.channel === null ? place.kind : `${place.kind}:${place.channel}`;
}

/** Reads a place; undefined when it names something that this organisation does not have. */
export function readPlace(text: string, session: Session): Place | undefined {
  const [kind, key] = text.split(':', 2);
  if (kind === 'personal') return { kind };
  const place = session.places.find((candidate) => candidate.key === key);
  if (kind === 'meeting') return place === undefined ? undefined : { kind, unit: place.key };
  if (kind !== 'channel' && kind !== 'settings' && kind !== 'remove') return undefined;
  if (key === undefined) return { kind, channel: null };
  return place?.level === 'department' ? { kind, channel: place.key } : undefined;
}

export function samePlace(one: Place, other: Place): boolean {
  return writePlace(one) === writePlace(other);
}

/** `#person=…&place=channel:regionservice&theme=dark&lang=sv&day=2023-08-25&net=good` */
export function writeHash(choice: Choice, { day, network }: Machine): string {
  const parts = [
    ['person', choice.personId],
    ['place', writePlace(choice.place)],
    ['theme', themeNames[choice.theme]],
    ['lang', choice.language],
    ['day', day],
    ['net', network],
    ...(choice.signIn === 'direct' ? [] : [['auth', signInNames[choice.signIn]]]),
    ...(choice.isFeedOpen ? [['feed', 'open']] : []),
    ...(choice.subPage === undefined ? [] : [['page', choice.subPage]]),
  ];
  // Colons and slashes are readable in an address and legal in its last part.
  const encode = (value = '') => encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2F', '/');
  return `#${parts.map(([name, value]) => `${name}=${encode(value)}`).join('&')}`;
}

/** Reads the address. What is missing, or unknown here, falls back to the first person's own place. */
export function readHash(
  hash: string,
  session: Session,
): Choice & { [Name in keyof Machine]: Machine[Name] | undefined } & { isChosen: boolean } {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const named = session.people.find(({ id, mail }) => {
    const wanted = fields.get('person')?.toLowerCase();
    return id === wanted || mail.toLowerCase() === wanted;
  });
  const person = named ?? firstPerson(session);
  const theme = themes.find((candidate) => themeNames[candidate] === fields.get('theme'));
  const place = readPlace(fields.get('place') ?? '', session);
  const day = fields.get('day');
  return {
    personId: person?.id ?? '',
    place: place ?? homeOf(person?.unit, session),
    theme: theme ?? 'default',
    language: windowLanguages.find((candidate) => candidate === fields.get('lang')) ?? 'sv',
    signIn: signIns.find((candidate) => signInNames[candidate] === fields.get('auth')) ?? 'direct',
    subPage: fields.get('page') ?? undefined,
    isFeedOpen: fields.get('feed') === 'open',
    network: networks.find((candidate) => candidate === fields.get('net')),
    day: day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
    isChosen: named !== undefined || place !== undefined,
  };
}

function firstPerson(session: Session) {
  return (
    session.people.find(({ role, unit }) => role === 'head' && departmentOf(unit, session) === unit) ??
    session.people[0]
  );
}

/** The channel of the department that the unit belongs to; those above all departments get Allmänt. */
export function homeOf(unit: string | undefined, session: Session): Place {
  return { kind: 'channel', channel: departmentOf(unit, session) };
}

export function departmentOf(unit: string | undefined, session: Session): string | null {
  let place = session.places.find(({ key }) => key === unit);
  // The server has checked that the tree has no cycle; the count is for a hand-made answer.
  for (let depth = 0; place !== undefined && depth < 50; depth += 1) {
    if (place.level === 'department') return place.key;
    const { parent } = place;
    place = session.places.find(({ key }) => key === parent);
  }
  return null;
}
