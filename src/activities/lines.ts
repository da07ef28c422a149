import type { Refusal } from '../basics/refusal.ts';
import { cleanTitle, titleRefusal } from './activityLine.ts';

/** What people and programs put before the points of a list. */
const bullet = /^(?:[•◦▪▫‣⁃∙●○■□▢☐☑✓✔➢➤][\s]*|[-–—*+](?=\s|\p{L}|$)\s*|\d{1,3}[.)](?=\s|$)\s*)/u;

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** More than this is a list to work through, not something said in one breath. */
export const mostLines = 100;

/** [V13] Text of several lines as the titles that it makes: bullets, white space and empty lines are gone, nothing else. */
export function splitLines(text: string): string[] {
  return text
    .split(lineBreak)
    .map((line) => cleanTitle(cleanTitle(line).replace(bullet, '')))
    .filter((line) => line !== '');
}

/** A line of a preview; it keeps its number while it is rewritten and others go. */
export type Line = { readonly id: number; readonly title: string };

export function previewOf(text: string): Line[] {
  return splitLines(text).map((title, id) => ({ id, title }));
}

/** What the preview comes to: a line that was emptied is nothing to log. */
export function wantedLines(lines: readonly Line[]): Line[] {
  return lines.filter(({ title }) => cleanTitle(title) !== '');
}

export function titlesOf(lines: readonly Line[]): string[] {
  return wantedLines(lines).map(({ title }) => cleanTitle(title));
}

/** Why the line cannot become an activity as it stands; an emptied one is simply left out. */
export function lineRefusal({ title }: Line): Refusal | undefined {
  const clean = cleanTitle(title);
  return clean === '' ? undefined : titleRefusal(clean);
}
