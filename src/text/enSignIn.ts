import type { signIn as svSignIn, signInTroubles as svSignInTroubles } from './svSignIn.ts';

/** The same in the second language. */
export const signIn: typeof svSignIn = {
  button: 'Sign in',
  workAccount: 'Sign in with your work account',
  working: 'Waiting for the sign-in …',
  switchAccount: 'Switch account',
  signOut: 'Sign out',
  as: (name) => `Signed in as ${name}`,
  failed: {
    clickNeeded: 'The sign-in was not finished. Try again.',
    cancelled: 'The sign-in was cancelled before it was finished. Try again whenever you like.',
    blocked: 'The browser did not open the window. Allow pop-ups for this page and try again.',
    consent:
      'Environmental goals has not been allowed to use your account. Try again and accept, or ask whoever runs Microsoft 365 in your organisation to do it.',
    guest:
      'You are a guest here and could not be signed in. Ask the owner of the site to invite you, or open Environmental goals in your own organisation.',
    otherPerson: 'Somebody else signed in. Sign in with the same account as in Teams.',
    notHandedOver:
      'The sign-in worked, but the window could not hand it over. Try again, or open Environmental goals in the browser.',
    offline: 'The sign-in could not be reached. Check the network and try again.',
    unavailable: 'The sign-in did not answer as it should. Try again in a while.',
  },
  window: {
    leaving: 'Opening the sign-in …',
    done: 'You are signed in. You can close the window.',
    alone: 'This page is opened by Teams. You can close the window.',
    failed: 'The sign-in was not finished. Close the window and try again.',
  },
};

export const signInTroubles: typeof svSignInTroubles = {
  alone: {
    title: 'Environmental goals',
    body: 'Goals, assignments and activities of your organisation. Sign in to see them.',
  },
  signInCancelled: {
    title: 'You are not signed in',
    body: 'The sign-in was cancelled. Sign in when you want to go on.',
  },
  signInBlocked: {
    title: 'The sign-in could not be opened',
    body: 'The browser did not open the window for signing in. Allow pop-ups for this page and press Sign in.',
  },
  consentMissing: {
    title: 'Environmental goals needs an approval',
    body: 'Environmental goals has not been allowed to read and write the lists on your behalf. Press Sign in and accept. If you may not: ask whoever runs Microsoft 365 in your organisation to approve for everybody.',
  },
  guest: {
    title: 'You are a guest here',
    body: 'The lists lie in another organisation than yours, and you could not be signed in there. Ask the owner of the site to invite you.',
  },
  otherPerson: {
    title: 'Two different accounts',
    body: 'The account that signed in is not the one you use in Teams. So that nothing is written in somebody else’s name, nothing is shown. Sign in with the same account.',
  },
  signInUnavailable: {
    title: 'The sign-in does not answer',
    body: 'It was not possible to sign in right now. It usually passes. The tab tries again by itself.',
  },
};
