import { describe, expect, it } from 'vitest';
import type { SetupFinding } from '../../src/environment.ts';
import { configBlock, consentLink } from '../../src/setup/configBlock.ts';
import { planOf, stateOfStep, wizardSteps } from '../../src/setup/wizardSteps.ts';

const finding = (over: Partial<SetupFinding>): SetupFinding => ({
  step: 'lists',
  state: 'ok',
  names: [],
  ...over,
});
const ok = finding({});
const missing = finding({ state: 'missing', why: 'incomplete', names: ['Goals'] });
const failed = finding({ state: 'failed', why: 'notOurs', names: ['Goals'] });
const untried = finding({ state: 'unknown', why: 'notTried' });
const unseen = finding({ state: 'unknown', why: 'earlier' });

describe('[L11] a step of the wizard', () => {
  it.each([
    ['nothing seen', [], 'unknown'],
    ['all well', [ok, ok], 'ok'],
    ['only trying tells the rest', [ok, untried], 'ok'],
    ['only trying tells any of it', [untried, untried], 'unknown'],
    ['not seen yet', [ok, unseen], 'unknown'],
    ['missing', [ok, unseen, missing], 'missing'],
    ['failed', [missing, failed, ok], 'failed'],
  ] as const)('%s: is as well as the worst of it', (_, findings, state) => {
    expect(stateOfStep(findings)).toBe(state);
  });

  it('has every check in one of five steps', () => {
    const checks = wizardSteps.flatMap((one) => one.checks);
    expect(wizardSteps).toHaveLength(5);
    expect(new Set(checks).size).toBe(checks.length);
    expect(checks).toHaveLength(12);
  });

  it('plans what is missing, and holds where something is in the way', () => {
    expect(planOf({ findings: [ok] })).toMatchObject({ isAnything: false, isHeld: false });
    expect(planOf({ findings: [missing] })).toMatchObject({
      lists: ['Goals'],
      isAnything: true,
      isHeld: false,
    });
    const older = finding({ step: 'schema', state: 'missing', why: 'older' });
    expect(planOf({ findings: [older] })).toMatchObject({ isOlder: true, isAnything: true });
    const column = finding({ step: 'columns', state: 'missing', why: 'incomplete', names: ['Units.Order'] });
    expect(planOf({ findings: [failed, column] })).toMatchObject({ isAnything: true, isHeld: true });
  });
});

it('config.json keeps what it had, and gets the ids', () => {
  const site = { hostname: 'contoso.sharepoint.com', path: '/sites/miljomal' };
  const configuration = { clientId: 'c', tenantId: 't', appId: 'a', site };
  const ids = { siteId: 's', lists: { Goals: 'g' } };
  expect(JSON.parse(configBlock(configuration, ids))).toEqual({ ...configuration, site: { ...site, ids } });
  expect(consentLink(configuration)).toBe('https://login.microsoftonline.com/t/adminconsent?client_id=c');
});
