import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { kaskadAppId, packed, PackageRefused } from './teamsPackage.ts';

/** npm run package -- --domain mal.region.example --client-id GUID [--app-id GUID] [--site-scope Sites.Selected] [--out build/kaskad.zip] */
const root = path.resolve(import.meta.dirname, '..');
const inRoot = (file: string) => path.join(root, file);

function readAsked(): {
  domain?: string;
  'client-id'?: string;
  'app-id'?: string;
  'site-scope'?: string;
  out?: string;
} {
  const text = { type: 'string' } as const;
  try {
    const options = { domain: text, 'client-id': text, 'app-id': text, 'site-scope': text, out: text };
    return parseArgs({ options }).values;
  } catch (failure) {
    throw new PackageRefused([failure instanceof Error ? failure.message : String(failure)]);
  }
}

/** The client id of public/config.json, which the product itself signs in with. */
function configuredClientId(): string | undefined {
  const file = inRoot('public/config.json');
  if (!existsSync(file)) return undefined;
  try {
    return v.parse(v.looseObject({ clientId: v.string() }), JSON.parse(readFileSync(file, 'utf8'))).clientId;
  } catch {
    throw new PackageRefused(['public/config.json has no clientId that can be read.']);
  }
}

function main(): void {
  const asked = readAsked();
  const clientId = asked['client-id'] ?? configuredClientId();
  const missing: string[] = [];
  if (!asked.domain) missing.push('Say where the product is hosted: --domain mal.region.example');
  if (!clientId)
    missing.push('Say which app registration signs in: --client-id GUID, or clientId in public/config.json');
  if (!asked.domain || !clientId) throw new PackageRefused(missing);
  if (!asked['client-id']) console.log(`Client id from public/config.json: ${clientId}`);

  const names = ['manifest.json', 'en.json', 'color.png', 'outline.png'];
  const sources = new Map(
    names.map((name) => [name, new Uint8Array(readFileSync(inRoot(`manifest/${name}`)))]),
  );
  const { version } = v.parse(
    v.looseObject({ version: v.string() }),
    JSON.parse(readFileSync(inRoot('package.json'), 'utf8')),
  );
  const appId = asked['app-id'] ?? kaskadAppId;
  const siteScope = asked['site-scope'] ?? 'Sites.ReadWrite.All';
  const zip = packed(sources, { domain: asked.domain, clientId, version, appId, siteScope });
  const out = path.resolve(root, asked.out ?? 'build/kaskad.zip');
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, zip);
  console.log(`${path.relative(root, out)}: Kaskad ${version} for ${asked.domain}, ${zip.length} bytes`);
}

try {
  main();
} catch (failure) {
  const reasons = failure instanceof PackageRefused ? failure.reasons : [String(failure)];
  for (const reason of reasons) console.error(reason);
  process.exitCode = 1;
}
