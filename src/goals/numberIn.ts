/** The spaces that stand between thousands: a plain one, and those that do not break a line. */
const spaces = /[\u0020\u00A0\u2009\u202F]/g;
const minus = /^[\u2212\u2013]/;
const written = /^-?(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,]\d+)?$/;

/** [F53] A number as Swedes write it, `1 234,5`, or as machines do, `1234.5`; `undefined` for anything else. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(spaces, ' ').replace(minus, '-');
  if (!written.test(plain)) return undefined;
  const value = Number(plain.replaceAll(' ', '').replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

const digits = new Intl.NumberFormat('sv', { maximumFractionDigits: 20, useGrouping: false });

/** The number as it is put into a field, to be read back the same. */
export function asTyped(value: number): string {
  return digits.format(value);
}
