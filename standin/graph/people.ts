import type { Hono } from 'hono';
import { at, json } from './answers.ts';
import { demand } from './permissions.ts';
import { selected } from './query.ts';
import { optionsOf, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';

export function addPeople(app: Hono<GraphEnv>, tenant: Tenant): void {
  at(app, '/v1.0/me', {
    GET: (call) => {
      const { person } = call.get('caller');
      demand(call.get('caller'), 'readProfile');
      const select = optionsOf(call, ['$select']).get('$select');
      const [givenName = '', ...surnames] = person.name.split(' ');
      const whole: Record<string, unknown> = {
        businessPhones: [],
        displayName: person.name,
        givenName,
        jobTitle: person.jobTitle ?? null,
        mail: person.mail,
        mobilePhone: null,
        officeLocation: null,
        preferredLanguage: null,
        surname: surnames.join(' ') || null,
        userPrincipalName: person.mail,
        id: person.id,
      };
      if (select === undefined) {
        return json({ '@odata.context': `${tenant.origin}/v1.0/$metadata#users/$entity`, ...whole });
      }
      const names = selected(select, new Set(Object.keys(whole)), 'user');
      return json({
        '@odata.context': `${tenant.origin}/v1.0/$metadata#users(${[...names].join(',')})/$entity`,
        ...Object.fromEntries(Object.entries(whole).filter(([name]) => names.has(name))),
      });
    },
  });
}
