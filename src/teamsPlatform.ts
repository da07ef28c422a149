import { v7 } from 'uuid';
import { readConfiguration } from './configuration.ts';
import type { Configuration, Host, Platform } from './environment.ts';
import { connectToHost } from './teams/host.ts';
import type { signIn as SignIn } from './teams/signIn.ts';

/**
 * The port as the browser and Teams give it. `send` carries every request to Graph and `now` is the product's
 * clock: the two things that the stand-in gives in another way.
 */
export async function teamsPlatform(send: typeof fetch, now: () => Date): Promise<Platform> {
  const [host, configuration] = await Promise.all([
    connectToHost(),
    readConfiguration((input, init) => fetch(input, init)),
  ]);
  const who = host
    ? throughHost(configuration, host)
    : await (await import('./teams/inBrowser.ts')).inBrowser(configuration);
  return {
    ...who,
    fetch: send,
    now,
    newKey: () => v7({ msecs: now().getTime() }),
    storage: indexedDB,
    configuration,
  };
}

/** MSAL is 80 KB and not needed to paint, so it is fetched behind the first frame; where that fails, anew the next time. */
function throughHost(
  configuration: Configuration,
  host: Host,
): Pick<Platform, 'host' | 'getToken' | 'account'> {
  let opening: ReturnType<typeof SignIn> | undefined;
  const opened = () =>
    (opening ??= import('./teams/signIn.ts')
      .then(({ signIn }) => signIn(configuration, host.context))
      .catch((failure: unknown) => {
        opening = undefined;
        throw failure;
      }));
  return {
    host,
    getToken: async (...asked) => (await opened()).getToken(...asked),
    account: { signIn: async () => (await opened()).signIn() },
  };
}
