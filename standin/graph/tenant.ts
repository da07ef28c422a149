import type { Tokens } from '../tokens.ts';
import { openDirectory, type DirectoryBook } from './directory.ts';
import { openItems, type ItemBook, type Signature } from './itemBook.ts';
import { openLists, type ListBook } from './listBook.ts';
import type { Caller } from './permissions.ts';
import { openStore, type Store } from './store.ts';
import { wholeSeconds } from './times.ts';

export type GraphOptions = {
  /** SQLite file, or ':memory:'. */
  file: string;
  verifyToken: Tokens['verify'];
  /** The clock behind Created and Modified (the pretend day). Default: real time. */
  now?: () => Date;
  /** Origin written into links. Default https://graph.microsoft.com */
  publicOrigin?: string;
  /** One line for each refused or unknown call. */
  log?: (line: string) => void;
};

/** The pretend tenant behind the routes: everything that is stored, and the clock that signs it. */
export type Tenant = {
  store: Store;
  directory: DirectoryBook;
  lists: ListBook;
  items: ItemBook;
  origin: string;
  log(line: string): void;
  at(): string;
  sign(caller: Caller): Signature;
  siteAddress(): string;
  clear(): void;
};

export function openTenant(options: GraphOptions): Tenant {
  const store = openStore(options.file);
  const directory = openDirectory(store);
  const lists = openLists(store);
  const now = options.now ?? (() => new Date());
  const at = () => wholeSeconds(now());
  return {
    store,
    directory,
    lists,
    items: openItems(store, lists),
    origin: options.publicOrigin ?? 'https://graph.microsoft.com',
    log: options.log ?? (() => {}),
    at,
    sign: ({ person, appId }) => ({
      person: directory.user(person).number,
      app: directory.app(appId).number,
      at: at(),
    }),
    siteAddress() {
      const site = directory.current()?.site;
      return site ? `https://${site.hostname}${site.path}` : '';
    },
    clear() {
      store.clear();
      lists.refresh();
      directory.forget();
    },
  };
}
