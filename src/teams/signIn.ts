import type { IPublicClientApplication } from '@azure/msal-browser';
import type { Configuration, Environment, HostContext } from '../environment.ts';

/**
 * Sign-in through the host (nested app authentication): the user is signed in to Teams already, so nothing is
 * asked of them but consent, once. MSAL is 80 KB and not needed to paint, so it is fetched behind the first frame.
 */
export function signIn(configuration: Configuration, context: HostContext): Environment['getToken'] {
  let opened: Promise<IPublicClientApplication> | undefined;

  function application(): Promise<IPublicClientApplication> {
    opened ??= open(configuration).catch((failure: unknown) => {
      opened = undefined;
      throw failure;
    });
    return opened;
  }

  return async (scopes) => {
    const { InteractionRequiredAuthError } = await import('@azure/msal-browser');
    const msal = await application();
    // Meeting-room machines are shared: an account that somebody else left behind must not be taken for the user's.
    // A host that does not say who it is gets no account from the cache at all.
    const account = context.person.id
      ? msal.getAccount({ localAccountId: context.person.id, tenantId: context.tenantId })
      : null;
    const request = { scopes: [...scopes], loginHint: context.loginHint, ...(account ? { account } : {}) };
    try {
      return (await msal.acquireTokenSilent(request)).accessToken;
    } catch (failure) {
      if (!(failure instanceof InteractionRequiredAuthError)) throw failure;
      return (await msal.acquireTokenPopup(request)).accessToken;
    }
  };
}

async function open({ clientId, tenantId }: Configuration): Promise<IPublicClientApplication> {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
  return createNestablePublicClientApplication({
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      // Tells Entra that we can answer a claims challenge (continuous access evaluation).
      clientCapabilities: ['CP1'],
    },
  });
}
