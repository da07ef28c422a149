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

const guid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const uuid = new RegExp(`^${guid}$`, 'i');
const siteId = new RegExp(`^[a-z0-9.-]+(,${guid}){2}$`, 'i');
const hostname = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const siteScope = /^Sites\.(Selected|ReadWrite\.All)$/;
const path = /^\/(sites|teams)\/[^/?#]+$/;

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
  return configurationIn(body);
}

// Checked by hand: this stands before the first frame, and a library for it would weigh more than what it checks.
function configurationIn(body: unknown): Configuration {
  const all = partsOf(body, '?');
  const ids = partsOf(all['site'], 'site')['ids'];
  return {
    clientId: line(all, 'clientId', uuid),
    tenantId: line(all, 'tenantId', uuid),
    ...(all['appId'] === undefined ? {} : { appId: line(all, 'appId', uuid) }),
    ...(all['siteScope'] === undefined
      ? {}
      : { siteScope: line(all, 'siteScope', siteScope) as 'Sites.Selected' }),
    site: {
      hostname: line(partsOf(all['site'], 'site'), 'hostname', hostname, 'site.'),
      path: line(partsOf(all['site'], 'site'), 'path', path, 'site.'),
      ...(ids === undefined ? {} : { ids: idsIn(partsOf(ids, 'site.ids')) }),
    },
  };
}

function idsIn(ids: Readonly<Record<string, unknown>>) {
  const lists = partsOf(ids['lists'], 'site.ids.lists');
  const names = Object.keys(lists);
  return {
    siteId: line(ids, 'siteId', siteId, 'site.ids.'),
    lists: Object.fromEntries(names.map((name) => [name, line(lists, name, uuid, 'site.ids.lists.')])),
  };
}

function partsOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigurationWrong(where);
  return value as Readonly<Record<string, unknown>>;
}

function line(parts: Readonly<Record<string, unknown>>, name: string, form: RegExp, before = ''): string {
  const value = parts[name];
  if (typeof value !== 'string' || !form.test(value)) throw new ConfigurationWrong(before + name);
  return value;
}
