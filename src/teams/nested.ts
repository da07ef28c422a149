import { createNestablePublicClientApplication, PublicClientApplication } from '@azure/msal-browser';
import type { Configuration, HostContext } from '../environment.ts';
import { entraOf, failureOf, issued } from './entra.ts';
import type { Wanted, Way } from './tokens.ts';

/**
 * Sign-in through the host (nested app authentication): the user is signed in to Teams already, so nothing is asked of them
 * but consent, once. `undefined` where the host has no bridge for it, or its bridge does not answer.
 */
export async function nestedWay(
  configuration: Configuration,
  context: HostContext,
): Promise<Way | undefined> {
  let isNested = false;
  const msal = await createNestablePublicClientApplication(
    { auth: entraOf(configuration) },
    undefined,
    (own, controller) => {
      isNested = true;
      return new PublicClientApplication(own, controller);
    },
  );
  if (!isNested) return undefined;

  const requestOf = ({ scopes, claims }: Wanted) => {
    // Meeting-room machines are shared: an account that somebody else left behind must not be taken for the user's.
    // A host that does not say who it is gets no account from the cache at all.
    const account = context.person.id
      ? msal.getAccount({ localAccountId: context.person.id, tenantId: context.tenantId })
      : null;
    return {
      scopes: [...scopes],
      loginHint: context.loginHint,
      ...(account ? { account } : {}),
      ...(claims === undefined ? {} : { claims }),
    };
  };

  return {
    // The host opens its window itself, and asks only where it must.
    asksUnbidden: true,
    async silently(wanted) {
      try {
        const anew = wanted.claims === undefined ? {} : { forceRefresh: true };
        return issued(await msal.acquireTokenSilent({ ...requestOf(wanted), ...anew }));
      } catch (failure) {
        throw failureOf(failure);
      }
    },
    async asking(wanted) {
      try {
        return issued(await msal.acquireTokenPopup(requestOf(wanted)));
      } catch (failure) {
        throw failureOf(failure);
      }
    },
  };
}
