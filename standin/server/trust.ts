/**
 * Who may ask the stand-in for tokens. It has no passwords: whoever reaches these endpoints is anybody they
 * like. So they answer the pretend Teams window only, and a page of another origin gets nothing.
 */

/** Why the call is refused, in one sentence for the answer; undefined when it may pass. */
export function whyRefused(request: Request, hosts: ReadonlySet<string>): string | undefined {
  const url = new URL(request.url);
  const host = request.headers.get('host') ?? url.host;
  // DNS rebinding: a foreign name may resolve to 127.0.0.1, but the browser still sends that name here.
  if (!hosts.has(host)) return 'This address serves the pretend Teams window only.';
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  // A page elsewhere can send a POST here, although it could not read the answer.
  return isFromOwnOrigin(request, host) ? undefined : 'Only the pretend Teams window may ask for this.';
}

function isFromOwnOrigin(request: Request, host: string): boolean {
  // Set by the browser itself; no page can forge either header.
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
