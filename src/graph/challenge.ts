import * as v from 'valibot';

/** Claims are an object of objects; what is in them is between Graph and Entra. */
const claimsShape = v.record(v.string(), v.nullable(v.record(v.string(), v.unknown())));

/** No challenge of Entra's comes near it. */
const mostCharacters = 4_000;

/**
 * The claims that a refused token must answer (continuous access evaluation), as JSON; nothing where the answer is no such
 * challenge. It comes from outside and goes to Entra, so it is read and written anew.
 */
export function claimsIn(header: string | null): string | undefined {
  if (header === null || !/(^|[\s,])error="?insufficient_claims"?/i.test(header)) return undefined;
  const encoded = /(?:^|[\s,])claims="([\w+/=-]+)"/i.exec(header)?.[1];
  if (encoded === undefined || encoded.length > mostCharacters) return undefined;
  try {
    const bytes = Uint8Array.from(
      atob(encoded.replaceAll('-', '+').replaceAll('_', '/')),
      (one) => one.codePointAt(0) ?? 0,
    );
    const claims = v.safeParse(
      claimsShape,
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    );
    return claims.success && Object.keys(claims.output).length > 0
      ? JSON.stringify(claims.output)
      : undefined;
  } catch {
    return undefined;
  }
}
