import { expect } from 'vitest';
import type { Person } from '../../standin/graph/graph.ts';
import { callTo, type Call } from './call.ts';
import { notAsked } from './onlyHere.ts';
import { keptToOwn, onlyLists } from './ownLists.ts';
import { member, owner, visitor } from './people.ts';
import type { Contract } from './world.ts';

/** How to reach the tenant, as scripts/verifyTenant.ts has checked it. */
export function tenantOf(env: NodeJS.ProcessEnv = process.env) {
  const [hostname = '', path = ''] = (env['KASKAD_TENANT_SITE'] ?? '').split(':');
  return {
    origin: env['KASKAD_TENANT_ORIGIN'] ?? 'https://graph.microsoft.com',
    hostname,
    path,
    tokens: new Map([
      [owner.id, env['KASKAD_TENANT_TOKEN']],
      [member.id, env['KASKAD_TENANT_MEMBER_TOKEN']],
      [visitor.id, env['KASKAD_TENANT_VISITOR_TOKEN']],
    ]),
  };
}

/** A site in a tenant, by tokens that somebody was given there. */
export async function openTenantWorld(): Promise<Contract> {
  const { origin, hostname, path, tokens } = tenantOf();
  // Asked for inside a test: what has no token ends that test without a verdict.
  const token = async (person: Person, scopes?: string[]) => {
    if (scopes) return notAsked('a token of exactly these scopes');
    return tokens.get(person.id) ?? notAsked(`no token of ${roleOf(person)} was given`);
  };
  const as = async (person: Person, scopes?: string[]) => callAs(origin, await token(person, scopes));
  const call = callAs(origin, tokens.get(owner.id) ?? '');
  const site = await call('GET', `/sites/${hostname}:${path}`);
  if (site.status !== 200) throw new Error(`${hostname}:${path}: ${site.refusal()}`);
  const me = await call('GET', '/me?$select=id,displayName,mail');
  if (me.status !== 200) throw new Error(`/me: ${me.refusal()}`);
  return {
    call,
    as,
    token,
    origin,
    refused: [],
    standin: () => notAsked('a switch of the stand-in'),
    anonymous: onlyLists(keptToOwn(callTo(origin))),
    site: `/sites/${site.text('id')}`,
    facts: {
      hostname,
      path,
      title: site.text('displayName'),
      address: site.text('webUrl'),
      owner: { id: me.text('id'), name: me.text('displayName'), mail: me.text('mail') },
      moment: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      app: expect.any(String),
    },
    setNow: () => notAsked('a clock that can be moved'),
    // The lists are swept once, after the last file: scripts/verifyTenant.ts.
    close: () => Promise.resolve(),
  };
}

function callAs(origin: string, token: string): Call {
  return onlyLists(keptToOwn(patient(callTo(origin, token))));
}

/** Waits as long as a throttling tenant asks, three times; the fourth answer is given as it is. */
function patient(call: Call): Call {
  return async (...asked) => {
    for (let turn = 0; turn < 3; turn += 1) {
      const answer = await call(...asked);
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
      if (![429, 503].includes(answer.status) || !(seconds >= 0)) return answer;
      await new Promise((resolve) => setTimeout(resolve, Math.ceil(seconds) * 1000));
    }
    return call(...asked);
  };
}

function roleOf(person: Person): string {
  if (person.id === owner.id) return 'the owner';
  return person.id === member.id ? 'a member' : person.id === visitor.id ? 'a visitor' : person.name;
}
