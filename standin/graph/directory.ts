import { guidOf } from './guid.ts';
import type { Store } from './store.ts';

export type Person = {
  id: string;
  name: string;
  mail: string;
  jobTitle?: string;
  siteRole: 'owner' | 'member' | 'visitor';
};

export type Directory = {
  tenantId: string;
  site: { hostname: string; path: string; title: string };
  people: Person[];
};

/** A row of the site's hidden User Information List; `number` is what AuthorLookupId shows. */
export type Principal = { number: number; key: string; name: string; mail: string };

export type DirectoryBook = {
  current(): Directory | undefined;
  replace(directory: Directory): void;
  person(id: string): Person | undefined;
  /** `host,guid,guid`; undefined before a directory is set. */
  siteId(): string | undefined;
  /** Site users keep their number for good, also after they have left the directory. */
  user(person: Person): Principal;
  app(appId: string): Principal;
  /** Everybody who has a number, also those who have left. */
  users(): Principal[];
  principal(number: number): Principal | undefined;
  forget(): void;
};

/** SharePoint's first numbers belong to system accounts (recorded items begin at 7). */
const firstNumber = 7;

export function openDirectory(store: Store): DirectoryBook {
  let current = read(store);
  let people = byId(current);
  const byNumber = new Map<number, Principal>();
  const numbers = new Map<string, Principal>();

  const enrol = (kind: 'user' | 'app', key: string, name: string, mail: string): Principal => {
    const known = numbers.get(`${kind}:${key}`);
    if (known && known.name === name && known.mail === mail) return known;
    store.run(
      `INSERT INTO principal (number, kind, key, name, mail)
       VALUES ((SELECT coalesce(max(number), ${firstNumber - 1}) + 1 FROM principal), ?, ?, ?, ?)
       ON CONFLICT (kind, key) DO UPDATE SET name = excluded.name, mail = excluded.mail`,
      kind,
      key,
      name,
      mail,
    );
    const row = store.first<Principal>(
      'SELECT number, key, name, mail FROM principal WHERE kind = ? AND key = ?',
      kind,
      key,
    );
    if (!row) throw new Error(`No number was given to ${kind} ${key}`);
    numbers.set(`${kind}:${key}`, row);
    byNumber.set(row.number, row);
    return row;
  };
  const user = (person: Person) => enrol('user', person.id, person.name, person.mail);

  return {
    user,
    current: () => current,
    person: (id) => people.get(id.toLowerCase()),
    siteId: () => (current ? siteIdOf(current) : undefined),
    users: () =>
      store.all<Principal>(
        "SELECT number, key, name, mail FROM principal WHERE kind = 'user' ORDER BY number",
      ),
    app: (appId) => enrol('app', appId, 'Local app', ''),
    replace(directory) {
      store.together(() => {
        store.run(
          `INSERT INTO setting (name, value) VALUES ('directory', ?)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
          JSON.stringify(directory),
        );
        directory.people.forEach(user);
      });
      // A copy: the caller may go on changing its own object.
      current = structuredClone(directory);
      people = byId(current);
    },
    principal(number) {
      const known = byNumber.get(number);
      if (known) return known;
      const row = store.first<Principal>(
        'SELECT number, key, name, mail FROM principal WHERE number = ?',
        number,
      );
      if (row) byNumber.set(number, row);
      return row;
    },
    forget() {
      current = undefined;
      people = new Map();
      byNumber.clear();
      numbers.clear();
    },
  };
}

function read(store: Store): Directory | undefined {
  const row = store.first<{ value: string }>("SELECT value FROM setting WHERE name = 'directory'");
  return row ? (JSON.parse(row.value) as Directory) : undefined;
}

function byId(directory: Directory | undefined): Map<string, Person> {
  return new Map((directory?.people ?? []).map((person) => [person.id.toLowerCase(), person]));
}

function siteIdOf({ site }: Directory): string {
  const address = `${site.hostname}${site.path}`.toLowerCase();
  return `${site.hostname},${guidOf(`collection ${address}`)},${guidOf(`web ${address}`)}`;
}
