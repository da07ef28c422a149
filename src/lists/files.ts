import * as v from 'valibot';
import type { Configuration, Environment, FileTrouble } from '../environment.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import { findSite } from './addresses.ts';

const savedFile = v.object({ webUrl: v.string() });
const foundFile = v.object({ '@microsoft.graph.downloadUrl': v.pipe(v.string(), v.url()) });
const session = v.object({ uploadUrl: v.pipe(v.string(), v.url()) });

/** More in one body is refused by older tenants ([C158]). */
const mostInOneBody = 4 * 1024 * 1024;
/** A piece must be a multiple of 320 KiB ([C155]). */
const pieceBytes = 16 * 320 * 1024;

/** The site's document library. Throws GraphFailures. */
export type Library = {
  /** Over a file of the same name; folders on its way are made. Gives back where it can be seen. */
  save(path: string, content: Blob): Promise<string>;
  /** The bytes, or `undefined` where there is no such file. */
  read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
};

export function openLibrary(
  graph: Graph,
  fetch: Environment['fetch'],
  where: Configuration['site'],
): Library {
  let site: Promise<string> | undefined;

  async function root(path: string): Promise<string> {
    site ??= where.ids ? Promise.resolve(`/sites/${where.ids.siteId}`) : findSite(graph, where);
    const sitePath = await site.catch((failure: unknown) => {
      site = undefined;
      throw failure;
    });
    return `${sitePath}/drive/root:/${path.split('/').map(encodeURIComponent).join('/')}`;
  }

  /** To SharePoint's own host, whose addresses say themselves who may use them: a token there is refused ([C156]). */
  async function elsewhere(address: string, init?: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(address, init);
    } catch (cause) {
      throw new GraphFailure('offline', 'No answer came', { cause });
    }
    if (!response.ok)
      throw new GraphFailure('unavailable', `SharePoint answered ${response.status}`, {
        status: response.status,
      });
    return response;
  }

  async function saveInPieces(place: string, content: Blob): Promise<unknown> {
    const begun = await graph.post(`${place}:/createUploadSession`, {
      item: { '@microsoft.graph.conflictBehavior': 'replace' },
    });
    const { uploadUrl } = checked(session, begun);
    let answer: unknown;
    for (let from = 0; from < content.size; from += pieceBytes) {
      const to = Math.min(from + pieceBytes, content.size);
      const response = await elsewhere(uploadUrl, {
        method: 'PUT',
        headers: { 'Content-Range': `bytes ${from}-${to - 1}/${content.size}` },
        body: content.slice(from, to),
      });
      answer = to === content.size ? await response.json().catch(() => undefined) : undefined;
    }
    return answer;
  }

  return {
    async save(path, content) {
      const place = await root(path);
      const answer =
        content.size > mostInOneBody
          ? await saveInPieces(place, content)
          : await graph.put(`${place}:/content`, content);
      return checked(savedFile, answer).webUrl;
    },
    async read(path) {
      let found: unknown;
      try {
        found = await graph.get(`${await root(path)}?$select=id,@microsoft.graph.downloadUrl`);
      } catch (failure) {
        if (failure instanceof GraphFailure && failure.reason === 'notFound') return undefined;
        throw failure;
      }
      const { '@microsoft.graph.downloadUrl': address } = checked(foundFile, found);
      return new Uint8Array(await (await elsewhere(address)).arrayBuffer());
    },
  };
}

function checked<T>(schema: v.GenericSchema<unknown, T>, answer: unknown): T {
  const read = v.safeParse(schema, answer);
  if (!read.success)
    throw new GraphFailure('unavailable', 'The file came back in a form that is not Graph’s');
  return read.output;
}

/** What a screen needs to know of a failure. Anything else is a fault of ours, and thrown on. */
export function fileTroubleOf(failure: unknown): FileTrouble {
  if (!(failure instanceof GraphFailure)) throw failure;
  return { trouble: failure.reason === 'forbidden' ? 'notAllowed' : 'notReached' };
}
