/** The site's regional setting. Assumed: a Swedish tenant; SharePoint's own default is Pacific. */
const siteTimeZone = 'Europe/Stockholm';

const pattern = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const inSite = new Intl.DateTimeFormat('en-US', {
  timeZone: siteTimeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** Time zones differ by quarters of an hour, so moments within one share their midnight. */
const quarterMs = 15 * 60 * 1000;
const midnights = new Map<number, Date>();

/** SharePoint stores whole seconds; fractions are cut, not rounded. */
export function wholeSeconds(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** Undefined when the text is no ISO 8601 date that exists and that SharePoint can hold (1900–8900). */
export function readMoment(text: string): Date | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number);
  // V8 reads 30 February as 2 March; SharePoint refuses it.
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < 1900 || year > 8900 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** A date without time is read back as the UTC instant of its midnight in the site's time zone (recorded). */
export function siteMidnight(moment: Date): Date {
  const quarter = Math.floor(moment.getTime() / quarterMs);
  const known = midnights.get(quarter);
  if (known) return known;
  if (midnights.size > 5000) midnights.clear();
  const found = midnightOf(moment);
  midnights.set(quarter, found);
  return found;
}

function midnightOf(moment: Date): Date {
  const wall = wallClock(moment);
  const midnight = new Date(Date.UTC(wall.year, wall.month - 1, wall.day));
  // Summer time changes at 01:00 UTC, after either midnight, so the offset is the same at both.
  return new Date(midnight.getTime() - offsetMs(midnight));
}

function offsetMs(moment: Date): number {
  const wall = wallClock(moment);
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return asUtc - Math.floor(moment.getTime() / 1000) * 1000;
}

function wallClock(moment: Date) {
  const parts = new Map(inSite.formatToParts(moment).map((part) => [part.type, Number(part.value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}
