import { fileURLToPath } from 'node:url';
import griffel from '@griffel/vite-plugin';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

export const probePath = '/test/e2e/probe/probe.html';

/** The pretend Teams window as `npm start` builds it, and the probe as the tab in it. */
export async function buildProbe(outDir: string): Promise<void> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  await build({
    root,
    configFile: false,
    plugins: [react(), griffel()],
    base: './',
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          window: `${root}standin/teams/window.html`,
          probe: `${root}${probePath.slice(1)}`,
        },
      },
    },
  });
}
