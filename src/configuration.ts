import * as v from 'valibot';
import type { Configuration } from './environment.ts';

/** config.json is missing or wrong; `why` names the place, for the administrator. */
export class ConfigurationWrong extends Error {
  override readonly name = 'ConfigurationWrong';
  readonly why: string;

  constructor(why: string, cause?: unknown) {
    super(`config.json: ${why}`, { cause });
    this.why = why;
  }
}

const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i));
const siteId = v.pipe(v.string(), v.regex(/^[a-z0-9.-]+(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){2}$/i));
const configuration = v.object({
  clientId: uuid,
  tenantId: uuid,
  site: v.object({
    hostname: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i)),
    path: v.pipe(v.string(), v.regex(/^\/(sites|teams)\/[^/?#]+$/)),
    ids: v.exactOptional(v.object({ siteId, lists: v.record(v.string(), uuid) })),
  }),
});

/**
 * Reads config.json beside the page, so that an administrator never rebuilds. Throws ConfigurationWrong, and what `get`
 * throws when nothing answers: then it is the network that is at fault, and nobody has to mend a file.
 */
export async function readConfiguration(get: typeof fetch): Promise<Configuration> {
  const response = await get('config.json', { cache: 'no-cache' });
  if (!response.ok) throw new ConfigurationWrong(`HTTP ${response.status}`);
  let body: unknown;
  try {
    body = await response.json();
  } catch (cause) {
    throw new ConfigurationWrong('JSON', cause);
  }
  const read = v.safeParse(configuration, body);
  if (!read.success) throw new ConfigurationWrong(v.getDotPath(read.issues[0]) ?? '?');
  return read.output;
}
