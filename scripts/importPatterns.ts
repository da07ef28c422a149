import type { Advice, Layer } from './importTable.ts';

/**
 * One entry of `no-restricted-imports`. What oxlint does with several: a regex that matches is reported at
 * once; a group whose negation matches takes back everything the groups before it had to say. So the
 * bans are regexes, and one group with negations, the allowances, comes last.
 */
export type Pattern = { message: string } & (
  | { regex: string; importNamePattern?: string; allowTypeImports?: boolean }
  | { group: string[] }
);

interface Ban {
  /** Import specifiers; `*` is one step of a path, `**` any number. */
  from: readonly string[];
  onlyNames?: string;
  typesPass?: boolean;
  message: string;
}

/** Holds in every file: what the product may never carry. */
export const everywhere: readonly Ban[] = [
  {
    from: ['exceljs', 'exceljs/**', 'xlsx', 'xlsx/**'],
    message:
      'Neither is maintained: spreadsheets are written with write-excel-file and read by readWorkbook.ts, in exchange/.',
  },
  {
    from: ['@fluentui/react-charts', '@fluentui/react-charting'],
    message: 'It speaks English to screen readers and weighs 87 KB: draw an SVG of our own beside a table.',
  },
  {
    from: ['@fluentui/**'],
    onlyNames: '^\\*$',
    message: 'Import Fluent by name: a namespace carries all of it into the bundle.',
  },
  {
    from: ['**/index', '**/index.ts', '**/index.tsx'],
    message: 'No barrels: import the file that has it.',
  },
];

export const outsideProduct: Ban = {
  from: ['standin', 'scripts', 'test', 'bench'].map((folder) => `**/${folder}/**`),
  message:
    'The product never imports what stands around it: shared code belongs in src/, and the stand-in shares none.',
};

export const standinAlone: Ban = {
  from: ['**/src/**'],
  message:
    'The stand-in shares no code with src/, or it would be no evidence: only standin/tab.tsx starts the product.',
};

function regexOf(specifier: string): string {
  const escaped = specifier.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return escaped.replace(
    /\*\*\/|\*\*|\*/g,
    (star) => ({ '**/': '(.*/)?', '**': '.+', '*': '[^/]+' })[star] ?? '',
  );
}

export function patternOf({ from, onlyNames, typesPass, message }: Ban): Pattern {
  return {
    regex: `^(${from.map(regexOf).join('|')})$`,
    ...(onlyNames === undefined ? {} : { importNamePattern: onlyNames }),
    ...(typesPass ? { allowTypeImports: true } : {}),
    message,
  };
}

/** A path from src/ as a file of the layer would write it. */
function specifiersOf(layer: Layer, fromSource: string): string[] {
  const [first = '', ...rest] = fromSource.split('/');
  if (layer.folder === '') return [`./${fromSource}`];
  if (rest.length === 0) return [`../${fromSource}`];
  const inside = `./${rest.join('/')}`;
  if (first === layer.folder && first !== '*') return [inside];
  return first === '*' ? [`../${fromSource}`, inside] : [`../${fromSource}`];
}

function pathsOf(layer: Layer, paths: readonly string[] = []): string[] {
  return [...new Set(paths.flatMap((fromSource) => specifiersOf(layer, fromSource)))];
}

/** What a file of this layer may import for its values. */
export function allowedIn(layer: Layer): string[] {
  const packages = layer.packages === 'types of any' ? [] : layer.packages;
  return [...(layer.own ?? []).map((file) => `./${file}`), ...pathsOf(layer, layer.may), ...packages];
}

/** What it may import for its types alone. */
export function typesIn(layer: Layer): string[] {
  return pathsOf(layer, layer.mayTypes);
}

export function advisedIn(layer: Layer, advice: Advice): string[] {
  return [...pathsOf(layer, advice.paths), ...(advice.packages ?? [])];
}

export const onlyTypes = 'Only its types: write `import type`.';

/** The complete list for one layer: the sharp words first, then everything that is not expressly allowed. */
export function patternsOf(layer: Layer): Pattern[] {
  const advised = (layer.instead ?? []).map((advice) => ({
    from: advisedIn(layer, advice),
    message: advice.belongs,
  }));
  const types = typesIn(layer);
  const bans: Ban[] = [...everywhere, outsideProduct, ...advised];
  if (types.length > 0) {
    bans.push({ from: types, typesPass: true, message: `${onlyTypes} ${layer.belongs}` });
  }
  const answered = bans.filter(({ onlyNames }) => onlyNames === undefined).flatMap(({ from }) => from);
  const patterns = bans.map(patternOf);
  const anyTypes = layer.packages === 'types of any';
  if (anyTypes) patterns.push({ regex: '^[^.]', allowTypeImports: true, message: layer.belongs });
  const rest = anyTypes ? ['./**', '../**'] : ['*'];
  const exceptions = [...allowedIn(layer), ...answered].map((specifier) => `!${specifier}`);
  patterns.push({ group: [...rest, ...exceptions], message: layer.belongs });
  return patterns;
}
