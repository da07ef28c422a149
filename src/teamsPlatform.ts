import { v7 } from 'uuid';
import { readConfiguration } from './configuration.ts';
import type { Platform } from './environment.ts';
import { connectToHost } from './teams/host.ts';
import { signIn } from './teams/signIn.ts';

/**
 * The port as the browser and Teams give it. `send` carries every request to Graph and `now` is the product's
 * clock: the two things that the stand-in gives in another way.
 */
export async function teamsPlatform(send: typeof fetch, now: () => Date): Promise<Platform> {
  const [host, configuration] = await Promise.all([
    connectToHost(),
    readConfiguration((input, init) => fetch(input, init)),
  ]);
  return {
    fetch: send,
    getToken: signIn(configuration, host.context),
    now,
    newKey: () => v7({ msecs: now().getTime() }),
    storage: indexedDB,
    host,
    configuration,
  };
}
