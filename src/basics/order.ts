/** [O18] One step up or down among those beside it: whatever gets another number by that, and nothing else. */
export function inNewOrder<R extends { readonly key: string; readonly order: number }>(
  beside: readonly R[],
  key: string,
  step: -1 | 1,
): { readonly row: R; readonly order: number }[] {
  const from = beside.findIndex((row) => row.key === key);
  const [moved, other] = [beside[from], beside[from + step]];
  if (!moved || !other) return [];
  const next = beside.map((row) => (row === moved ? other : row === other ? moved : row));
  return next.flatMap((row, n) => (row.order === n + 1 ? [] : [{ row, order: n + 1 }]));
}
