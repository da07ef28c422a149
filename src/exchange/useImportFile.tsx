import { useEffect, useMemo, useState } from 'react';
import { useEnvironment } from '../useEnvironment.tsx';
import type { ImportKind } from './importFields.ts';
import {
  type Headed,
  headed,
  type Mapping,
  remember,
  rememberedIn,
  type Remembered,
  suggested,
} from './mapping.ts';
import type { FileRefusal, Sheet } from './sheet.ts';

const draftName = 'import/columns';

export type FileState =
  | { readonly at: 'none' | 'reading' | 'notRead' }
  | { readonly at: 'refused'; readonly refusal: FileRefusal }
  | { readonly at: 'read'; readonly name: string; readonly sheets: readonly Sheet[] };

/** The file, the sheet of it that is used, and which of its columns is what. */
export type ImportFile = {
  readonly state: FileState;
  readonly sheet: Sheet | undefined;
  readonly head: Headed | undefined;
  readonly mapping: Mapping;
  open(file: File): Promise<void>;
  chooseSheet(at: number): void;
  map(field: string, at: number | undefined): void;
  /** What was chosen holds for the next file of the same headings too. */
  keep(): void;
  forget(): void;
};

export function useImportFile(kind: ImportKind): ImportFile {
  const { drafts } = useEnvironment();
  const [state, setState] = useState<FileState>({ at: 'none' });
  const [sheetAt, setSheetAt] = useState(0);
  /** What was chosen by hand, of the kind that was chosen then. */
  const [changes, setChanges] = useState<{ kind: ImportKind; mapping: Mapping }>({ kind, mapping: {} });
  const [remembered, setRemembered] = useState<Remembered>({});

  useEffect(() => {
    let isShown = true;
    void drafts.read(draftName).then(
      (raw) => isShown && setRemembered(rememberedIn(raw)),
      // A browser that keeps nothing has no choice of last time.
      () => {},
    );
    return () => {
      isShown = false;
    };
  }, [drafts]);

  const sheet = state.at === 'read' ? state.sheets[sheetAt] : undefined;
  const head = useMemo(() => sheet && headed(sheet, kind), [sheet, kind]);
  const byHand = changes.kind === kind ? changes.mapping : {};
  const mapping = head ? { ...suggested(kind, head.columns, remembered), ...byHand } : {};

  return {
    state,
    sheet,
    head,
    mapping,
    async open(file) {
      setState({ at: 'reading' });
      setSheetAt(0);
      setChanges({ kind, mapping: {} });
      try {
        const [{ readFile }, bytes] = await Promise.all([import('./readFile.ts'), bytesOf(file)]);
        const read = readFile(file.name, bytes);
        setState(
          'problem' in read ? { at: 'refused', refusal: read } : { at: 'read', name: file.name, ...read },
        );
      } catch {
        setState({ at: 'notRead' });
      }
    },
    chooseSheet(at) {
      setSheetAt(at);
      setChanges({ kind, mapping: {} });
    },
    map: (field, at) => setChanges({ kind, mapping: { ...byHand, [field]: at } }),
    keep() {
      if (!head) return;
      const next = remember(remembered, kind, head.columns, mapping);
      setRemembered(next);
      drafts.write(draftName, next).catch(() => {});
    },
    forget() {
      setState({ at: 'none' });
      setChanges({ kind, mapping: {} });
    },
  };
}

/** Larger files are refused by their size, without being read into memory. */
const mostToRead = 11 * 1024 * 1024;

function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(new Uint8Array(reader.result as ArrayBuffer)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file cannot be read')));
    reader.readAsArrayBuffer(file.slice(0, mostToRead));
  });
}
