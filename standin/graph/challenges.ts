import type { TokenClaims } from '../tokens.ts';
import { insufficientClaims } from './errors.ts';

export type Challenges = {
  /** From now on this person's tokens are too old, as after a changed password or a lost device. */
  open(personId: string): void;
  /** Throws a claims challenge when the token does not answer the one that is open for its person. */
  answeredBy(claims: TokenClaims): void;
  forget(): void;
};

/** Continuous access evaluation. Entra's own challenge asks for a token that is not from before a certain second. */
export function openChallenges(clock: () => number): Challenges {
  const since = new Map<string, number>();
  return {
    open: (personId) => void since.set(personId.toLowerCase(), Math.floor(clock() / 1000)),
    answeredBy(claims) {
      const second = since.get(claims.oid.toLowerCase());
      // A token of a later second is new enough in itself; one of the same second must have been asked for with the claims.
      if (second === undefined || claims.iat > second || (claims.claims_nbf ?? 0) >= second) return;
      throw insufficientClaims({ access_token: { nbf: { essential: true, value: String(second) } } });
    },
    forget: () => since.clear(),
  };
}
