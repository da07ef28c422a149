/**
 * What a record is called for ever, in every list: lower-case ASCII, made by the client, at most 200 characters.
 * Readable keys are slugs joined by `/`; the others are UUIDs (version 7, so they sort by time).
 */
export type Key = string;

export const longestKey = 200;

const keyPattern = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/;

export function isKey(text: string): text is Key {
  return text.length <= longestKey && keyPattern.test(text);
}
