import { AuthError } from '@azure/msal-browser';
import { nestedAppAuth } from '@microsoft/teams-js';
import { SignInFailed } from '../basics/signInFailed.ts';
import type { Account, Configuration, Environment, HostContext } from '../environment.ts';
import type { Issued } from './entra.ts';
import { windowWay } from './hostWindow.ts';
import { nestedWay } from './nested.ts';
import { openTokens, type Way } from './tokens.ts';

/** Signing in within Teams: through the host itself where it can do that, else in a window that it opens. */
export async function signIn(
  configuration: Configuration,
  context: HostContext,
): Promise<Pick<Environment, 'getToken'> & Pick<Account, 'signIn'>> {
  // The bridge is what MSAL goes by; some hosts build it only when MSAL asks, and those say that they recommend it.
  const mayNest = 'nestedAppAuthBridge' in window || nestedAppAuth.isNAAChannelRecommended();
  const nested = mayNest ? await nestedWay(configuration, context) : undefined;
  const inWindow = windowWay(configuration, context);
  const way = nested ? withFallBack(nested, inWindow) : inWindow;
  return openTokens(ofThisPerson(way, configuration, context), configuration);
}

/** A bridge can be there and be closed, by the host or by who administers it. */
function withFallBack(first: Way, second: Way): Way {
  let way = first;
  const tried = (how: 'silently' | 'asking'): Way['silently'] => {
    return async (wanted) => {
      try {
        return await way[how](wanted);
      } catch (failure) {
        if (way === second || !isBridgeClosed(failure)) throw failure;
        way = second;
        return way.silently(wanted);
      }
    };
  };
  return {
    get asksUnbidden() {
      return way.asksUnbidden;
    },
    silently: tried('silently'),
    asking: tried('asking'),
  };
}

function isBridgeClosed(failure: unknown): boolean {
  const cause = failure instanceof SignInFailed ? failure.cause : undefined;
  return cause instanceof AuthError && cause.errorCode === 'nested_app_auth_bridge_disabled';
}

/** Whoever signs in must be the one whom the host has before it, or their lines would be written in another's name. */
function ofThisPerson(way: Way, configuration: Configuration, context: HostContext): Way {
  const isGuest = context.tenantId !== '' && !isSame(context.tenantId, configuration.tenantId);
  const checked = (how: Way['silently']): Way['silently'] => {
    return async (wanted) => {
      let got: Issued;
      try {
        got = await how(wanted);
      } catch (failure) {
        const isUnexplained = failure instanceof SignInFailed && failure.reason === 'unavailable';
        throw isGuest && isUnexplained ? new SignInFailed('guest', failure) : failure;
      }
      if (!isOf(got.who, isGuest)) throw new SignInFailed('otherPerson');
      return got;
    };
  };

  function isOf({ id, homeId, userName }: Issued['who'], fromElsewhere: boolean): boolean {
    const { person, tenantId, loginHint } = context;
    // A host that says nothing has nobody to compare with.
    if (person.id === '') return true;
    if (!fromElsewhere) return isSame(id, person.id);
    return isSame(homeId, `${person.id}.${tenantId}`) || (loginHint !== '' && isSame(userName, loginHint));
  }

  return {
    get asksUnbidden() {
      return way.asksUnbidden;
    },
    silently: checked((wanted) => way.silently(wanted)),
    asking: checked((wanted) => way.asking(wanted)),
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
