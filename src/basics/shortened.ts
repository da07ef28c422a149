/** The words in at most so many UTF-16 units, ended between two words where that can be, and never within an emoji. */
export function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most - 1).replace(/\p{Surrogate}$/u, '');
  const space = cut.lastIndexOf(' ');
  // A single long word is cut where it must be.
  const end = space > most / 2 ? cut.slice(0, space) : cut;
  return `${end.replace(/[\s,.;:–-]+$/u, '')}…`;
}
