/** [F55] What makes an outcome worth another look: nobody is held up by it. */
export type Doubt = { readonly why: 'overHundred' } | { readonly why: 'tenTimes'; readonly last: number };

/** A share above a hundred per cent, or more than ten times what was told last: most often a comma in the wrong place. */
export function doubtOf(value: number, measureUnit: string, last: number | undefined): Doubt | undefined {
  if (measureUnit.trim() === '%' && value > 100) return { why: 'overHundred' };
  if (last === undefined || last === 0 || Math.abs(value) <= 10 * Math.abs(last)) return undefined;
  return { why: 'tenTimes', last };
}
