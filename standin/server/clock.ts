/**
 * The pretend day with the real time of day, in this machine's own time zone. Tokens keep real time: MSAL
 * compares their expiry with the browser's own clock.
 */
export function dayAndTime(day: string, real: Date): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const moved = new Date(real);
  moved.setFullYear(year, month - 1, date);
  return moved;
}
