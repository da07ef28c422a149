import { createStandardPublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser';
import { authentication } from '@microsoft/teams-js';
import { SignInFailed, type SignInTrouble } from '../basics/signInFailed.ts';
import type { Configuration, HostContext } from '../environment.ts';
import { bridgeAddress, entraOf, failureOf, issued, type Issued } from './entra.ts';
import { awaitHandOver } from './handOver.ts';
import { marginMs, type Wanted, type Way } from './tokens.ts';

/** What was handed over is here before the host says so, or not at all. */
const handOverMs = 2_000;
/** A hidden frame that gets no answer; browsers that keep Entra's cookies from frames let it answer at once. */
const silenceMs = 6_000;

/**
 * Sign-in in a window that the host opens, for hosts without nested app authentication. Our own window in a frame of
 * somebody else's page has a storage of its own, so what the window gets is handed over and lies in memory alone.
 */
export function windowWay(configuration: Configuration, context: HostContext): Way {
  const held: { readonly got: Issued; readonly claims: string | undefined }[] = [];
  let opening: Promise<IPublicClientApplication> | undefined;
  /** The browser does not let Entra recognise anybody in a frame; asking again would only take time. */
  let isFrameUseless = false;

  const application = () =>
    (opening ??= createStandardPublicClientApplication({
      auth: { ...entraOf(configuration), redirectUri: bridgeAddress() },
      cache: { cacheLocation: 'memoryStorage' },
      system: { iframeBridgeTimeout: silenceMs },
    }));

  function kept({ scopes, claims }: Wanted): Issued | undefined {
    const isGood = ({ untilMs }: Issued) => untilMs > Date.now() + marginMs;
    const covers = (has: readonly string[]) => {
      const names = new Set(has.map((one) => one.replace('https://graph.microsoft.com/', '').toLowerCase()));
      return scopes.every((one) => names.has(one.toLowerCase()));
    };
    return held.find((one) => one.claims === claims && isGood(one.got) && covers(one.got.scopes))?.got;
  }

  async function inFrame({ scopes, claims }: Wanted): Promise<Issued> {
    const request = {
      scopes: [...scopes],
      loginHint: context.loginHint,
      ...(claims === undefined ? {} : { claims }),
    };
    try {
      return issued(await (await application()).ssoSilent(request));
    } catch (failure) {
      const read = failureOf(failure);
      isFrameUseless = read.reason !== 'offline';
      throw read.reason === 'offline' ? read : new SignInFailed('clickNeeded', failure);
    }
  }

  function keep(wanted: Wanted, got: Issued): Issued {
    held.unshift({ got, claims: wanted.claims });
    held.length = Math.min(held.length, 5);
    return got;
  }

  return {
    // Browsers open windows for clicks alone.
    asksUnbidden: false,
    async silently(wanted) {
      const got = kept(wanted);
      if (got) return got;
      if (isFrameUseless) throw new SignInFailed('clickNeeded');
      return keep(wanted, await inFrame(wanted));
    },
    async asking(wanted) {
      const ticket = crypto.randomUUID();
      const arrival = awaitHandOver(ticket);
      try {
        let refusal: unknown;
        try {
          await authentication.authenticate({
            url: addressOf(ticket, wanted, context),
            width: 600,
            height: 535,
          });
        } catch (cause) {
          refusal = cause;
        }
        // Hosts lose sight of a window and call it closed, when it has long done what it was opened for.
        const got = await arrival.within(refusal === undefined ? handOverMs : 0);
        if (got) return keep(wanted, got);
        if (refusal !== undefined) throw refusalOf(refusal);
        isFrameUseless = false;
        return keep(
          wanted,
          await inFrame(wanted).catch((cause: unknown) => {
            throw new SignInFailed('notHandedOver', cause);
          }),
        );
      } finally {
        arrival.close();
      }
    },
  };
}

function addressOf(ticket: string, { scopes, claims }: Wanted, context: HostContext): string {
  const url = new URL('auth.html', window.location.href);
  url.search = new URLSearchParams({
    ticket,
    scopes: scopes.join(' '),
    hint: context.loginHint,
    lang: context.language,
    ...(claims === undefined ? {} : { claims }),
  }).toString();
  return url.href;
}

/** The words of the hosts, and those that our own window says. */
const refusals: Readonly<Record<string, SignInTrouble>> = {
  CancelledByUser: 'cancelled',
  FailedToOpenWindow: 'blocked',
  cancelled: 'cancelled',
  blocked: 'blocked',
  consent: 'consent',
  guest: 'guest',
  offline: 'offline',
  clickNeeded: 'unavailable',
};

function refusalOf(cause: unknown): SignInFailed {
  const said = cause instanceof Error ? cause.message : '';
  return new SignInFailed(
    Object.hasOwn(refusals, said) ? (refusals[said] ?? 'unavailable') : 'unavailable',
    cause,
  );
}
