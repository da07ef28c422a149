import type { Place } from './choice.ts';
import type { Session } from './session.ts';
import type { WindowText } from './text/useText.ts';

export function channelTitle(channel: string | null, session: Session, text: WindowText): string {
  return session.places.find(({ key }) => key === channel)?.title ?? text.generalChannel;
}

/** A place in words: "Kanal: Regionservice". */
export function placeTitle(place: Place, session: Session, text: WindowText): string {
  if (place.kind === 'personal') return text.personalApp;
  if (place.kind === 'meeting') return text.inPlace(text.meetings, channelTitle(place.unit, session, text));
  const kind = { channel: text.channels, settings: text.setUp, remove: text.removeTab }[place.kind];
  return text.inPlace(kind, channelTitle(place.channel, session, text));
}
