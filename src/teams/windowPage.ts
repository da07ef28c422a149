import { type AuthenticationResult, createStandardPublicClientApplication } from '@azure/msal-browser';
import { app, authentication } from '@microsoft/teams-js';
import * as v from 'valibot';
import type { SignInTrouble } from '../basics/signInFailed.ts';
import type { Configuration } from '../environment.ts';
import { bridgeAddress, entraOf, failureOf, issued } from './entra.ts';
import { handOver } from './handOver.ts';

/** All rights that the product ever asks for: whoever else opens this window shall not ask for more in its name. */
export const ourScopes: readonly string[] = [
  'User.Read',
  'User.ReadBasic.All',
  'Sites.Selected',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'TeamsActivity.Send',
];

const shortLine = v.pipe(v.string(), v.maxLength(320));
const askedShape = v.object({
  ticket: v.pipe(v.string(), v.uuid()),
  scopes: v.pipe(
    v.string(),
    v.transform((all) => all.split(' ')),
    v.array(v.picklist(ourScopes)),
    v.minLength(1),
  ),
  hint: shortLine,
  claims: v.optional(v.pipe(v.string(), v.maxLength(4_000), v.startsWith('{'))),
});
type Asked = v.InferOutput<typeof askedShape>;

/**
 * The window that a host opens: leads to Entra, comes back here, hands over what it got, and is closed by the host. What is
 * left to say to the user, where the window stays, is given back.
 */
export async function signInWindow(
  search: string,
  read: () => Promise<Configuration>,
): Promise<'leaving' | 'done' | 'alone' | 'failed'> {
  try {
    // teams-js believes none but the known hosts, so after this the window around is known to be one.
    await app.initialize();
  } catch {
    return 'alone';
  }
  const asked = v.safeParse(askedShape, Object.fromEntries(new URLSearchParams(search)));
  if (!asked.success) return refuse('unavailable');
  try {
    const got = await redirected(await read(), asked.output);
    if (!got) return 'leaving';
    handOver(asked.output.ticket, issued(got));
    authentication.notifySuccess();
    return 'done';
  } catch (failure) {
    return refuse(failureOf(failure).reason);
  }
}

async function redirected(
  configuration: Configuration,
  { ticket, scopes, hint, claims }: Asked,
): Promise<AuthenticationResult | undefined> {
  const msal = await createStandardPublicClientApplication({
    auth: {
      ...entraOf(configuration),
      redirectUri: bridgeAddress(),
      // Entra would cut this window off from the host that has opened it (Cross-Origin-Opener-Policy), and the host
      // would take that for "cancelled". That the opener is Teams was shown above.
      originCheck: false,
    },
    // Goes with the window.
    cache: { cacheLocation: 'sessionStorage' },
  });
  const got = await msal.handleRedirectPromise();
  // The answer to an earlier question of this window is none to this one.
  if (got?.state === ticket) return got;
  await msal.acquireTokenRedirect({
    scopes: [...scopes],
    state: ticket,
    ...(hint === '' ? {} : { loginHint: hint }),
    ...(claims === undefined ? {} : { claims }),
  });
  return undefined;
}

function refuse(reason: SignInTrouble): 'failed' {
  authentication.notifyFailure(reason);
  return 'failed';
}
