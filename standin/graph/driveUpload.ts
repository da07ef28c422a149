import * as v from 'valibot';
import { json } from './answers.ts';
import { placeOf, refuseChanged, seekItem, type DriveCall } from './driveAccess.ts';
import type { DriveItem } from './driveBook.ts';
import { GraphError, invalidRequest, nameAlreadyExists, notImplemented, tooLarge } from './errors.ts';
import { bodyOf, bytesOf, checked, objectOf, optionsOf, type Call } from './request.ts';
import type { Tenant } from './tenant.ts';
import { wholeSeconds } from './times.ts';
import type { Upload } from './uploadBook.ts';

/** Assumed; documented is only that it ends, and that each piece moves the end. */
const lifetimeMs = 60 * 60 * 1000;
/** Both documented. */
const pieceStep = 320 * 1024;
const largestPiece = 60 * 1024 * 1024;

const behaviorName = '@microsoft.graph.conflictBehavior';
const wishSchema = v.strictObject({
  item: v.optional(
    v.strictObject({
      '@odata.type': v.optional(v.string()),
      [behaviorName]: v.optional(v.picklist(['fail', 'replace', 'rename'])),
      name: v.optional(v.string()),
      fileSize: v.optional(v.number()),
    }),
    {},
  ),
  deferCommit: v.optional(v.boolean(), false),
});

/** Graph's part: where the pieces may be sent. */
export async function createUploadSession(tenant: Tenant, call: Call, asked: DriveCall): Promise<Response> {
  optionsOf(call, []);
  // No body is needed (documented), and one without a type is none.
  const hasBody = call.req.header('content-type') !== undefined;
  const wish = checked(wishSchema, hasBody ? objectOf(await bodyOf(call)) : {});
  if (wish.deferCommit) throw notImplemented('deferCommit of an upload session');
  const there = seekItem(tenant, asked);
  refuseChanged(call, there);
  // By its id one means that very file; by a name, a new one (documented default: fail).
  const isById = asked.address?.path.length === 0;
  const onConflict = wish.item[behaviorName] ?? (isById ? 'replace' : 'fail');
  if (there && onConflict === 'fail') throw nameAlreadyExists();
  const { person, app } = tenant.sign(call.get('caller'));
  tenant.uploads.sweep(wholeSeconds(new Date(tenant.clock())));
  const upload = tenant.store.together(() => {
    const { folder, name } = placeOf(tenant, call, asked);
    if (wish.item.name !== undefined && wish.item.name.toLowerCase() !== name.toLowerCase())
      throw invalidRequest('The name in the body is not the one in the address.');
    const expires = expiry(tenant);
    return tenant.uploads.begin({
      drive: asked.drive,
      folder: folder.id,
      name,
      onConflict,
      expires,
      person,
      app,
    });
  });
  return json({
    '@odata.context': `${tenant.origin}/v1.0/$metadata#microsoft.graph.uploadSession`,
    expirationDateTime: upload.expires,
    nextExpectedRanges: ['0-'],
    uploadUrl: tenant.links.upload(upload.session),
  });
}

/** One piece. The file itself when it was the last. */
export async function receivePiece(
  tenant: Tenant,
  upload: Upload,
  request: Request,
): Promise<Upload | { item: DriveItem; isNew: boolean }> {
  const range = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(request.headers.get('content-range') ?? '');
  if (!range) throw invalidRequest("Content-Range must be 'bytes first-last/total'.");
  const [first = 0, last = 0, total = 0] = range.slice(1).map(Number);
  const size = last - first + 1;
  if (size < 1 || last >= total) throw wrongRange('The range is not one of the file.');
  if (size > largestPiece) throw tooLarge();
  if (upload.total !== null && upload.total !== total)
    throw invalidRequest('The size of the whole file is another than before.');
  const bytes = await bytesOf(request, largestPiece);
  // Read again: while the bytes came, another request may have written the same piece.
  const now = tenant.uploads.find(upload.session) ?? upload;
  if (first < now.received) throw wrongRange('The uploaded fragment has already been received.');
  if (first > now.received) throw wrongRange('The uploaded fragment does not follow the one before.');
  if (bytes.byteLength !== size) throw invalidRequest('Content-Range and the body differ in size.');
  if (size % pieceStep !== 0 && last + 1 !== total)
    throw invalidRequest('Every fragment but the last must be a multiple of 320 KiB.');
  return tenant.store.together(() => {
    const received = tenant.uploads.receive(now, bytes, total, expiry(tenant));
    return received.received === total ? filed(tenant, received) : received;
  });
}

function filed(tenant: Tenant, upload: Upload): { item: DriveItem; isNew: boolean } {
  const { drive, folder, name, content, received, onConflict, person, app } = upload;
  const root = tenant.drive.root(drive);
  const parent = folder === root.id ? root : tenant.drive.find(drive, folder);
  if (!parent) throw new GraphError(409, 'resourceModified', 'The folder is no longer there.');
  const by = { person, app, at: tenant.at() };
  const written = tenant.drive.writeFile(drive, parent, name, { content, size: received, onConflict, by });
  tenant.uploads.finish(upload);
  return written;
}

function expiry(tenant: Tenant): string {
  return wholeSeconds(new Date(tenant.clock() + lifetimeMs));
}

function wrongRange(message: string): GraphError {
  return new GraphError(416, 'invalidRange', message);
}
