import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { kaskadAppId, packed, PackageRefused, wrongWith } from '../../scripts/teamsPackage.ts';
import { everydayScopes } from '../../src/graph/client.ts';

const root = path.resolve(import.meta.dirname, '../..');
const names = ['manifest.json', 'en.json', 'color.png', 'outline.png'];
const sources = new Map(
  names.map((name) => [name, new Uint8Array(readFileSync(path.join(root, 'manifest', name)))]),
);
const filling = {
  domain: 'mal.region.example',
  clientId: '3C2A1F60-0d8e-4b7a-9d5e-6a1b2c3d4e5f',
  version: '1.2.3',
  appId: kaskadAppId,
};

interface Manifest {
  [name: string]: unknown;
  name: Record<string, string>;
  configurableTabs: Record<string, unknown>[];
  staticTabs: Record<string, unknown>[];
}

const manifestIn = (zip: Uint8Array) =>
  JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array())) as Manifest;

/** The reasons for refusing a package whose manifest or files were changed. */
function refusal(change: (manifest: Manifest, files: Map<string, Uint8Array>) => void): string {
  const files = new Map(sources);
  const manifest = JSON.parse(strFromU8(sources.get('manifest.json') ?? new Uint8Array())) as Manifest;
  change(manifest, files);
  if (files.has('manifest.json')) files.set('manifest.json', strToU8(JSON.stringify(manifest)));
  try {
    packed(files, filling);
  } catch (refused) {
    if (refused instanceof PackageRefused) return refused.reasons.join('\n');
    throw refused;
  }
  return '';
}

describe('the package', () => {
  test('is a zip with everything at its root, and valid when it is read back', () => {
    const zip = packed(sources, filling);
    const files = new Map(Object.entries(unzipSync(zip)));
    expect([...files.keys()].toSorted()).toEqual(names.toSorted());
    expect(wrongWith(files)).toEqual([]);
  });

  test('carries what the administrator gave', () => {
    expect(manifestIn(packed(sources, filling))).toMatchObject({
      manifestVersion: '1.25',
      version: '1.2.3',
      validDomains: ['mal.region.example'],
      supportsChannelFeatures: 'tier1',
      staticTabs: [{ entityId: 'overview', contentUrl: 'https://mal.region.example/index.html' }],
      webApplicationInfo: {
        id: filling.clientId.toLowerCase(),
        nestedAppAuthInfo: [{ redirectUri: 'brk-multihub://mal.region.example' }],
      },
    });
  });

  test('of a product that lies in a folder names the folder in addresses and the host elsewhere', () => {
    const manifest = manifestIn(packed(sources, { ...filling, domain: 'Host.example:8443/apps/kaskad/' }));
    expect(manifest).toMatchObject({
      validDomains: ['host.example:8443'],
      configurableTabs: [{ configurationUrl: 'https://host.example:8443/apps/kaskad/index.html' }],
    });
    expect(JSON.stringify(manifest)).toContain('"brk-multihub://host.example:8443"');
  });

  test('made twice is the same, byte for byte', () => {
    expect(packed(sources, filling)).toEqual(packed(sources, filling));
  });

  test('asks in advance for the same permissions, in the same order, as the product does when it signs in', () => {
    expect(manifestIn(packed(sources, filling))).toMatchObject({
      webApplicationInfo: { nestedAppAuthInfo: [{ scopes: [...everydayScopes] }] },
    });
  });
});

test('[T16] asks for this one site alone, where the organisation grants it so, and for nothing else', () => {
  expect(manifestIn(packed(sources, { ...filling, siteScope: 'Sites.Selected' }))).toMatchObject({
    webApplicationInfo: { nestedAppAuthInfo: [{ scopes: ['User.Read', 'Sites.Selected'] }] },
  });
  expect(() => packed(sources, { ...filling, siteScope: 'Sites.FullControl.All' })).toThrow(
    '"Sites.FullControl.All" is no site scope: give Sites.ReadWrite.All or Sites.Selected.',
  );
});

test('may show itself on the screen of a meeting, where Teams asks for a permission of its own', () => {
  expect(manifestIn(packed(sources, filling))).toMatchObject({
    configurableTabs: [{ context: expect.arrayContaining(['meetingSidePanel', 'meetingStage']) }],
    authorization: {
      permissions: { resourceSpecific: [{ name: 'MeetingStage.Write.Chat', type: 'Delegated' }] },
    },
  });
});

test('the command says what it needs, and ends with 1', () => {
  const command = ['--import', 'tsx', path.join(root, 'scripts/package.ts'), '--client-id', 'x'];
  const ran = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  expect(ran.stderr.trim()).toBe('Say where the product is hosted: --domain mal.region.example');
  expect(ran.status).toBe(1);
});

describe('refused, with the reason', () => {
  test.each([
    ['https://mal.region.example', 'is no domain'],
    ['localhost', 'is no domain'],
    ['', 'is no domain'],
    ['mal region.example', 'is no domain'],
  ])('the domain %j', (domain, reason) => {
    expect(() => packed(sources, { ...filling, domain })).toThrow(reason);
  });

  test.each(['', 'kaskad', '00000000-0000-0000-0000-000000000000'])('the client id %j', (clientId) => {
    expect(() => packed(sources, { ...filling, clientId })).toThrow('is no client id');
  });

  const changes: [string, Parameters<typeof refusal>[0], string][] = [
    [
      'a name that is too long',
      (manifest) => (manifest.name['short'] = 'x'.repeat(31)),
      'name.short must NOT have more than 30 characters',
    ],
    ['a missing part', (manifest) => delete manifest['developer'], "required property 'developer'"],
    [
      'a part that Teams does not know',
      (manifest) => (manifest['colour'] = 'green'),
      'must NOT have additional properties (colour)',
    ],
    [
      'two configurable tabs',
      (manifest) => manifest.configurableTabs.push({ ...manifest.configurableTabs[0] }),
      'configurableTabs must NOT have more than 1 items',
    ],
    [
      'a place that was not filled in',
      (manifest) => (manifest.name['full'] = '{{title}}'),
      'still has {{title}}',
    ],
    ['a tab in teams without tier1', (manifest) => delete manifest['supportsChannelFeatures'], 'tier1'],
    [
      'an address outside the domain',
      (manifest) => Object.assign(manifest.staticTabs[0] ?? {}, { contentUrl: 'https://other.example/' }),
      'https://other.example/ lies outside validDomains',
    ],
    [
      'another schema',
      (manifest) =>
        (manifest['$schema'] =
          'https://developer.microsoft.com/json-schemas/teams/v9.9/MicrosoftTeams.schema.json'),
      'which @microsoft/app-manifest does not have',
    ],
    ['no manifest', (_manifest, files) => files.delete('manifest.json'), 'manifest.json is missing'],
    [
      'an icon of the wrong size',
      (_manifest, files) => files.set('color.png', files.get('outline.png') ?? new Uint8Array()),
      'color.png is 32 × 32 but has to be 192 × 192',
    ],
    [
      'an outline without transparency',
      (_manifest, files) => files.set('outline.png', files.get('color.png') ?? new Uint8Array()),
      'outline.png is 192 × 192',
    ],
    [
      'an icon that is no picture',
      (_manifest, files) => files.set('color.png', strToU8('<svg/>')),
      'color.png is not a PNG picture',
    ],
    ['a missing icon', (_manifest, files) => files.delete('outline.png'), 'The icon outline.png is missing'],
    [
      'a missing language',
      (_manifest, files) => files.delete('en.json'),
      'The language file en.json is missing',
    ],
    [
      'a language file that is no JSON',
      (_manifest, files) => files.set('en.json', strToU8('{')),
      'en.json is not valid JSON',
    ],
    [
      'a tab that is not translated',
      (manifest) => manifest.staticTabs.push({ ...manifest.staticTabs[0], entityId: 'more' }),
      'does not translate staticTabs[1].name',
    ],
    [
      'a translation of nothing',
      (manifest) => (manifest['staticTabs'] = []),
      'translates staticTabs[0].name, which manifest.json does not have',
    ],
  ];

  test.each(changes)('%s', (_what, change, reason) => {
    expect(refusal(change)).toContain(reason);
  });

  test('nothing, when nothing was changed', () => {
    expect(refusal(() => undefined)).toBe('');
  });
});
