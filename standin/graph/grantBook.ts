import type { Store } from './store.ts';

export type GrantRole = 'read' | 'write' | 'owner' | 'fullcontrol';

/** An app's access to one place: the site, or one list. */
export type Grant = { app: string; name: string; role: GrantRole };

/** `place` is 'site' or the id of a list. */
export type GrantBook = {
  in(place: string): Grant[];
  roleOf(place: string, app: string): GrantRole | undefined;
  /** A later grant to the same app takes the earlier one's place. */
  put(place: string, grant: Grant): void;
  remove(place: string, app: string): void;
};

export function openGrants(store: Store): GrantBook {
  const find = (place: string) =>
    store.all<Grant>('SELECT app, name, role FROM app_grant WHERE place = ? ORDER BY app', place);
  return {
    in: find,
    roleOf: (place, app) => find(place).find((grant) => grant.app === app.toLowerCase())?.role,
    put(place, { app, name, role }) {
      store.run(
        `INSERT INTO app_grant (place, app, name, role) VALUES (?, ?, ?, ?)
         ON CONFLICT (place, app) DO UPDATE SET name = excluded.name, role = excluded.role`,
        place,
        app.toLowerCase(),
        name,
        role,
      );
    },
    remove: (place, app) => store.run('DELETE FROM app_grant WHERE place = ? AND app = ?', place, app),
  };
}
