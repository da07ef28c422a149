/**
 * Why nobody could be signed in; decided once, in teams/, and never read out of a message text.
 * `clickNeeded`: a window has to be opened, which takes a click. `notHandedOver`: the window was through, and what it brought
 * did not come here. `otherPerson`: another signed in than the one who sits here. `guest`: who comes from another organisation
 * was not let in.
 */
export type SignInTrouble =
  | 'clickNeeded'
  | 'cancelled'
  | 'blocked'
  | 'consent'
  | 'guest'
  | 'otherPerson'
  | 'notHandedOver'
  | 'offline'
  | 'unavailable';

export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
  readonly reason: SignInTrouble;

  constructor(reason: SignInTrouble, cause?: unknown) {
    super(`Nobody is signed in: ${reason}`, { cause });
    this.reason = reason;
  }
}
