import * as v from 'valibot';
import type { Person } from '../basics/person.ts';
import type { FindPeople } from '../environment.ts';
import { type Graph } from './client.ts';

/** The right to see the organisation's people by name; asked for the first time somebody looks for one. */
export const peopleScopes = ['User.Read', 'User.ReadBasic.All'] as const;

const mostPeople = 8;
const person = v.object({
  id: v.string(),
  displayName: v.nullish(v.string(), ''),
  jobTitle: v.nullish(v.string(), ''),
});
const page = v.object({ value: v.array(v.unknown()) });

/** Looks people up by the beginnings of their names. Throws GraphFailure. */
export function findPeople(graph: Graph): FindPeople {
  return async (typed) => {
    // Quotes and backslashes would end the clause: nobody's name has them.
    const words = typed.replaceAll(/["\\]/g, ' ').trim();
    if (words === '') return [];
    const search = encodeURIComponent(`"displayName:${words}"`);
    const path = `/users?$search=${search}&$select=id,displayName,jobTitle&$top=${mostPeople}`;
    // Graph searches people in an index of its own, which must be asked for by name.
    const answer = v.parse(page, await graph.get(path, { ConsistencyLevel: 'eventual' }));
    return answer.value.flatMap((raw): (Person & { readonly title: string })[] => {
      const read = v.safeParse(person, raw);
      if (!read.success || !read.output.displayName) return [];
      const { id, displayName, jobTitle } = read.output;
      return [{ id, name: displayName, title: jobTitle ?? '' }];
    });
  };
}
