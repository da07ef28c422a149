import { SignInFailed } from '../basics/signInFailed.ts';
import type { Account, Configuration, Environment } from '../environment.ts';
import type { Issued } from './entra.ts';

/** What everyday work asks for, where the organisation has not chosen the narrower one. */
export const widestSiteScope = 'Sites.ReadWrite.All';

export type Wanted = { readonly scopes: readonly string[]; readonly claims?: string };

/** One way of getting tokens. Both reject with SignInFailed. */
export type Way = {
  /** Without asking anybody; `clickNeeded` where somebody has to be asked. */
  readonly silently: (wanted: Wanted) => Promise<Issued>;
  /** With a window in which the user may be asked. */
  readonly asking: (wanted: Wanted) => Promise<Issued>;
  /** True when a window may open without a click: the host itself is asked for it. */
  readonly asksUnbidden: boolean;
};

/** Soon enough that a token does not run out on its way. */
export const marginMs = 60_000;

/**
 * What is the same on every way: one window at a time, none unbidden after one that came to nothing, and the claims of a
 * challenge kept for all that is asked later. Tokens lie in memory alone.
 */
export function openTokens(
  way: Way,
  { siteScope = widestSiteScope }: Pick<Configuration, 'siteScope'>,
): Pick<Environment, 'getToken'> & Pick<Account, 'signIn'> {
  /** Hosts go on serving the token that was challenged, so what answered it is kept here, and asked for with its claims. */
  let claims: string | undefined;
  const answers = new Map<string, Issued>();
  let refused: SignInFailed | undefined;
  let window: Promise<Issued> | undefined;
  let lacking: Wanted = { scopes: ['User.Read'] };

  const nameOf = ({ scopes }: Wanted) => scopes.join(' ');

  function ask(wanted: Wanted): Promise<Issued> {
    window ??= way
      .asking(wanted)
      .then(
        (got) => {
          refused = undefined;
          if (wanted.claims !== undefined) answers.set(nameOf(wanted), got);
          return got;
        },
        (failure: SignInFailed) => {
          refused = failure;
          throw failure;
        },
      )
      .finally(() => (window = undefined));
    return window;
  }

  async function get(wanted: Wanted): Promise<Issued> {
    try {
      return await way.silently(wanted);
    } catch (failure) {
      if (!(failure instanceof SignInFailed) || failure.reason !== 'clickNeeded') throw failure;
      lacking = wanted;
      if (window) {
        // It was opened for something else; afterwards this may be there too.
        await window.catch(() => undefined);
        return way.silently(wanted);
      }
      if (refused) throw refused;
      if (!way.asksUnbidden) throw failure;
      return ask(wanted);
    }
  }

  return {
    async getToken(asked, challenge) {
      // [T16] An organisation that grants the app one site alone is asked for no other right to sites.
      const scopes = asked.map((scope) => (scope === widestSiteScope ? siteScope : scope));
      if (challenge !== undefined && challenge !== claims) {
        claims = challenge;
        answers.clear();
      }
      const wanted = { scopes, ...(claims === undefined ? {} : { claims }) };
      const held = answers.get(nameOf(wanted));
      if (held && challenge === undefined && held.untilMs > Date.now() + marginMs) return held.token;
      const got = await get(wanted);
      if (claims !== undefined && claims === wanted.claims) answers.set(nameOf(wanted), got);
      return got.token;
    },
    async signIn() {
      await ask(lacking);
    },
  };
}
