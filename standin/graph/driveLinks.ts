import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DriveItem } from './driveBook.ts';

/** Documented as "a few minutes". */
const downloadMs = 10 * 60 * 1000;

/** Addresses on SharePoint's own host that open without a token: whoever has one may use it. */
export type DriveLinks = {
  download(item: DriveItem): string;
  /** The file's guid, or undefined when the link is forged or too old. */
  readDownload(url: URL): string | undefined;
  upload(session: string): string;
  /** The name of the session in an upload's address. */
  readUpload(url: URL): string | undefined;
};

export function openDriveLinks(address: () => string, clock: () => number): DriveLinks {
  // Downloads are short-lived: after a restart one asks Graph again, as after those minutes.
  const secret = randomBytes(32);
  const proof = (guid: string, until: string) =>
    createHmac('sha256', secret).update(`${guid} ${until}`).digest('base64url');
  return {
    download({ guid }) {
      const until = String(clock() + downloadMs);
      const query = `UniqueId=${guid}&Translate=false&tempauth=v1.${until}.${proof(guid, until)}&ApiVersion=2.0`;
      return `${address()}/_layouts/15/download.aspx?${query}`;
    },
    readDownload({ searchParams }) {
      const guid = searchParams.get('UniqueId') ?? '';
      const [, until = '', given = ''] = (searchParams.get('tempauth') ?? '').split('.');
      const expected = Buffer.from(proof(guid, until));
      const seen = Buffer.from(given);
      const isGenuine = seen.length === expected.length && timingSafeEqual(seen, expected);
      return isGenuine && Number(until) > clock() ? guid : undefined;
    },
    upload: (session) =>
      `${address()}/_api/v2.0/uploadSession?guid='${session}'&overwrite=True&tempauth=v1.${session}`,
    readUpload({ pathname, searchParams }) {
      if (!pathname.endsWith('/_api/v2.0/uploadSession')) return undefined;
      const session = /^'(.+)'$/.exec(searchParams.get('guid') ?? '')?.[1];
      return searchParams.get('tempauth') === `v1.${session}` ? session : undefined;
    },
  };
}
