import type { Row } from '../basics/change.ts';
import type { Indexes, Rows } from '../basics/rows.ts';

/** One thing that the organisation has decided once; its key is its name, its value JSON text. */
export type Setting = Row & { readonly value: string | null };

export type Settings = Rows<Setting, never>;
export const settingIndexes: Indexes<Setting, never> = {};
