import { titleColumn, type Column } from './column.ts';
import type { DirectoryBook, Principal } from './directory.ts';
import { guidOf } from './guid.ts';
import { keyOf, type Item } from './item.ts';
import type { List, ListBook } from './listBook.ts';
import type { Store } from './store.ts';

/**
 * SharePoint's own hidden list of everybody whom a site knows: the ids of its items are the numbers that stand in
 * every AuthorLookupId. Its title follows the site's language; its name is always `users`.
 */
export type UsersList = {
  /** Makes the list of a site that has none, and forgets who stands in it. */
  prepare(at: string): void;
  /** Writes those who are missing, before the list is read. */
  fill(list: List, at: string): void;
};

/** SharePoint's system account. */
const systemAccount = 1;
const title = 'Lista med användarinformation';
const columns: Column[] = ['Name', 'EMail', 'UserName', 'JobTitle'].map((name) => ({
  ...titleColumn,
  id: guidOf(`users ${name}`),
  name,
  displayName: name,
  readOnly: true,
}));

export function openUsersList(store: Store, directory: DirectoryBook, lists: ListBook): UsersList {
  let isFilled = false;
  return {
    prepare(at) {
      const site = directory.siteId();
      isFilled = false;
      if (site === undefined || lists.inSite(site).some((list) => list.system === 'users')) return;
      const request = { site, displayName: title, description: '', author: systemAccount, system: 'users' };
      lists.create({ ...request, columns, at });
    },
    fill(list, at) {
      if (isFilled) return;
      store.together(() => {
        const known = new Map(
          store
            .all<Pick<Item, 'id' | 'fields'>>('SELECT id, fields FROM item WHERE list = ?', list.number)
            .map(({ id, fields }) => [id, fields]),
        );
        for (const user of directory.users()) {
          const fields = JSON.stringify(fieldsOfUser(user, directory.person(user.key)?.jobTitle));
          if (known.get(user.number) !== fields) put(store, lists, list, user, fields, at);
        }
      });
      isFilled = true;
    },
  };
}

function put(store: Store, lists: ListBook, list: List, user: Principal, fields: string, at: string): void {
  store.run(
    `INSERT INTO item (key, list, id, guid, version, major, created, modified, author, editor, authorApp, editorApp,
                       sequence, fields)
     VALUES (?, ?, ?, ?, 1, 1, ?, ?, ?, ?, 0, 0, ?, ?)
     ON CONFLICT (key) DO UPDATE SET version = version + 1, modified = excluded.modified,
       sequence = excluded.sequence, fields = excluded.fields`,
    keyOf(list, user.number),
    list.number,
    user.number,
    guidOf(`user ${list.id} ${user.number}`),
    at,
    at,
    systemAccount,
    systemAccount,
    lists.stamp(list, at),
    fields,
  );
}

/** As SharePoint writes them: the claim is how it names a person of the directory. */
function fieldsOfUser({ name, mail }: Principal, jobTitle: string | undefined) {
  return {
    Title: name,
    Name: `i:0#.f|membership|${mail.toLowerCase()}`,
    EMail: mail,
    UserName: mail,
    ...(jobTitle === undefined ? {} : { JobTitle: jobTitle }),
  };
}
