import {
  type AccountInfo,
  createStandardPublicClientApplication,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import { SignInFailed } from '../basics/signInFailed.ts';
import type { Account, Configuration, Environment, Host } from '../environment.ts';
import { browserHost } from './browserHost.ts';
import { bridgeAddress, entraOf, failureOf, issued } from './entra.ts';
import { HostMissing } from './host.ts';
import { openTokens, type Way, widestSiteScope } from './tokens.ts';

/** What is asked for at once, so that the first visit is one question and not two. */
const firstScopesOf = ({ siteScope = widestSiteScope }: Configuration) => ['User.Read', siteScope];

/** Somebody has been signed in on this device. Says not who; that is Entra's to know. */
const beenHere = 'kaskad/beenHere';

/**
 * The product outside of Teams: the account takes the place of what Teams would tell about the person. Throws HostMissing, with
 * the way to sign in, while nobody is signed in.
 */
export async function inBrowser(
  configuration: Configuration,
): Promise<Pick<Environment, 'getToken'> & { host: Host; account: Account }> {
  const msal = await createStandardPublicClientApplication({
    auth: { ...entraOf(configuration), redirectUri: bridgeAddress(), postLogoutRedirectUri: bridgeAddress() },
    // Other tabs of the browser shall know it too. MSAL keeps it enciphered, under a key that goes with the browser.
    cache: { cacheLocation: 'localStorage' },
  });
  const firstScopes = firstScopesOf(configuration);
  const signedIn = await accountOf(msal, configuration.tenantId, firstScopes);
  const { localAccountId, name, username, tenantId } = signedIn;
  localStorage.setItem(beenHere, '1');
  const { getToken, signIn } = openTokens(browserWay(msal, signedIn), configuration);
  return {
    host: browserHost({ id: localAccountId, name: name ?? username }, username, tenantId),
    getToken,
    account: {
      signIn,
      async leave(as) {
        if (as === 'other') {
          await msal.loginRedirect({ scopes: firstScopes, prompt: 'select_account' });
          return;
        }
        localStorage.removeItem(beenHere);
        await msal.logoutRedirect({ account: signedIn });
      },
    },
  };
}

async function accountOf(
  msal: IPublicClientApplication,
  tenantId: string,
  firstScopes: string[],
): Promise<AccountInfo> {
  let failure: SignInFailed | undefined;
  let come: AccountInfo | undefined;
  try {
    come = (await msal.handleRedirectPromise())?.account;
  } catch (cause) {
    failure = failureOf(cause);
  }
  const ours = msal.getAllAccounts({ tenantId });
  const active = msal.getActiveAccount();
  const account = come ?? ours.find((one) => one.homeAccountId === active?.homeAccountId) ?? ours.at(0);
  if (account) {
    msal.setActiveAccount(account);
    // Whoever sat here before has no business with whoever sits here now.
    for (const other of msal.getAllAccounts())
      if (other.homeAccountId !== account.homeAccountId) await msal.clearCache({ account: other });
    return account;
  }
  // Entra remembers whom it has signed in longer than MSAL does. It is asked once: what comes back is a yes or a failure.
  if (!failure && localStorage.getItem(beenHere) !== null) {
    localStorage.removeItem(beenHere);
    await msal.loginRedirect({ scopes: firstScopes, prompt: 'none' });
    return new Promise(() => undefined);
  }
  const isNew = failure === undefined || failure.reason === 'clickNeeded';
  throw new HostMissing('alone', isNew ? undefined : failure, () =>
    msal.loginRedirect({ scopes: firstScopes, prompt: 'select_account' }),
  );
}

/** Once somebody is signed in, what more is needed comes in a window, so that nothing half written goes with the page. */
function browserWay(msal: IPublicClientApplication, account: AccountInfo): Way {
  const tried = async (ask: Promise<Parameters<typeof issued>[0]>) => {
    try {
      const got = issued(await ask);
      if (got.who.id === account.localAccountId) return got;
    } catch (failure) {
      throw failureOf(failure);
    }
    throw new SignInFailed('otherPerson');
  };
  return {
    asksUnbidden: false,
    silently: ({ scopes, ...claims }) =>
      tried(msal.acquireTokenSilent({ account, scopes: [...scopes], ...claims })),
    asking: ({ scopes, ...claims }) =>
      tried(msal.acquireTokenPopup({ account, loginHint: account.username, scopes: [...scopes], ...claims })),
  };
}
