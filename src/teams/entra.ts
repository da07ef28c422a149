import {
  AuthError,
  type AuthenticationResult,
  type Configuration as MsalConfiguration,
  InteractionRequiredAuthError,
} from '@azure/msal-browser';
import { SignInFailed, type SignInTrouble } from '../basics/signInFailed.ts';
import type { Configuration } from '../environment.ts';

/** What every way of signing in has in common: the organisation's own directory, never whoever comes along. */
export function entraOf({ clientId, tenantId }: Configuration): MsalConfiguration['auth'] {
  return {
    clientId,
    authority: `https://login.microsoftonline.com/${tenantId}`,
    // Tells Entra that we can answer a claims challenge (continuous access evaluation).
    clientCapabilities: ['CP1'],
  };
}

/** The page that Entra leads back to; the only one that has to be registered beside the host's own. */
export function bridgeAddress(): string {
  return new URL('auth-end.html', window.location.href.replace(/[?#].*$/, '')).href;
}

/** A token, how long it is good, and whose it is. */
export type Issued = {
  readonly token: string;
  readonly untilMs: number;
  readonly scopes: readonly string[];
  readonly who: Who;
};

export type Who = {
  /** In the directory that the token is from. */
  readonly id: string;
  readonly tenantId: string;
  /** `<object id>.<directory>` of where the person is at home. */
  readonly homeId: string;
  readonly userName: string;
};

export function issued({ accessToken, expiresOn, scopes, account }: AuthenticationResult): Issued {
  return {
    token: accessToken,
    untilMs: expiresOn?.getTime() ?? 0,
    scopes,
    who: {
      id: account.localAccountId,
      tenantId: account.tenantId,
      homeId: account.homeAccountId,
      userName: account.username,
    },
  };
}

const reasons: Readonly<Record<string, SignInTrouble>> = {
  user_cancelled: 'cancelled',
  user_canceled: 'cancelled',
  access_denied: 'cancelled',
  popup_window_error: 'blocked',
  empty_window_error: 'blocked',
  no_network_connectivity: 'offline',
  network_error: 'offline',
  post_request_failed: 'offline',
  get_request_failed: 'offline',
  consent_required: 'consent',
  no_account_error: 'clickNeeded',
  no_account_found: 'clickNeeded',
  native_account_unavailable: 'clickNeeded',
};

/** Entra's own numbers say more than the code; they stand in the text that comes with it, and nowhere else. */
const numbers: readonly (readonly [RegExp, SignInTrouble])[] = [
  // Nobody has consented; the user has refused; an administrator must; the app is not for this user.
  [/AADSTS(65001|65004|90094|90095|50105)\b/, 'consent'],
  // Not in this directory; blocked by its rules about guests.
  [/AADSTS(50020|90072|500213)\b/, 'guest'],
];

/** What an error of MSAL's means for whoever sits here. */
export function failureOf(error: unknown): SignInFailed {
  if (error instanceof SignInFailed) return error;
  if (!(error instanceof AuthError)) return new SignInFailed('unavailable', error);
  const said = `${error.errorCode} ${error.errorMessage} ${error.subError}`;
  const numbered = numbers.find(([number]) => number.test(said))?.[1];
  const isAsking = error instanceof InteractionRequiredAuthError;
  return new SignInFailed(
    numbered ?? reasons[error.errorCode] ?? (isAsking ? 'clickNeeded' : 'unavailable'),
    error,
  );
}
