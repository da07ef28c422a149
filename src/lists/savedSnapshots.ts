import type { Key } from '../basics/key.ts';
import type { Snapshots } from '../environment.ts';
import { fileTroubleOf, type Library } from './files.ts';
import { checksumOf, snapshotIn, snapshotText } from './snapshotFile.ts';

/** Snapshots as files in the site's library, each with one beside it that people can read. */
export function savedSnapshots(library: () => Library): Snapshots {
  return {
    async save(snapshot, readable) {
      const content = new TextEncoder().encode(snapshotText(snapshot));
      const checksum = await checksumOf(content);
      const path = pathOf(snapshot.year, snapshot.periodKey, checksum);
      try {
        const files = library();
        // The one for people first: what the period points to is then never alone.
        await files.save(`${path}.txt`, new Blob([readable], { type: 'text/plain;charset=utf-8' }));
        const url = await files.save(`${path}.json`, new Blob([content], { type: 'application/json' }));
        return { url, checksum };
      } catch (failure) {
        return fileTroubleOf(failure);
      }
    },
    async read(year, periodKey, checksum) {
      let bytes: Uint8Array<ArrayBuffer> | undefined;
      try {
        bytes = await library().read(`${pathOf(year, periodKey, checksum)}.json`);
      } catch (failure) {
        fileTroubleOf(failure);
        return { trouble: 'notReached' };
      }
      if (!bytes) return { trouble: 'missing' };
      const found = await snapshotIn(bytes, checksum);
      return typeof found === 'string' ? { trouble: found } : found;
    },
  };
}

/**
 * [F39] The beginning of the checksum is part of the name, so that of two who close the same period neither writes over what the
 * other one's closing points to. A key may hold slashes, which would be folders.
 */
function pathOf(year: number, periodKey: Key, checksum: string): string {
  return `Kaskad/Perioder/${year}/${periodKey.replaceAll('/', '-')}-${checksum.slice(0, 8)}`;
}
