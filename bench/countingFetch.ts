import type { Counted } from './measure.ts';

/** Graph's own collections: a reading of one costs more than a reading of a single thing. */
const collections = /\/(?:lists|columns|items|versions|children)$/;

/** SharePoint's resource units of one call, as Microsoft's page on throttling counts them. */
export function unitsOf(method: string, path: string): number {
  const { pathname, searchParams } = new URL(path, 'https://graph.microsoft.com');
  if (!/\/sites\//.test(pathname)) return 0;
  if (/\/permissions(?:\/|$)/.test(pathname)) return 5;
  if (method !== 'GET') return 2;
  if (pathname.endsWith('/delta')) return searchParams.has('token') ? 1 : 2;
  return collections.test(pathname) ? 2 : 1;
}

/** A fetch that counts round trips, resource units (the members of a $batch one by one) and the bytes that came back. */
export function countingFetch(send: typeof fetch = fetch) {
  let used = { requests: 0, units: 0, bytes: 0 };
  const counting: typeof fetch = async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    used.requests += 1;
    const members =
      url.endsWith('/$batch') && typeof init?.body === 'string' ? membersOf(init.body) : undefined;
    used.units += members
      ? members.reduce(
          (sum, member) => sum + unitsOf(member.method, `/v1.0/${member.url.replace(/^\//, '')}`),
          0,
        )
      : unitsOf(method, url);
    const response = await send(input, init);
    const body = await response.arrayBuffer();
    used.bytes += body.byteLength;
    const { status, headers } = response;
    return new Response(status === 204 ? null : body, { status, headers });
  };
  return {
    fetch: counting,
    /** What was used since the last time that this was asked. */
    used(): Required<Counted> {
      const before = used;
      used = { requests: 0, units: 0, bytes: 0 };
      return before;
    },
  };
}

function membersOf(body: string): { method: string; url: string }[] {
  return (JSON.parse(body) as { requests: { method: string; url: string }[] }).requests;
}
