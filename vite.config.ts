import path from 'node:path';
import react from '@vitejs/plugin-react';
import griffel from '@griffel/vite-plugin';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { buildName } from './scripts/buildName.ts';

/**
 * Writes what Fluent would work out in the browser into the build: the light theme as it is, and each token as the
 * name that it stands for, so that neither what computes the one nor the list of all the others is shipped.
 */
function workedOutTokens(): Plugin {
  return {
    name: 'worked-out-tokens',
    apply: 'build',
    async load(id) {
      if (!id.endsWith('/src/lightTheme.ts')) return undefined;
      const { teamsLightTheme } = await import('@fluentui/react-components');
      return `export const lightTheme = ${JSON.stringify(teamsLightTheme)};`;
    },
    async transform(code) {
      if (!/import \{[^}]*\btokens\b[^}]*\} from ['"]@fluentui\//.test(code)) return undefined;
      const { tokens } = await import('@fluentui/react-components');
      const names = new Map(Object.entries(tokens));
      const written = code.replaceAll(/(?<![.\w$])tokens\.(\w+)/g, (all, name: string) => {
        const value = names.get(name);
        return value === undefined ? all : JSON.stringify(value);
      });
      return { code: written, map: null };
    },
  };
}

/**
 * teams-js carries a logger for its own developers, colours and all, which speaks only where somebody has switched it on in
 * the browser's storage. In its place stands one that says nothing.
 */
function quietTeams(): Plugin {
  const quiet = `const quiet = Object.assign(() => undefined, { extend: () => quiet });
    const debug = Object.assign(() => quiet, { formatArgs: () => undefined });
    const b = { debug }; export { b };`;
  return {
    name: 'quiet-teams',
    apply: 'build',
    load: (id) => (/\/@microsoft\/teams-js\/.*\/debug\/src\/browser\.js$/.test(id) ? quiet : undefined),
  };
}

/** Where teams-js keeps what we use of it. */
const teamsPieces: Readonly<Record<string, string>> = {
  app: 'app/app',
  authentication: 'authentication',
  meeting: 'meeting/meeting',
  nestedAppAuth: 'nestedAppAuth',
  pages: 'pages/pages',
};

/**
 * Takes each part of teams-js from its own file. Through the library's one door all that anybody ever uses of it comes with the
 * first frame, also what only a click asks for.
 */
function teamsInPieces(): Plugin {
  const inside = '@microsoft/teams-js/dist/esm/packages/teams-js/src/public';
  return {
    name: 'teams-in-pieces',
    apply: 'build',
    transform(code, id) {
      const [whole, names] = /import \{([\w, ]+)\} from ['"]@microsoft\/teams-js['"];/.exec(code) ?? [];
      if (!whole || !names || !id.includes('/src/teams/')) return undefined;
      const pieces = names.split(',').map((name) => {
        const piece = teamsPieces[name.trim()];
        if (!piece) this.error(`teams-in-pieces does not know where${name} of teams-js lies`);
        return `import * as ${name.trim()} from '${inside}/${piece}.js';`;
      });
      return { code: code.replace(whole, pieces.join(' ')), map: null };
    },
  };
}

/**
 * A workbook of some size would be packed in a worker, which the page's policy forbids; nobody is told, and it is waited for
 * without end. The writer's own other way packs it at once.
 */
function packedAtOnce(): Plugin {
  const atOnce = `import pack from './zipToArrayBufferSync.js';
    export default async (files) => pack(files);`;
  return {
    name: 'packed-at-once',
    apply: 'build',
    load: (id) => (id.endsWith('/write-excel-file/modules/zip/zipToArrayBuffer.js') ? atOnce : undefined),
  };
}

/** Puts beside the page which version it is: a tab that has stood open for long asks for it. */
function versionFile(): Plugin {
  return {
    name: 'version-file',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'version.json', source: JSON.stringify(buildName()) });
    },
  };
}

/** What the first frame is made of: our own modules that the entry reaches, and the libraries that draw them. */
const firstFrame =
  /\/src\/|\/node_modules\/(?:react|react-dom|scheduler|@griffel\/(?:core|react)|@emotion\/hash)\//;

/**
 * Puts it into one file. Left alone, every small module that something fetched later needs too becomes a file of its own,
 * and a poor network pays for each.
 */
function firstFrameOf(entry: string) {
  let reached: Set<string> | undefined;
  return (id: string, graph: { getModuleInfo(id: string): { importedIds: string[] } | null }) => {
    reached ??= reachedFrom(entry, (one) => graph.getModuleInfo(one)?.importedIds ?? []);
    // The entry itself stays apart: other pages share what it reaches, and must not open the tab by that.
    return id !== entry && firstFrame.test(id) && reached.has(id) ? 'first' : null;
  };
}

function reachedFrom(entry: string, importsOf: (id: string) => readonly string[]): Set<string> {
  const reached = new Set([entry]);
  // A set that grows is walked to its new end.
  for (const id of reached) for (const imported of importsOf(id)) reached.add(imported);
  return reached;
}

/**
 * Two builds of one tab. `vite build` makes the product from index.html into dist/.
 * `vite build --mode standin` makes the pretend Teams window and the tab's second root into
 * .standin/web/; nothing of standin/ is reachable from index.html, so none of it can ship.
 */
export default defineConfig(({ command, mode }) => {
  const forStandin = mode === 'standin';
  return {
    // Styles are worked out while building: the entry does not carry the machinery that would do it in the browser.
    plugins: [
      react(),
      command === 'build' && griffel(),
      workedOutTokens(),
      quietTeams(),
      teamsInPieces(),
      packedAtOnce(),
      versionFile(),
    ],
    define: { kaskadBuild: JSON.stringify(buildName()) },
    // Relative addresses: the product may be hosted in any folder of any static host.
    base: './',
    publicDir: forStandin ? false : 'public',
    build: {
      target: 'es2022',
      outDir: forStandin ? '.standin/web' : 'dist',
      emptyOutDir: true,
      modulePreload: {
        polyfill: false,
        // The first frame names every file that a later one needs beside it; what is there already need not be named.
        resolveDependencies: (_, needed) => needed.filter((file) => !file.includes('rolldown-runtime')),
      },
      // Every asset stays a file of its own: the content security policy allows no data: scripts or fonts.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: forStandin
          ? { window: 'standin/teams/window.html', tab: 'standin/tab.html' }
          : { index: 'index.html', auth: 'auth.html', 'auth-end': 'auth-end.html' },
        ...(forStandin
          ? {}
          : {
              output: {
                // The first frame carries the name of every file that may come after it: without words in them it is a kilobyte less.
                chunkFileNames: 'assets/c[hash].js',
                codeSplitting: {
                  groups: [
                    {
                      debugName: 'first',
                      name: firstFrameOf(path.resolve(import.meta.dirname, 'src/main.tsx')),
                    },
                  ],
                },
              },
            }),
      },
    },
    test: {
      // Far beyond what a quiet machine needs: some tests spawn whole programs beside seven others.
      testTimeout: 90_000,
      hookTimeout: 60_000,
      // Left alone, one core of two would stand idle.
      maxWorkers: '100%',
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['test/**/*.test.ts'],
            exclude: ['test/contract/**', 'test/e2e/**'],
            environment: 'node',
          },
        },
        {
          extends: true,
          test: {
            name: 'screens',
            include: ['test/**/*.test.tsx'],
            environment: 'jsdom',
            globalSetup: ['test/seededSite.ts'],
          },
        },
        {
          extends: true,
          test: { name: 'contract', include: ['test/contract/**/*.test.ts'], environment: 'node' },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            include: ['test/e2e/**/*.test.ts'],
            environment: 'node',
            globalSetup: ['test/e2e/browser.ts'],
            testTimeout: 180_000,
            hookTimeout: 120_000,
            expect: { poll: { timeout: 30_000 } },
          },
        },
      ],
    },
  };
});
