/** A name as a part of a key: lower-case ASCII with hyphens; empty where nothing of it can be written so. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replaceAll(/^-|-$/g, '');
}

/** The key itself or, where it stands for something else by now, the first numbered one that does not. */
export function firstFree(key: string, isFree: (key: string) => boolean): string {
  let free = key;
  for (let n = 2; !isFree(free); n += 1) free = `${key}-${n}`;
  return free;
}
