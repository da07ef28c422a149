import type { Store } from './store.ts';

/** What Teams shows somebody of one notification. */
export type FeedEntry = {
  id: number;
  sent: string;
  actor: { id: string; name: string };
  text: string;
  preview: string;
  topic: string;
  /** Where selecting it leads; empty when the topic has no link. */
  link: string;
  isRead: boolean;
};

export type NewFeedEntry = Omit<FeedEntry, 'id' | 'isRead'> & {
  /** One with the same number takes the place of the last (documented). */
  chain: number | undefined;
};

export type ActivityFeed = {
  add(person: string, entry: NewFeedEntry): void;
  /** Newest first. */
  of(person: string): FeedEntry[];
  markRead(person: string, id: number): void;
  clear(): void;
};

/** Teams keeps them for 30 days; here what a person could look through. */
const most = 100;

type Row = Omit<FeedEntry, 'actor' | 'isRead'> & { actorId: string; actorName: string; isRead: number };

export function openActivityFeed(store: Store): ActivityFeed {
  store.run(
    `CREATE TABLE IF NOT EXISTS activity_feed (
       id INTEGER PRIMARY KEY AUTOINCREMENT, person TEXT NOT NULL, sent TEXT NOT NULL, actorId TEXT NOT NULL,
       actorName TEXT NOT NULL, text TEXT NOT NULL, preview TEXT NOT NULL, topic TEXT NOT NULL,
       link TEXT NOT NULL, chain INTEGER, isRead INTEGER NOT NULL
     )`,
  );
  return {
    add: (person, { sent, actor, text, preview, topic, link, chain }) =>
      store.together(() => {
        if (chain !== undefined)
          store.run('DELETE FROM activity_feed WHERE person = ? AND chain = ?', person, chain);
        store.run(
          `INSERT INTO activity_feed (person, sent, actorId, actorName, text, preview, topic, link, chain, isRead)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
          person,
          sent,
          actor.id,
          actor.name,
          text,
          preview,
          topic,
          link,
          chain ?? null,
        );
      }),
    of: (person) =>
      store
        .all<Row>('SELECT * FROM activity_feed WHERE person = ? ORDER BY id DESC LIMIT ?', person, most)
        .map(({ id, sent, actorId, actorName, text, preview, topic, link, isRead }) => ({
          id,
          sent,
          actor: { id: actorId, name: actorName },
          text,
          preview,
          topic,
          link,
          isRead: isRead === 1,
        })),
    markRead: (person, id) =>
      store.run('UPDATE activity_feed SET isRead = 1 WHERE person = ? AND id = ?', person, id),
    clear: () => store.run('DELETE FROM activity_feed'),
  };
}
