import * as v from 'valibot';
import { networks, type Network } from '../graph/faults/networks.ts';

/** What the stand-in tells the window about the organisation, checked on arrival. */
const shape = v.object({
  organisation: v.string(),
  year: v.number(),
  day: v.string(),
  beginning: v.string(),
  network: v.picklist(networks),
  clientId: v.string(),
  tenantId: v.string(),
  site: v.object({ hostname: v.string(), path: v.string(), title: v.string() }),
  people: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      mail: v.string(),
      jobTitle: v.nullable(v.string()),
      role: v.string(),
      siteRole: v.string(),
      unit: v.string(),
      unitTitle: v.string(),
    }),
  ),
  places: v.array(
    v.object({
      key: v.string(),
      title: v.string(),
      level: v.picklist(['department', 'unit']),
      parent: v.nullable(v.string()),
    }),
  ),
  tabOrigin: v.nullable(v.string()),
  tabPath: v.string(),
});

export type Session = v.InferOutput<typeof shape>;
export type Person = Session['people'][number];

export async function fetchSession(): Promise<Session> {
  const response = await fetch('/standin/session');
  if (!response.ok) throw new Error(`The stand-in answered ${response.status}.`);
  return v.parse(shape, await response.json());
}

/** Asks the stand-in for a change. Throws with the sentence of its refusal. */
async function ask(path: string, body: object): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return response.json();
  const refusal = v.safeParse(v.object({ error: v.object({ message: v.string() }) }), await response.json());
  throw new Error(
    refusal.success ? refusal.output.error.message : `The stand-in answered ${response.status}.`,
  );
}

export async function moveDay(day: string): Promise<string> {
  return v.parse(v.object({ day: v.string() }), await ask('/standin/day', { day })).day;
}

export async function changeNetwork(network: Network): Promise<Network> {
  const answer = await ask('/standin/network', { network });
  return v.parse(v.object({ network: v.picklist(networks) }), answer).network;
}

export async function startOver(): Promise<string> {
  return v.parse(v.object({ day: v.string() }), await ask('/standin/reset', {})).day;
}
