import { invalidRequest } from './errors.ts';

/** What a path below a drive names, as the client wrote it; whether it is there is another question. */
export type DriveAddress = {
  /** Where the way begins. */
  from: { kind: 'root' } | { kind: 'item'; id: string };
  /** Names from there on, decoded. */
  path: string[];
  /** What is asked of the item: itself, or this part of it. */
  part: string | undefined;
};

/**
 * Reads `root`, `items/{id}`, `root:/a/b.docx`, `root:/a/b.docx:/content`, `items/{id}:/b.docx:/content` and
 * `items/{id}/children`. Undefined when it is none of these. Throws for a name that SharePoint cannot hold.
 */
export function readDriveAddress(rest: string): DriveAddress | undefined {
  const match = /^(?:root|items\/([^/:]+))(?:\/([A-Za-z]+)|:\/([^:]*?)\/?(?::(?:\/([A-Za-z]+))?)?)?$/.exec(
    rest,
  );
  if (!match) return undefined;
  const [, id, partOfItem, path, partOfPath] = match;
  return {
    from: id === undefined ? { kind: 'root' } : { kind: 'item', id: decoded(id) },
    path: path === undefined || path === '' ? [] : path.split('/').map((name) => checkedName(decoded(name))),
    part: partOfItem ?? partOfPath,
  };
}

/** Documented characters; that the answer is invalidRequest, and the other conditions, are assumed. */
export function checkedName(name: string): string {
  const isBad =
    name === '' ||
    name.length > 255 ||
    /["*:<>?/\\|]|\p{Cc}/u.test(name) ||
    /^[\s.]+$|^\s|[\s.]$|^~\$|_vti_/i.test(name);
  if (isBad) throw invalidRequest(`The provided name cannot be used: '${name.slice(0, 80)}'`);
  return name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidRequest('The path is not encoded as an address should be.');
  }
}
