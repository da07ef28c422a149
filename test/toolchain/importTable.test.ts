import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  advisedIn,
  allowedIn,
  everywhere,
  onlyTypes,
  outsideProduct,
  standinAlone,
  typesIn,
} from '../../scripts/importPatterns.ts';
import { type Layer, layers, wiring } from '../../scripts/importTable.ts';
import { lintConfig } from '../../scripts/lintConfig.ts';
import { byHand, faults, type, value } from './importExamples.ts';
import { disagreements, filesOf, type Finding, lint, placesOf, type Probe } from './lintProbe.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A file that the layer's pattern matches and no later layer's does. */
function fileOf(layer: Layer): string {
  const pattern = layer.files[0] ?? '';
  return pattern.replace('src/*/**/', 'src/panel/').replace('**/', '').replace('*.', 'Probe.');
}

const sample = (pattern: string) => pattern.replaceAll('**', 'sample').replaceAll('*', 'sample');
/** Everything that any layer may import, as this layer's files would write it. */
const universe = [
  ...new Set(layers.flatMap((layer) => [...allowedIn(layer), ...typesIn(layer)]).map(sample)),
];

/** Only the forms that the table uses: a star within one step of a path, two for any number of steps. */
function globMatches(file: string, glob: string): boolean {
  const body = glob
    .split('**')
    .map((part) => part.replaceAll('.', '\\.').replaceAll('*', '[^/]*'))
    .join('.*')
    .replaceAll('/.*/', '/(.*/)?');
  return new RegExp(`^${body}$`).test(file);
}

/** Each line of the table, asked of the linter: what is allowed, what is advised against, and all the rest. */
function probesOf(layer: Layer): Probe[] {
  const file = fileOf(layer);
  const ask = (line: string, says?: string): Probe => ({ file, line, says });
  const allowed = allowedIn(layer).map(sample);
  const types = typesIn(layer).map(sample);
  const advised = (layer.instead ?? []).flatMap((advice) =>
    advisedIn(layer, advice).map((from) => ({ from: sample(from), says: advice.belongs })),
  );
  const known = [
    ...allowedIn(layer),
    ...typesIn(layer),
    ...(layer.instead ?? []).flatMap((advice) => advisedIn(layer, advice)),
  ];
  return [
    ...allowed.flatMap((from) => [ask(value(from)), ask(type(from))]),
    ...types.flatMap((from) => [ask(value(from), `${onlyTypes} ${layer.belongs}`), ask(type(from))]),
    ...advised.flatMap(({ from, says }) => [
      ask(value(from), says),
      ask(type(from), says),
      ask(value(from).replace('import', 'export'), says),
      ask(`void import('${from}');`, says),
    ]),
    ...[...universe, 'node:fs', 'left-pad', '../../elsewhere/file.ts']
      .filter((from) => !known.some((pattern) => globMatches(from, pattern)))
      .map((from) => ask(value(from), layer.belongs)),
    ask(value('../../standin/graph/app.ts'), outsideProduct.message),
  ];
}

const common = [
  'src/Common.tsx',
  'src/goals/Common.tsx',
  'standin/graph/common.ts',
  'scripts/common.ts',
  'test/common.ts',
];
const commonProbes = common.flatMap((file): Probe[] => [
  { file, line: value('exceljs'), says: everywhere[0]?.message },
  { file, line: value('xlsx'), says: everywhere[0]?.message },
  { file, line: value('@fluentui/react-charts'), says: everywhere[1]?.message },
  { file, line: `import * as F from '@fluentui/react-components';`, says: everywhere[2]?.message },
  { file, line: value('../goals/index.ts'), says: everywhere[3]?.message },
]);

describe('the import table', () => {
  const perLayer = layers.map((layer) => ({ layer, probes: probesOf(layer) }));
  const all = [...perLayer.flatMap(({ probes }) => probes), ...commonProbes, ...byHand];
  const places = placesOf(all);
  let findings: Finding[];

  beforeAll(async () => {
    const files = filesOf(all);
    for (const [file, text] of faults) files.set(file, text);
    findings = await lint(files);
  });

  test('.oxlintrc.json is what the table generates', () => {
    const written: unknown = JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8'));
    expect(written, 'run: npx tsx scripts/writeLintConfig.ts').toEqual(
      JSON.parse(JSON.stringify(lintConfig)),
    );
  });

  test.each(perLayer.map(({ layer, probes }) => [layer.name, probes] as const))(
    'every line for %s bites',
    (_name, probes) => {
      expect(probes.filter(({ says }) => says === undefined).length).toBeGreaterThan(0);
      expect(disagreements(probes, places, findings)).toEqual([]);
    },
  );

  test('what the product may never carry is refused in every folder', () => {
    expect(disagreements(commonProbes, places, findings)).toEqual([]);
  });

  test('the table agrees with the one in ARCHITECTURE.md, written again by hand', () => {
    expect(disagreements(byHand, places, findings)).toEqual([]);
  });

  test('the stand-in is told why it shares no code', () => {
    const told = findings.filter(
      ({ file, message }) => file.startsWith('standin/') && message.includes(standinAlone.message),
    );
    expect(told.map(({ file }) => path.basename(file)).sort()).toEqual(['app.ts', 'serve.ts']);
  });

  test.each(faults)('%s is refused (%#)', (file, _text, code) => {
    expect(
      findings
        .filter((found) => found.file === file)
        .map((found) => found.code)
        .join(),
    ).toContain(code);
  });

  test('every message is one sentence that says where the code belongs', () => {
    for (const layer of layers) {
      for (const words of [layer.belongs, ...(layer.instead ?? []).map((advice) => advice.belongs)]) {
        expect(words).toMatch(/^[^.]*(\.(tsx?|json)\b[^.]*)*\.$/);
      }
    }
  });
});

function sourceFiles(): string[] {
  return readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file));
}

test('[S2] no rule asks the clock, not even by a Date without arguments', () => {
  const files = sourceFiles().filter((file) => /^src\/(basics|exchange)\/.*\.ts$/.test(file));
  expect(files.length).toBeGreaterThan(0);
  const asking = files.filter((file) =>
    /\bDate\(\s*\)|new Date\b(?!\s*\()/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(asking).toEqual([]);
});

test('every file of src/ stands in a layer of the table', () => {
  const patterns = layers.flatMap((layer) => layer.files);
  const strays = sourceFiles()
    .filter((file) => !wiring.includes(file) && !file.endsWith('.d.ts'))
    .filter((file) => !patterns.some((pattern) => globMatches(file, pattern)));
  expect(strays).toEqual([]);
});
