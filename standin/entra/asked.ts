import * as v from 'valibot';

/** What MSAL may say to Entra. Anything else is refused, so that nobody relies on what is not understood here. */

const known = (...names: string[]) => new Set(names);
const library = ['x-client-SKU', 'x-client-VER', 'x-client-OS', 'x-client-CPU', 'x-app-name', 'x-app-ver'];
const authorizeNames = known(
  'client_id',
  'response_type',
  'response_mode',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'prompt',
  'login_hint',
  'domain_hint',
  'sid',
  'claims',
  'client_info',
  'client-request-id',
  'clidata',
  'pocd',
  'X-AnchorMailbox',
  ...library,
);
const tokenNames = known(
  'client_id',
  'grant_type',
  'code',
  'code_verifier',
  'redirect_uri',
  'refresh_token',
  'scope',
  'claims',
  'client_info',
  'client-request-id',
  'clidata',
  'X-AnchorMailbox',
  'x-client-current-telemetry',
  'x-client-last-telemetry',
  'x-ms-lib-capability',
  ...library,
);
const logoutNames = known(
  'post_logout_redirect_uri',
  'state',
  'logout_hint',
  'id_token_hint',
  'client-request-id',
  'pocd',
  'client_id',
  ...library,
);

const words = v.pipe(
  v.string(),
  v.transform((all) => all.split(' ').filter((one) => one !== '')),
  v.minLength(1),
);

export const authorizeShape = v.object({
  client_id: v.string(),
  response_type: v.literal('code'),
  response_mode: v.literal('fragment'),
  redirect_uri: v.string(),
  scope: words,
  state: v.string(),
  nonce: v.optional(v.string()),
  code_challenge: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  code_challenge_method: v.literal('S256'),
  prompt: v.optional(v.picklist(['none', 'login', 'select_account', 'consent'])),
  login_hint: v.optional(v.string()),
  claims: v.optional(v.string()),
  pocd: v.optional(v.picklist(['0', '1'])),
});
export type AuthorizeRequest = v.InferOutput<typeof authorizeShape>;

export const tokenShape = v.variant('grant_type', [
  v.object({
    grant_type: v.literal('authorization_code'),
    client_id: v.string(),
    code: v.string(),
    code_verifier: v.string(),
    redirect_uri: v.string(),
    scope: words,
    claims: v.optional(v.string()),
  }),
  v.object({
    grant_type: v.literal('refresh_token'),
    client_id: v.string(),
    refresh_token: v.string(),
    scope: words,
    claims: v.optional(v.string()),
  }),
]);

const names = { authorize: authorizeNames, token: tokenNames, logout: logoutNames };

/** The parameters by name; throws with what is unknown or said twice. */
export function readParameters(all: URLSearchParams, where: keyof typeof names): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, value] of all) {
    if (!names[where].has(name))
      throw new Error(`AADSTS90000: ${where} does not know the parameter ${name}.`);
    if (Object.hasOwn(read, name)) throw new Error(`AADSTS90000: ${name} is said twice.`);
    read[name] = value;
  }
  return read;
}
