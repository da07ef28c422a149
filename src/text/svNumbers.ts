const words = [
  'noll',
  'ett',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
];

/** Small numbers in words, larger in digits, as Swedish authorities write. `en` is for words like "enhet", `ett` for "mål". */
export function number(n: number, gender: 'en' | 'ett' = 'ett'): string {
  return n === 1 ? gender : (words[n] ?? String(n));
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const list = new Intl.ListFormat('sv', { type: 'conjunction' });
