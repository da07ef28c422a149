/**
 * Who may import whom: the one table. importPatterns.ts turns each layer into a complete override of
 * `no-restricted-imports`, and test/toolchain/importTable.test.ts proves that each line of it bites.
 *
 * Paths are written from src/, as in ARCHITECTURE.md, and are turned into the specifiers that a file of
 * that layer would write. A layer's folder is flat, so `../basics/day.ts` is the only way to say it.
 */
export interface Advice {
  paths?: readonly string[];
  packages?: readonly string[];
  /** One sentence, saying where the code belongs instead. */
  belongs: string;
}

export interface Layer {
  name: string;
  files: readonly string[];
  /** The folder under src/ that these files lie in; '' is src/ itself, '*' is any folder of it. */
  folder: string;
  /** Files of their own folder. */
  own?: readonly string[];
  may: readonly string[];
  /** What may be imported for its types alone. */
  mayTypes?: readonly string[];
  packages: readonly string[] | 'types of any';
  /** Sharper words for what people are likeliest to try; everything else gets `belongs`. */
  instead?: readonly Advice[];
  belongs: string;
}

/** In the order they may know each other: a domain knows those before it. */
export const domains = [
  'organisation',
  'goals',
  'assignments',
  'activities',
  'followup',
  'memo',
  'exchange',
] as const;

/** Screens composed from the domains; what they compute without markup stands beside them in .ts. */
const composedRooms = ['panel', 'meeting', 'setup'] as const;

/** File formats are a domain's own business, each in the one domain that speaks it. */
const domainPackages: Partial<Record<(typeof domains)[number], readonly string[]>> = {
  memo: ['docx'],
  exchange: ['write-excel-file/**', 'fflate', 'papaparse', 'valibot'],
};

const reaching = ['graph/*', 'lists/*', 'sync/*', 'teams/*'];
const domainRules = domains.map((domain) => `${domain}/*.ts`);
const graphPackages = ['@microsoft/microsoft-graph-client', '@microsoft/microsoft-graph-client/**'];
const teamsPackages = ['@microsoft/teams-js', '@azure/msal-browser', '@azure/msal-browser/*'];
const screenPackages = [
  'react',
  'react-dom',
  'react-dom/*',
  '@fluentui/**',
  '@tanstack/react-virtual',
  'd3-scale',
  'd3-shape',
];

const neverReach: Advice = {
  paths: reaching,
  belongs:
    'A rule reaches nothing outside itself: return Change[] or a Refusal, and sync/ and lists/ carry it.',
};
const neverShow: Advice = {
  paths: ['*.tsx', '*/*.tsx'],
  packages: screenPackages,
  belongs: 'A .ts file is a rule: markup and what React remembers belong in a .tsx file of the same folder.',
};
const neverSpeak: Advice = {
  paths: ['text/*'],
  belongs: 'A rule speaks no language: return a code and numbers, and put the words in text/.',
};

function domainLayer(domain: (typeof domains)[number], place: number): Layer {
  const later = domains.slice(place + 1);
  return {
    name: `rules of ${domain}/`,
    files: [`src/${domain}/**/*.ts`],
    folder: domain,
    own: ['*.ts'],
    may: ['basics/*.ts', ...domains.slice(0, place).map((before) => `${before}/*.ts`)],
    packages: domainPackages[domain] ?? [],
    instead: [
      neverReach,
      neverShow,
      neverSpeak,
      {
        paths: ['world.ts', 'commands.ts'],
        belongs:
          'A rule is handed the maps it needs: what needs the whole world belongs in world.ts or commands.ts.',
      },
      ...later.map((after) => ({
        paths: [`${after}/*.ts`],
        belongs: `${domain}/ stands before ${after}/ and does not know it: move the code to ${after}/, or hand it over as an argument.`,
      })),
    ],
    belongs: `Rules of ${domain}/ know only basics/ and the domains before theirs: hand in what else they need as an argument.`,
  };
}

/** The composition: these may import everything of src/. */
export const wiring: readonly string[] = [
  'src/start.tsx',
  'src/main.tsx',
  'src/auth.ts',
  'src/authEnd.ts',
  'src/reach.ts',
  'src/teamsPlatform.ts',
];

/** A later layer wins over an earlier one where both match a file. */
export const layers: readonly Layer[] = [
  ...composedRooms.map((room): Layer => ({
    name: `computations of ${room}/`,
    files: [`src/${room}/**/*.ts`],
    folder: room,
    own: ['*.ts'],
    may: ['basics/*.ts', ...domainRules],
    mayTypes: ['world.ts', 'commands.ts', 'environment.ts', 'text/*.ts'],
    packages: ['valibot'],
    instead: [neverReach, neverShow],
    belongs: `A .ts file in ${room}/ only combines domain rules: what belongs to one domain stands in that domain's folder.`,
  })),
  {
    name: 'basics/',
    files: ['src/basics/**/*.ts'],
    folder: 'basics',
    own: ['*.ts'],
    may: [],
    packages: 'types of any',
    belongs:
      'basics/ holds values without dependencies: what needs another folder or a package belongs in the folder that needs it.',
  },
  ...domains.map(domainLayer),
  {
    name: 'world.ts, commands.ts, decide.ts, roomCommands.ts, amendments.ts, countUnit.ts and pastWorld.ts',
    files: [
      'src/world.ts',
      'src/commands.ts',
      'src/decide.ts',
      'src/roomCommands.ts',
      'src/amendments.ts',
      'src/countUnit.ts',
      'src/pastWorld.ts',
    ],
    folder: '',
    may: ['world.ts', 'commands.ts', 'decide.ts', 'roomCommands.ts', 'basics/*.ts', ...domainRules],
    packages: [],
    instead: [neverReach, neverShow, neverSpeak],
    belongs:
      'world.ts and commands.ts only put the domains together: anything else belongs in a domain, in sync/ or in start.tsx.',
  },
  {
    name: 'environment.ts',
    files: ['src/environment.ts'],
    folder: '',
    may: [],
    mayTypes: ['basics/*.ts'],
    packages: [],
    belongs:
      'environment.ts is the port and holds types only: what fulfils it belongs in graph/, teams/ or start.tsx.',
  },
  {
    name: 'configuration.ts',
    files: ['src/configuration.ts'],
    folder: '',
    may: ['basics/*.ts'],
    mayTypes: ['environment.ts'],
    packages: ['valibot'],
    belongs:
      'configuration.ts only reads public/config.json: what is done with it belongs in start.tsx, main.tsx or teams/.',
  },
  {
    name: 'graph/',
    files: ['src/graph/**/*.ts'],
    folder: 'graph',
    own: ['*.ts'],
    may: ['environment.ts', 'basics/*.ts'],
    packages: [...graphPackages, 'valibot'],
    belongs: 'graph/ carries requests and knows no goals: what knows a list or a column belongs in lists/.',
  },
  {
    name: 'teams/',
    files: ['src/teams/**/*.ts'],
    folder: 'teams',
    own: ['*.ts'],
    may: ['environment.ts', 'basics/*.ts'],
    packages: [...teamsPackages, 'valibot'],
    belongs:
      'teams/ speaks to the host and signs in, and knows no goals: what does more belongs in start.tsx or in a screen.',
  },
  {
    name: 'lists/',
    files: ['src/lists/**/*.ts'],
    folder: 'lists',
    own: ['*.ts'],
    may: ['world.ts', 'basics/*.ts', 'graph/*.ts'],
    mayTypes: ['environment.ts', ...domainRules],
    packages: ['valibot'],
    instead: [
      {
        paths: ['sync/*', 'commands.ts'],
        belongs:
          'lists/ reads and writes rows and decides nothing: what waits, retries or replays belongs in sync/.',
      },
    ],
    belongs:
      'lists/ translates between the world and SharePoint: rules belong in their domain, requests in graph/, wiring in start.tsx.',
  },
  {
    name: 'sync/',
    files: ['src/sync/**/*.ts'],
    folder: 'sync',
    own: ['*.ts'],
    may: [
      'commands.ts',
      'decide.ts',
      'roomCommands.ts',
      'amendments.ts',
      'world.ts',
      'basics/*.ts',
      'graph/failure.ts',
    ],
    mayTypes: ['environment.ts'],
    packages: ['idb', 'valibot'],
    instead: [
      {
        paths: ['lists/*'],
        belongs:
          "sync/ is given the site's read and write: let start.tsx hand it over instead of importing lists/.",
      },
      {
        packages: screenPackages,
        belongs: 'sync/ is no screen: only useWorld.ts may know React, and markup belongs in a .tsx file.',
      },
    ],
    belongs:
      'sync/ moves commands and rows without knowing what they mean: meaning belongs in a domain, wiring in start.tsx.',
  },
  {
    name: 'sync/useWorld.ts',
    files: ['src/sync/useWorld.ts'],
    folder: 'sync',
    own: ['*.ts'],
    may: ['commands.ts', 'world.ts', 'basics/*.ts'],
    mayTypes: ['environment.ts'],
    packages: ['react'],
    belongs:
      'useWorld.ts only hands the store to the screens: moving and storing belong in the rest of sync/.',
  },
  {
    name: 'text/',
    files: ['src/text/**/*.ts'],
    folder: 'text',
    own: ['*.ts'],
    may: [],
    mayTypes: ['environment.ts', 'world.ts', 'commands.ts', 'basics/*.ts', ...domainRules],
    packages: [],
    belongs:
      'text/ holds words and imports types only: what computes belongs in a domain and hands text/ its numbers.',
  },
  {
    name: 'themes.ts, lightTheme.ts and darkThemes.ts',
    files: ['src/themes.ts', 'src/lightTheme.ts', 'src/darkThemes.ts'],
    folder: '',
    may: ['lightTheme.ts', 'darkThemes.ts'],
    mayTypes: ['environment.ts'],
    packages: ['@fluentui/**'],
    belongs: 'themes.ts only chooses a theme: what uses it belongs in App.tsx or start.tsx.',
  },
  ...['*', ''].map((folder): Layer => ({
    name: folder ? 'screens' : 'App.tsx',
    files: [folder ? 'src/*/**/*.tsx' : 'src/*.tsx'],
    folder,
    own: folder ? ['*.ts'] : [],
    may: [
      '*.tsx',
      '*/*.tsx',
      ...(folder ? [] : ['themes.ts', 'lightTheme.ts']),
      'basics/*.ts',
      'text/*.ts',
      'sync/useWorld.ts',
      'pastWorld.ts',
      ...domainRules,
      ...composedRooms.map((room) => `${room}/*.ts`),
    ],
    mayTypes: ['environment.ts', 'world.ts', 'commands.ts', 'sync/snapshot.ts'],
    packages: screenPackages,
    instead: [
      {
        paths: ['graph/*', 'lists/*'],
        packages: graphPackages,
        belongs:
          'A screen never reaches SharePoint: dispatch a command and read the world through sync/useWorld.ts.',
      },
      {
        paths: ['teams/*'],
        packages: teamsPackages,
        belongs:
          'A screen never speaks to Teams or signs in: add a member to environment.ts and fulfil it in teams/.',
      },
      {
        packages: ['idb'],
        belongs: 'A screen stores nothing on disk: what is kept belongs in sync/.',
      },
    ],
    belongs:
      'A screen knows other screens, domain rules, text/, sync/useWorld.ts and Fluent: what needs more belongs behind environment.ts or in sync/.',
  })),
];
