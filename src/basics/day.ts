/** A date without a time or zone, `YYYY-MM-DD`: what people mean when they say a day. */
export type Day = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real calendar day: `2023-02-30` is not one. */
export function isDay(text: string): text is Day {
  const parts = dayPattern.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const lastOfMonth = [31, isLeapYear(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return lastOfMonth !== undefined && day >= 1 && day <= lastOfMonth;
}

/** The day on the wall calendar where the user sits, which is what an activity logged late at night belongs to. */
export function dayOf(time: Date): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** How many days it is from one day to another; negative when that day has been. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since one long ago, counted without a time zone that could lose an hour: years begin in March, leap days end them. */
function dayNumber(day: Day): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const years = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const beforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return 365 * years + leapDays + beforeMonth + date;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
