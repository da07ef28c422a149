import { afterEach, describe, expect, it } from 'vitest';
import { graphClient } from '../../src/graph/client.ts';
import { GraphFailure } from '../../src/graph/failure.ts';
import { findPeople, peopleScopes } from '../../src/graph/people.ts';
import { openTenant, type Tenant } from '../tenant.ts';

function searchOn(answer: () => Response) {
  const sent: Request[] = [];
  const send: typeof fetch = (input, init) => {
    sent.push(new Request(input, init));
    return Promise.resolve(answer());
  };
  const getToken = (scopes: readonly string[]) => Promise.resolve(scopes.join(' '));
  const graph = graphClient({ fetch: send, getToken, now: () => new Date(0) }, peopleScopes);
  return { sent, find: findPeople(graph) };
}

const nobody = () => Response.json({ value: [] });

describe('looking people up', () => {
  it('asks the directory’s own index for the beginnings of names, at most eight', async () => {
    const { sent, find } = searchOn(nobody);
    await find('  Karin H ');
    const url = new URL(sent[0]?.url ?? '');
    expect(url.pathname).toBe('/v1.0/users');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      $search: '"displayName:Karin H"',
      $select: 'id,displayName,jobTitle',
      $top: '8',
    });
    expect(sent[0]?.headers.get('ConsistencyLevel')).toBe('eventual');
    expect(sent[0]?.headers.get('Authorization')).toBe('Bearer User.Read User.ReadBasic.All');
  });

  it.each(['', '   ', '"', '\\" "'])('asks nobody about %j', async (typed) => {
    const { sent, find } = searchOn(nobody);
    expect(await find(typed)).toEqual([]);
    expect(sent).toEqual([]);
  });

  it.each([
    ['O"Brien" OR "mail:x', '"displayName:O Brien  OR  mail:x"'],
    ['a&$top=999#å', '"displayName:a&$top=999#å"'],
  ])('%j cannot leave its clause', async (typed, clause) => {
    const { sent, find } = searchOn(nobody);
    await find(typed);
    const { searchParams, hash } = new URL(sent[0]?.url ?? '');
    expect([searchParams.get('$search'), searchParams.get('$top'), hash]).toEqual([clause, '8', '']);
  });

  it('takes those who have a name, and leaves out what is not a person', async () => {
    const value = [
      { id: '1', displayName: 'Karin Holm', jobTitle: 'Enhetschef' },
      { id: '2', displayName: 'Eva Strand', jobTitle: null },
      { id: '3', displayName: null },
      { id: 4, displayName: 'Fel' },
      'text',
    ];
    const { find } = searchOn(() => Response.json({ value }));
    expect(await find('a')).toEqual([
      { id: '1', name: 'Karin Holm', title: 'Enhetschef' },
      { id: '2', name: 'Eva Strand', title: '' },
    ]);
  });

  it('fails as Graph fails', async () => {
    const { find } = searchOn(() => new Response('', { status: 403 }));
    await expect(find('a')).rejects.toThrow(GraphFailure);
    await expect(find('a')).rejects.toMatchObject({ reason: 'forbidden' });
  });
});

describe('on the stand-in', () => {
  let tenant: Tenant | undefined;
  afterEach(() => tenant?.close());

  function findAs(scopes: readonly string[] = peopleScopes) {
    tenant = openTenant();
    return findPeople(tenant.graphFor(tenant.people.member, scopes));
  }

  it('finds by the beginning of any name, whatever the case', async () => {
    const find = findAs();
    expect((await find('holm')).map(({ name }) => name)).toEqual(['Karin Holm']);
    expect((await find('KARIN ho')).map(({ name }) => name)).toEqual(['Karin Holm']);
    expect(await find('olm')).toEqual([]);
    expect((await find('a')).length).toBeLessThanOrEqual(8);
  });

  it('says so when the organisation has not consented', async () => {
    await expect(findAs(['User.Read'])('holm')).rejects.toMatchObject({ reason: 'forbidden' });
  });
});
