import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/basics/snapshot.ts';
import { openLibrary } from '../../src/lists/files.ts';
import { savedSnapshots } from '../../src/lists/savedSnapshots.ts';
import { checksumOf, snapshotIn, snapshotText } from '../../src/lists/snapshotFile.ts';
import { worldOf } from '../../src/pastWorld.ts';
import { anActivity, anAssignment, anna, aPeriod, kitchen, smallRegion, travel } from '../builders.ts';
import { openTenant, type Tenant } from '../tenant.ts';

let tenant: Tenant;
beforeEach(() => {
  tenant = openTenant();
});
afterEach(() => tenant.close());

const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const libraryOf = (personId: string, send: typeof fetch = tenant.fetch) =>
  openLibrary(tenant.graphFor(personId), send, tenant.configuration.site);

describe('the document library', () => {
  it('holds what was saved, in folders made on the way, over what had the same name', async () => {
    const library = libraryOf(tenant.people.owner);
    const url = await library.save('Kaskad/Åtgärder & mål/minne 1#.txt', new Blob(['ett']));
    expect(url).toMatch(/^https:\/\//);
    expect(textOf(await library.read('Kaskad/Åtgärder & mål/minne 1#.txt'))).toBe('ett');
    expect(await library.save('Kaskad/Åtgärder & mål/minne 1#.txt', new Blob(['två']))).toBe(url);
    expect(textOf(await library.read('Kaskad/Åtgärder & mål/minne 1#.txt'))).toBe('två');
    expect(await library.read('Kaskad/finns inte.txt')).toBeUndefined();
  });

  it('[C158] takes what is larger than one body piece by piece, byte for byte', async () => {
    const bytes = new Uint8Array(11 * 1024 * 1024).map((_, n) => (n * 31) % 251);
    const library = libraryOf(tenant.people.owner);
    await library.save('Kaskad/stor.bin', new Blob([bytes]));
    const read = (await library.read('Kaskad/stor.bin')) ?? new Uint8Array();
    expect(read.length).toBe(bytes.length);
    expect(await checksumOf(read)).toBe(await checksumOf(bytes));
    expect(tenant.calls.filter((call) => call.startsWith('PUT'))).toHaveLength(3);
  });

  it('[C156] sends no token to the host that takes the pieces and gives the bytes', async () => {
    const heads: (string | null)[] = [];
    const library = libraryOf(tenant.people.owner, (input, init) => {
      heads.push(new Request(input, init).headers.get('authorization'));
      return tenant.fetch(input, init);
    });
    await library.save('Kaskad/stor.bin', new Blob([new Uint8Array(5 * 1024 * 1024)]));
    await library.read('Kaskad/stor.bin');
    expect(heads).toEqual([null, null]);
  });

  it.each([
    ['the network goes in the middle', () => Promise.reject(new TypeError('gone')), 'offline'],
    ['the host is in trouble', () => Promise.resolve(new Response('', { status: 503 })), 'unavailable'],
  ])('a large file: %s', async (_, answer, reason) => {
    let pieces = 0;
    const library = libraryOf(tenant.people.owner, (input, init) =>
      (pieces += 1) === 2 ? answer() : tenant.fetch(input, init),
    );
    const content = new Blob([new Uint8Array(11 * 1024 * 1024)]);
    await expect(library.save('Kaskad/stor.bin', content)).rejects.toMatchObject({ reason });
    expect(await library.read('Kaskad/stor.bin')).toBeUndefined();
    // Once more is whole.
    await library.save('Kaskad/stor.bin', content);
    expect((await library.read('Kaskad/stor.bin'))?.byteLength).toBe(content.size);
  });

  it('is not written by whoever may only look', async () => {
    await expect(
      libraryOf(tenant.people.visitor).save('Kaskad/minne.txt', new Blob(['ett'])),
    ).rejects.toMatchObject({ reason: 'forbidden' });
  });
});

function snapshot(): Snapshot {
  const region = smallRegion();
  return {
    periodKey: '2023/delar-augusti',
    year: 2023,
    takenAt: '2023-08-31T12:00:00Z',
    by: anna,
    rows: {
      goals: [...region.goals.values()],
      units: [...region.units.values()],
      assignments: [anAssignment(travel, kitchen)],
      activities: [
        anActivity(kitchen, [travel], { title: '”Så” & <b>🌱</b>', description: 'Rad ett\nrad två' }),
      ],
      periods: [aPeriod()],
    },
  };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a snapshot', () => {
  it('[F39] is read back as it was written, with one beside it for people, and is a world of its own', async () => {
    const library = libraryOf(tenant.people.owner);
    const files = savedSnapshots(() => library);
    const saved = await files.save(snapshot(), 'Läget den 31 augusti');
    if ('trouble' in saved) throw new Error(saved.trouble);
    const path = `Kaskad/Perioder/2023/2023-delar-augusti-${saved.checksum.slice(0, 8)}`;
    expect(textOf(await library.read(`${path}.txt`))).toBe('Läget den 31 augusti');
    const read = await files.read(2023, '2023/delar-augusti', saved.checksum);
    expect(read).toMatchObject({ ...snapshot(), rows: snapshot().rows });
    const then = worldOf(read as Snapshot);
    expect(then.activities.get('a-1')?.title).toBe('”Så” & <b>🌱</b>');
    expect([...then.activities.by('unitShelf', '2023/service-kost')]).toHaveLength(1);
  });

  it('[F39] is not believed when a byte of it is another, when it is gone, or when nobody answers', async () => {
    const library = libraryOf(tenant.people.owner);
    const files = savedSnapshots(() => library);
    const saved = await files.save(snapshot(), '');
    if ('trouble' in saved) throw new Error(saved.trouble);
    await library.save(
      `Kaskad/Perioder/2023/2023-delar-augusti-${saved.checksum.slice(0, 8)}.json`,
      new Blob([snapshotText(snapshot()).replace('Rad ett', 'Rad ETT')]),
    );
    expect(await files.read(2023, '2023/delar-augusti', saved.checksum)).toEqual({ trouble: 'changed' });
    expect(await files.read(2023, '2023/delar-april', saved.checksum)).toEqual({ trouble: 'missing' });
    const broken = libraryOf(tenant.people.owner, () => Promise.reject(new TypeError('gone')));
    expect(await savedSnapshots(() => broken).read(2023, '2023/delar-augusti', saved.checksum)).toEqual({
      trouble: 'notReached',
    });
  });

  it('[F39] of two who close the same period, neither writes over what the other one has written', async () => {
    const library = libraryOf(tenant.people.owner);
    const files = savedSnapshots(() => library);
    const first = await files.save(snapshot(), 'den första');
    const second = await files.save({ ...snapshot(), takenAt: '2023-08-31T12:00:05Z' }, 'den andra');
    if ('trouble' in first || 'trouble' in second) throw new Error('Nothing was written');
    expect(second.url).not.toBe(first.url);
    expect(await files.read(2023, '2023/delar-augusti', first.checksum)).toMatchObject(snapshot());
  });

  it('[F39] of another version, of another form, or with a row that is none of ours is told apart', async () => {
    const read = async (text: string) => snapshotIn(bytesOf(text), await checksumOf(bytesOf(text)));
    const text = snapshotText(snapshot());
    expect(await read(text.replace('"version": 1', '"version": 2'))).toBe('otherVersion');
    expect(await read(text.replace('"kaskad": "snapshot"', '"kaskad": "memo"'))).toBe('unreadable');
    expect(await read(text.replace('"Kind": "targeted"', '"Kind": "other"'))).toBe('unreadable');
    expect(await read(text.slice(0, -40))).toBe('unreadable');
    expect(await snapshotIn(new Uint8Array([0xff, 0xfe]), 'x')).toBe('changed');
    expect(typeof (await read(text))).toBe('object');
  });

  it('whoever may not write there is told so', async () => {
    const library = libraryOf(tenant.people.visitor);
    expect(await savedSnapshots(() => library).save(snapshot(), '')).toEqual({ trouble: 'notAllowed' });
  });
});
