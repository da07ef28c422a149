import {
  everywhere,
  outsideProduct,
  type Pattern,
  patternOf,
  patternsOf,
  standinAlone,
} from './importPatterns.ts';
import { domains, layers, wiring } from './importTable.ts';

type Rule = 'off' | 'error' | ['error', ...unknown[]];
type Rules = Record<string, Rule>;

interface Override {
  files: string[];
  excludeFiles?: string[];
  rules: Rules;
}

const imports = (patterns: readonly Pattern[]): Rules => ({
  'no-restricted-imports': ['error', { patterns }],
});

/** [S2] A command replays the same tomorrow, so nothing that decides may look at the clock or throw dice. */
const noClock =
  'Rules have no clock: the day and the time stand in the command, and days are reckoned in basics/day.ts.';
const noDice =
  'Rules throw no dice: keys are made once, by newKey of environment.ts, and stand in the command.';
const noWorld =
  'Rules see nothing but their arguments: what touches the machine belongs behind environment.ts.';

const outside = [
  'fetch',
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'process',
];

const purity: Rules = {
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: noClock },
    { object: 'Math', property: 'random', message: noDice },
  ],
  'no-restricted-globals': pureGlobals([]),
};

function pureGlobals(alsoBanned: { name: string; message: string }[]): Rule {
  const globals = [
    { name: 'performance', message: noClock },
    { name: 'crypto', message: noDice },
    ...outside.map((name) => ({ name, message: noWorld })),
    ...alsoBanned,
  ];
  return ['error', { globals, checkGlobalObject: true }];
}

/** basics/ reckons days and exchange/ reads the dates of spreadsheets; no other rule needs Date at all. */
const withDates = ['src/basics/**/*.ts', 'src/exchange/**/*.ts'];
const withoutDates = [
  'src/world.ts',
  'src/commands.ts',
  'src/amendments.ts',
  'src/decide.ts',
  'src/roomCommands.ts',
  ...domains.map((domain) => `src/${domain}/**/*.ts`).filter((files) => !withDates.includes(files)),
];

const overrides: Override[] = [
  {
    files: ['src/**'],
    rules: { ...imports([...everywhere, outsideProduct].map(patternOf)), 'max-lines': ['error', 300] },
  },
  ...layers.map((layer) => ({ files: [...layer.files], rules: imports(patternsOf(layer)) })),
  {
    files: [...wiring],
    rules: imports([...everywhere, outsideProduct].map(patternOf)),
  },
  {
    files: ['standin/**'],
    excludeFiles: ['standin/tab.tsx'],
    rules: imports([...everywhere, standinAlone].map(patternOf)),
  },
  { files: withDates, rules: purity },
  {
    files: withoutDates,
    rules: { ...purity, 'no-restricted-globals': pureGlobals([{ name: 'Date', message: noClock }]) },
  },
  // In the browser, waiting for what should appear is the assertion.
  { files: ['test/e2e/**'], rules: { 'vitest/expect-expect': 'off' } },
  { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
];

export const lintConfig = {
  $schema: './node_modules/oxlint/configuration_schema.json',
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['dist/**', 'build/**', '.standin/**'],
  rules: {
    ...imports(everywhere.map(patternOf)),
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'import/extensions': ['error', 'ignorePackages', { checkTypeImports: true }],
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/consistent-type-imports': 'error',
    'vitest/no-focused-tests': 'error',
    'vitest/no-disabled-tests': 'error',
    'vitest/warn-todo': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    // Text is never HTML.
    'react/no-danger': 'error',
    'react/jsx-no-script-url': 'error',
    eqeqeq: 'error',
    // PnPjs grows its methods by being imported.
    'import/no-unassigned-import': ['error', { allow: ['**/*.css', 'fake-indexeddb/auto', '@pnp/graph/**'] }],
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'assert*', 'fc.assert'] }],
    // role="status" on the element that Fluent draws is as good as <output>, and read by more readers.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A drawer opens with the cursor in its first field; that is what WAI-ARIA asks of a dialog.
    'jsx-a11y/no-autofocus': 'off',
    // React's automatic runtime needs no import.
    'react/react-in-jsx-scope': 'off',
    // Types already forbid sorting what is shared: everything in the world is readonly.
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    // A small function may stand where it is read.
    'unicorn/consistent-function-scoping': 'off',
    // A loop may end by what another function sets; the rule cannot see that.
    'no-unmodified-loop-condition': 'off',
    // tsc's noImplicitReturns says it better: it knows when a switch is exhaustive.
    'typescript/consistent-return': 'off',
    'consistent-return': 'off',
    // The port, the store and the rows are plain records of functions without `this`; they may be taken apart.
    'typescript/unbound-method': 'off',
    // fast-check is written `fc.` everywhere in its own documentation, and here.
    'import/no-named-as-default-member': 'off',
    // Object.keys and JSON come untyped; what comes from outside is checked with valibot instead.
    'typescript/no-unsafe-type-assertion': 'off',
    // A table without indexes, and a database call that names its row, are meant as they stand.
    'typescript/no-generated-empty-object-type': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
  } satisfies Rules as Rules,
  overrides,
};
