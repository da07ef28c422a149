import type { Person } from './directory.ts';
import { selected } from './query.ts';

/** The default properties of a Graph user, as recorded. */
export function userShape(person: Person): Record<string, unknown> {
  const [givenName = '', ...surnames] = person.name.split(' ');
  return {
    businessPhones: [],
    displayName: person.name,
    givenName,
    jobTitle: person.jobTitle ?? null,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: surnames.join(' ') || null,
    userPrincipalName: person.mail,
    id: person.id,
  };
}

const properties = new Set([
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
]);

/** What User.ReadBasic.All shows of others (documented); that the rest is null, and not missing, is assumed. */
const basic = new Set([
  'displayName',
  'givenName',
  'id',
  'mail',
  'surname',
  'userPrincipalName',
  'businessPhones',
]);

export function basicUserShape(person: Person): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(userShape(person)).map(([name, value]) => [name, basic.has(name) ? value : null]),
  );
}

/** The properties that `$select` names; undefined leaves them all. */
export function selectedProperties(select: string | undefined): ReadonlySet<string> | undefined {
  return select === undefined ? undefined : selected(select, properties, 'user');
}

export function seenOf(
  whole: Record<string, unknown>,
  names: ReadonlySet<string> | undefined,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => names?.has(name) ?? true));
}
