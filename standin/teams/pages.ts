import * as v from 'valibot';
import { departmentOf, type Place } from './choice.ts';
import type { Session } from './session.ts';

/** Which address the frame shows in which place, and which links lead where. */

/** What the tab's configuration page has told Teams to keep: one for each channel. */
const configured = v.object({
  entityId: v.string(),
  contentUrl: v.string(),
  websiteUrl: v.optional(v.nullable(v.string())),
  suggestedDisplayName: v.optional(v.nullable(v.string())),
  removeUrl: v.optional(v.nullable(v.string())),
});
export type Configured = v.InferOutput<typeof configured>;

/** Undefined, like Teams itself, unless the page lies on the tab's own origin. */
export function readConfigured(value: unknown, tabOrigin: string): Configured | undefined {
  const checked = v.safeParse(configured, value);
  if (!checked.success || !URL.canParse(checked.output.contentUrl)) return undefined;
  const { contentUrl, removeUrl } = checked.output;
  const isOwn = (url: string) => URL.canParse(url) && new URL(url).origin === tabOrigin;
  return isOwn(contentUrl) && (!removeUrl || isOwn(removeUrl)) ? checked.output : undefined;
}

/** What an app may show on a meeting's stage: a page of its own. */
export function readStageUrl(url: string, tabOrigin: string): string | undefined {
  return URL.canParse(url) && new URL(url).origin === tabOrigin ? url : undefined;
}

/** `setUp`: null where the tab has been taken away. */
export function pageOf(
  session: Session,
  place: Place,
  setUp: Configured | null | undefined,
): { entityId: string | undefined; contentUrl: string | undefined } {
  const path = session.tabPath;
  if (place.kind === 'personal') return { entityId: 'overview', contentUrl: path };
  if (place.kind === 'meeting') {
    const level = departmentOf(place.unit, session) === place.unit ? 'department' : 'unit';
    return { entityId: `${level}/${place.unit}`, contentUrl: `${path}?${level}=${place.unit}` };
  }
  const tab = tabIn(place.channel, path, setUp);
  if (place.kind === 'settings') return { entityId: tab.entityId, contentUrl: path };
  if (place.kind === 'remove') return { entityId: tab.entityId, contentUrl: tab.removeUrl };
  return { entityId: tab.entityId, contentUrl: tab.contentUrl };
}

function tabIn(channel: string | null, path: string, setUp: Configured | null | undefined) {
  if (setUp) return { ...setUp, removeUrl: setUp.removeUrl ?? undefined };
  // Every department's channel is set up from the start; Allmänt shows how it is done.
  if (channel === null || setUp === null) {
    return { entityId: undefined, contentUrl: undefined, removeUrl: undefined };
  }
  return {
    entityId: `department/${channel}`,
    contentUrl: `${path}?department=${encodeURIComponent(channel)}`,
    removeUrl: path,
  };
}

/** The frame's address: the tab reads the pretend day from it, since no clock of its own can know it. */
export function frameUrl(contentUrl: string, tabOrigin: string, day: string): string {
  const url = new URL(contentUrl, tabOrigin);
  url.searchParams.set('day', day);
  return url.href;
}

export type Destination = { place: Place; subPage: string | undefined };

/** Where an entity id of our own leads, as deep links and pages.currentApp name it. */
export function placeOfEntity(entityId: string, session: Session): Place | undefined {
  if (entityId === 'overview') return { kind: 'personal' };
  const [level, key] = entityId.split('/', 2);
  if (level !== 'department' && level !== 'unit') return undefined;
  const channel = departmentOf(key, session);
  return channel === null ? undefined : { kind: 'channel', channel };
}

const linkContext = v.object({ subEntityId: v.optional(v.nullable(v.string())) });

/** A Teams link to one of our own pages: https://teams.microsoft.com/l/entity/<app>/<entityId>?context=… */
export function destinationOfLink(link: string, session: Session): Destination | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  const isTeams = /(?:^|\.)teams\.microsoft\.com$|\.cloud\.microsoft$/.test(url.hostname);
  const entity = /^\/l\/entity\/[^/]+\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  if (!isTeams || entity === undefined) return undefined;
  const place = placeOfEntity(decodeURIComponent(entity), session);
  if (place === undefined) return undefined;
  return { place, subPage: subEntityOf(url.searchParams.get('context')) };
}

function subEntityOf(context: string | null): string | undefined {
  if (context === null) return undefined;
  try {
    const checked = v.safeParse(linkContext, JSON.parse(context));
    return checked.success ? (checked.output.subEntityId ?? undefined) : undefined;
  } catch {
    return undefined; // a link with a damaged context still leads to its page
  }
}
