import { useState } from 'react';
import { handFile } from '../panel/handFile.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Format, NamedFile } from './files.ts';
import type { Table } from './table.ts';

type Progress =
  | { readonly at: 'rest' | 'making' | 'saving' | 'notMade' | 'notAllowed' | 'notReached' }
  | { readonly at: 'made'; readonly count: number }
  | { readonly at: 'saved'; readonly files: readonly { readonly name: string; readonly url: string }[] };

export type FileMaking = {
  readonly format: Format;
  readonly progress: Progress;
  /** A file has come into somebody's hands. */
  readonly isDone: boolean;
  choose(format: Format): void;
  download(): Promise<void>;
  save(): Promise<void>;
  /** What it would hold is something else now. */
  forget(): void;
};

/** Makes files of tables, and hands them over to the device or to the site's library. What makes them is fetched when asked for. */
export function useFileMaking(
  tables: () => readonly Table[],
  name: readonly (string | number)[],
): FileMaking {
  const { files } = useEnvironment();
  const { folder } = useLaterText().exchange;
  const [format, setFormat] = useState<Format>('xlsx');
  const [progress, setProgress] = useState<Progress>({ at: 'rest' });

  async function made(): Promise<NamedFile[]> {
    const { filesOf } = await import('./files.ts');
    return filesOf(tables(), format, name);
  }

  async function saveAll(): Promise<Progress> {
    const saved: { name: string; url: string }[] = [];
    for (const file of await made()) {
      const answer = await files.save(`${folder}/${file.name}`, file.content);
      if ('trouble' in answer) return { at: answer.trouble };
      saved.push({ name: file.name, url: answer.url });
    }
    return { at: 'saved', files: saved };
  }

  async function downloadAll(): Promise<Progress> {
    const all = await made();
    for (const file of all) handFile(file.name, file.content);
    return { at: 'made', count: all.length };
  }

  async function run(at: 'making' | 'saving', work: () => Promise<Progress>): Promise<void> {
    setProgress({ at });
    setProgress(await work().catch((): Progress => ({ at: 'notMade' })));
  }

  return {
    format,
    progress,
    isDone: progress.at === 'made' || progress.at === 'saved',
    choose(next) {
      setFormat(next);
      setProgress({ at: 'rest' });
    },
    download: () => run('making', downloadAll),
    save: () => run('saving', saveAll),
    forget: () => setProgress({ at: 'rest' }),
  };
}
