import { sizeOf } from './answers.ts';
import type { Call } from './request.ts';
import type { Tenant } from './tenant.ts';
import { unitsOf } from './units.ts';

type Step = (call: Call, next: () => Promise<void>) => Promise<void>;

/** Charges every call of somebody who is known, also one that is refused further on. */
export function charged(tenant: Tenant): Step {
  return async (call, next) => {
    const { person, appId } = call.get('caller');
    const units = unitsOfCall(call);
    call.set('units', units);
    tenant.throttle.charge({ app: appId, user: person.id, units });
    await next();
  };
}

/** Stands outside the charging, so that it sees refusals too: what they cost, and what is left. */
export function metered(tenant: Tenant): Step {
  return async (call, next) => {
    await next();
    const caller = call.get('caller');
    const units = call.get('units');
    if (!caller || units === undefined) return;
    if (units > 0) {
      const left = Object.entries(tenant.throttle.headers(caller.appId));
      for (const [name, value] of left) call.res.headers.set(name, value);
    }
    tenant.meter.note({
      method: call.req.method,
      path: afterVersion(call.req.url),
      status: call.res.status,
      units,
      bytes: sizeOf(call.res),
      app: caller.appId,
      user: caller.person.id,
      inBatch: call.env.caller !== undefined,
    });
  };
}

function unitsOfCall(call: Call): number {
  const { method, path, url } = call.req;
  return unitsOf(method, path, /[?&]token=/.test(url));
}

function afterVersion(url: string): string {
  const at = url.indexOf('/v1.0');
  return at < 0 ? url : url.slice(at + 5);
}
