import * as v from 'valibot';
import { strToU8, zipSync } from 'fflate';
import { pngOf } from './png.ts';
import { againstItsSchema } from './teamsSchema.ts';

/** What an administrator gives to make the package their own. */
export interface Filling {
  /** Host, with a port if it has one, and the folder if the product lies in one: `mal.region.example/kaskad`. */
  domain: string;
  clientId: string;
  version: string;
  appId: string;
  /** What the tab asks for of sites; the same as `siteScope` in config.json. */
  siteScope?: string;
}

/** The package cannot be made; each reason is one sentence. */
export class PackageRefused extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.reasons = reasons;
  }
}

export { kaskadAppId } from '../src/teams/deepLink.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const address = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(:\d{2,5})?(\/[\w.~-]+)*\/?$/i;

const siteScopes = ['Sites.ReadWrite.All', 'Sites.Selected'];

function wrongFilling({ domain, clientId, appId, siteScope = 'Sites.ReadWrite.All' }: Filling): string[] {
  const wrong: string[] = [];
  if (!address.test(domain)) {
    wrong.push(`"${domain}" is no domain: give it without https://, such as mal.region.example.`);
  }
  if (!guid.test(clientId) || /^[0-]+$/.test(clientId)) {
    wrong.push(`"${clientId}" is no client id: give the Application (client) ID of the app registration.`);
  }
  if (!siteScopes.includes(siteScope))
    wrong.push(`"${siteScope}" is no site scope: give ${siteScopes.join(' or ')}.`);
  if (!guid.test(appId)) wrong.push(`"${appId}" is no app id: give a GUID.`);
  return wrong;
}

export function filled(template: string, filling: Filling): string {
  const domain = filling.domain.replace(/\/+$/, '').toLowerCase();
  const values: Record<string, string> = {
    address: `https://${domain}/`,
    domain: domain.split('/')[0] ?? '',
    clientId: filling.clientId.toLowerCase(),
    appId: filling.appId.toLowerCase(),
    version: filling.version,
    siteScope: filling.siteScope ?? 'Sites.ReadWrite.All',
  };
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

const text = v.string();
const manifestParts = v.looseObject({
  icons: v.object({ color: text, outline: text }),
  localizationInfo: v.object({
    defaultLanguageTag: text,
    additionalLanguages: v.array(v.object({ languageTag: text, file: text })),
  }),
  configurableTabs: v.optional(v.array(v.looseObject({ scopes: v.array(text) })), []),
  staticTabs: v.optional(v.array(v.looseObject({ scopes: v.array(text) })), []),
  supportsChannelFeatures: v.optional(text),
  validDomains: v.array(text),
});

type ManifestParts = v.InferOutput<typeof manifestParts>;
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

function parsed(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new PackageRefused([`${file} is not valid JSON in UTF-8.`]);
  }
}

function wrongIcons({ icons }: ManifestParts, files: PackageFiles): string[] {
  const wanted = [
    { file: icons.color, side: 192, transparent: false },
    { file: icons.outline, side: 32, transparent: true },
  ];
  return wanted.flatMap(({ file, side, transparent }) => {
    const bytes = files.get(file);
    if (!bytes) return [`The icon ${file} is missing.`];
    const png = pngOf(bytes);
    if (!png) return [`${file} is not a PNG picture.`];
    if (png.width !== side || png.height !== side) {
      return [`${file} is ${png.width} × ${png.height} but has to be ${side} × ${side}.`];
    }
    return transparent && !png.hasAlpha ? [`${file} has to be white on transparent.`] : [];
  });
}

/** `staticTabs[0].name` in the manifest. */
function valueAt(manifest: unknown, key: string): unknown {
  return key.split(/[.[\]]+/).reduce<unknown>((inside, step) => {
    if (step === '' || inside === null || typeof inside !== 'object') return inside;
    return (inside as Record<string, unknown>)[step];
  }, manifest);
}

function wrongLanguages(parts: ManifestParts, manifest: unknown, files: PackageFiles): string[] {
  const needed = ['name.short', 'name.full', 'description.short', 'description.full'].concat(
    parts.staticTabs.map((_tab, place) => `staticTabs[${place}].name`),
  );
  return parts.localizationInfo.additionalLanguages.flatMap(({ file }) => {
    const bytes = files.get(file);
    if (!bytes) return [`The language file ${file} is missing.`];
    const words = parsed(file, bytes) as Record<string, unknown>;
    const keys = Object.keys(words).filter((key) => key !== '$schema');
    return [
      ...againstItsSchema(file, words),
      ...needed.filter((key) => !(key in words)).map((key) => `${file} does not translate ${key}.`),
      ...keys
        .filter((key) => typeof valueAt(manifest, key) !== 'string')
        .map((key) => `${file} translates ${key}, which manifest.json does not have.`),
    ];
  });
}

function wrongAddresses({ validDomains }: ManifestParts, manifest: unknown): string[] {
  const addresses = [...JSON.stringify(manifest).matchAll(/"(https?:\/\/[^"]+)"/g)].map(
    ([, found]) => found ?? '',
  );
  return addresses
    .filter((found) => !found.startsWith('https://developer.microsoft.com/json-schemas/'))
    .filter((found) => !validDomains.includes(new URL(found).host))
    .map((found) => `${found} lies outside validDomains.`);
}

/** Everything that Teams or an administrator would stumble on; nothing when the package is good. */
export function wrongWith(files: PackageFiles): string[] {
  const bytes = files.get('manifest.json');
  if (!bytes) return ['manifest.json is missing.'];
  const manifest = parsed('manifest.json', bytes);
  const left = /\{\{\w+\}\}/.exec(new TextDecoder().decode(bytes));
  const wrong = againstItsSchema('manifest.json', manifest);
  if (left) wrong.push(`manifest.json still has ${left[0]} to be filled in.`);
  const read = v.safeParse(manifestParts, manifest);
  if (!read.success)
    return [
      ...wrong,
      ...read.issues.map((issue) => `manifest.json: ${v.getDotPath(issue)}: ${issue.message}.`),
    ];
  const parts = read.output;
  const inTeams = [...parts.configurableTabs, ...parts.staticTabs].some(({ scopes }) =>
    scopes.includes('team'),
  );
  if (inTeams && parts.supportsChannelFeatures !== 'tier1') {
    wrong.push('manifest.json: a tab in teams needs "supportsChannelFeatures": "tier1".');
  }
  return [
    ...wrong,
    ...wrongIcons(parts, files),
    ...wrongLanguages(parts, manifest, files),
    ...wrongAddresses(parts, manifest),
  ];
}

/** The zip that Teams takes, from the files of manifest/. Throws PackageRefused with every reason. */
export function packed(sources: PackageFiles, filling: Filling): Uint8Array {
  const wrong = wrongFilling(filling);
  if (wrong.length > 0) throw new PackageRefused(wrong);
  const template = sources.get('manifest.json');
  if (!template) throw new PackageRefused(['manifest.json is missing.']);
  const files = new Map(sources);
  files.set('manifest.json', strToU8(filled(new TextDecoder().decode(template), filling)));
  const reasons = wrongWith(files);
  if (reasons.length > 0) throw new PackageRefused(reasons);
  // One fixed time, so that the same sources always make the same package.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: '2000-01-01T12:00:00' });
}
