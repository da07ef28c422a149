import * as v from 'valibot';

/** What the stand-in tells of somebody's activity feed, checked on arrival. */
const entry = v.object({
  id: v.number(),
  sent: v.string(),
  actor: v.object({ id: v.string(), name: v.string() }),
  text: v.string(),
  preview: v.string(),
  topic: v.string(),
  link: v.string(),
  isRead: v.boolean(),
});
const shape = v.object({ entries: v.array(entry) });

export type FeedItem = v.InferOutput<typeof entry>;

export async function fetchFeed(personId: string): Promise<readonly FeedItem[]> {
  return read(await fetch(`/standin/feed?person=${encodeURIComponent(personId)}`));
}

export async function markRead(personId: string, id: number): Promise<readonly FeedItem[]> {
  return read(
    await fetch('/standin/feed/read', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ person: personId, id }),
    }),
  );
}

async function read(response: Response): Promise<readonly FeedItem[]> {
  if (!response.ok) throw new Error(`The stand-in answered ${response.status}.`);
  return v.parse(shape, await response.json()).entries;
}

/** The time of day on the pretend day itself, and the day for anything before: as short as Teams writes it. */
export function whenSent(sent: string, day: string, locale: string): string {
  const moment = new Date(sent);
  const ofDay = new Intl.DateTimeFormat('sv-SE').format(moment);
  const isToday = ofDay === day;
  const parts: Intl.DateTimeFormatOptions = isToday
    ? { hour: '2-digit', minute: '2-digit' }
    : { day: 'numeric', month: 'short', ...(ofDay.slice(0, 4) !== day.slice(0, 4) && { year: 'numeric' }) };
  return new Intl.DateTimeFormat(locale, parts).format(moment);
}

/** The name at the beginning of a line, when it stands there: Teams writes it in bold. */
export function splitActor({ text, actor }: Pick<FeedItem, 'text' | 'actor'>): [string, string] {
  return text.startsWith(`${actor.name} `) ? [actor.name, text.slice(actor.name.length)] : ['', text];
}
