import type { ListName } from '../basics/change.ts';
import { schemaVersion } from '../basics/schemaVersion.ts';
import { SignInFailed, type SignInTrouble } from '../basics/signInFailed.ts';
import type {
  Configuration,
  Creation,
  Inspection,
  Setup,
  SetupFinding,
  SetupReason,
  SetupStep,
  SiteIds,
} from '../environment.ts';
import { everydayScopes, type Graph, setupScopes } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import { checkAccess } from './accessCheck.ts';
import { findSite } from './addresses.ts';
import { inspectLists, type ListState } from './inspect.ts';
import { lists } from './lists.ts';
import { newerSchema, readVersion, setUpSite } from './migrations.ts';
import { notOurs, wrongType } from './provision.ts';
import { listsWithoutVersions } from './versionCheck.ts';

type SetupParts = {
  readonly graphFor: (scopes: readonly string[]) => Graph;
  readonly getToken: (scopes: readonly string[]) => Promise<string>;
  readonly where: Configuration['site'];
  readonly personId: string;
  readonly now: () => Date;
};

type Tell = (finding: SetupFinding) => void;

/** Setting the site up, and looking whether it is. */
export function openSetup(parts: SetupParts): Setup {
  const { graphFor, getToken, where } = parts;

  async function look(isTrying: boolean, onFinding: Tell = () => undefined): Promise<Inspection> {
    const findings: SetupFinding[] = [];
    const tell: Tell = (finding) => {
      findings.push(finding);
      onFinding(finding);
    };
    const graph = graphFor(everydayScopes);
    const ids = (await isSignedIn(getToken, tell))
      ? await lookAtSite(graph, parts, isTrying, tell)
      : undefined;
    for (const step of everyStep)
      if (findings.every((one) => one.step !== step)) tell(unknown(step, 'earlier'));
    return { findings, ...(ids ? { ids } : {}) };
  }

  return {
    inspect: (onFinding) => look(false, onFinding),
    health: (onFinding) => look(true, onFinding),
    async create(onList) {
      try {
        // Asked for here and nowhere else: daily work does without.
        await getToken(setupScopes);
      } catch (failure) {
        return { trouble: tokenTroubleOf(failure), detail: '' };
      }
      try {
        const graph = graphFor(setupScopes);
        const made = await setUpSite(graph, where, onList);
        // The lists are there, whatever can be seen of their versions.
        const unversioned = await listsWithoutVersions(graph, where).catch(() => 'unknown' as const);
        return { lists: made.lists, unversioned };
      } catch (failure) {
        return troubleOf(failure);
      }
    },
  };
}

const everyStep: readonly SetupStep[] = [
  'host',
  'signIn',
  'consent',
  'site',
  'rights',
  'lists',
  'columns',
  'indexes',
  'choices',
  'schema',
  'versions',
  'access',
];

async function isSignedIn(getToken: SetupParts['getToken'], tell: Tell): Promise<boolean> {
  // Whoever asks stands on a page that a host has let in.
  tell(ok('host'));
  try {
    await getToken(everydayScopes);
  } catch (failure) {
    const why = tokenTroubleOf(failure);
    const isConsent = why === 'consent';
    if (isConsent) tell(ok('signIn'));
    tell({ step: isConsent ? 'consent' : 'signIn', state: 'failed', why, names: [] });
    return false;
  }
  tell(ok('signIn'));
  tell(ok('consent'));
  return true;
}

async function lookAtSite(
  graph: Graph,
  parts: SetupParts,
  isTrying: boolean,
  tell: Tell,
): Promise<SiteIds | undefined> {
  let step: SetupStep = 'site';
  try {
    const sitePath = await findSite(graph, parts.where);
    tell(ok('site'));
    step = 'rights';
    const states = await inspectLists(graph, sitePath);
    if (!isTrying) tell(unknown('rights', 'notTried'));
    tellOfLists(states, tell);
    step = 'schema';
    await tellOfSchema(graph, sitePath, states, tell);
    step = 'versions';
    if (states.every(({ id, isOurs }) => id !== undefined && isOurs)) {
      if (isTrying) await tryOut(graph, parts, sitePath, states, tell);
      else for (const left of ['versions', 'access'] as const) tell(unknown(left, 'notTried'));
      const ids = states.map(({ list, id }) => [lists[list].name, id ?? ''] as const);
      return { siteId: sitePath.slice('/sites/'.length), lists: Object.fromEntries(ids) };
    }
  } catch (failure) {
    tell(findingOf(step, failure));
  }
  return undefined;
}

function tellOfLists(states: readonly ListState[], tell: Tell): void {
  const foreign = states.filter(({ isOurs }) => !isOurs).map(({ list }) => lists[list].name);
  const named = (what: 'list' | 'column' | 'index' | 'choice') =>
    states.flatMap(({ list, lacks }) =>
      lacks.flatMap((lack) => {
        if (lack.lacks !== what) return [];
        const { name } = lists[list];
        if (lack.lacks === 'list') return [name];
        return [`${name}.${lack.lacks === 'column' ? lack.definition.name : lack.column}`];
      }),
    );
  const wrong = states.flatMap((one) => one.wrongType.map((column) => `${lists[one.list].name}.${column}`));
  tell(foreign.length > 0 ? failed('lists', 'notOurs', foreign) : complete('lists', named('list')));
  // Nothing is to be said of what is in no list.
  if (states.every(({ id }) => id === undefined)) return;
  tell(wrong.length > 0 ? failed('columns', 'wrongType', wrong) : complete('columns', named('column')));
  tell(complete('indexes', named('index')));
  tell(complete('choices', named('choice')));
}

async function tellOfSchema(
  graph: Graph,
  sitePath: string,
  states: readonly ListState[],
  tell: Tell,
): Promise<void> {
  const settings = states.find(({ list }) => list === 'settings');
  if (settings?.id === undefined) return tell(complete('schema', [lists.settings.name]));
  if (!settings.isOurs) return;
  const { version } = await readVersion(graph, sitePath);
  const detail = `${version} → ${schemaVersion}`;
  if (version === schemaVersion) tell({ ...ok('schema'), detail: String(version) });
  else if (version > schemaVersion) tell({ ...failed('schema', 'newer', []), detail });
  else tell({ step: 'schema', state: 'missing', why: 'older', names: [], detail });
}

/** What only trying can tell. Each says for itself what came in its way. */
async function tryOut(
  graph: Graph,
  { where, personId, now }: SetupParts,
  sitePath: string,
  states: readonly ListState[],
  tell: Tell,
): Promise<void> {
  const itemsOf = (list: ListName) =>
    `${sitePath}/lists/${states.find((one) => one.list === list)?.id}/items`;
  try {
    const { mayWrite, settings, at } = await checkAccess(graph, itemsOf, personId, now());
    tell(mayWrite ? ok('rights') : failed('rights', 'readOnly', []));
    const seen = at === undefined ? {} : { at };
    if (settings === 'ownersOnly') tell({ ...ok('access'), ...seen });
    else if (settings === 'membersWrite') tell({ ...failed('access', settings, []), ...seen });
    else tell(unknown('access', settings));
  } catch (failure) {
    tell(findingOf('access', failure));
  }
  try {
    const without = await listsWithoutVersions(graph, where);
    tell(without.length > 0 ? failed('versions', 'versionsOff', without) : ok('versions'));
  } catch (failure) {
    // Whoever may not write the settings cannot see it, which is as it should be.
    const isRefused = failure instanceof GraphFailure && failure.reason === 'forbidden';
    tell(isRefused ? unknown('versions', 'notOwner') : findingOf('versions', failure));
  }
}

function tokenTroubleOf(failure: unknown): SignInTrouble {
  return failure instanceof SignInFailed ? failure.reason : 'unavailable';
}

function troubleOf(failure: unknown): Extract<Creation, { trouble: SetupReason }> {
  if (!(failure instanceof GraphFailure)) throw failure;
  const { code, reason, message } = failure;
  const named = /: ([A-Za-z., ]+)$/.exec(message)?.[1] ?? '';
  if (code === notOurs) return { trouble: 'notOurs', detail: named };
  if (code === wrongType) return { trouble: 'wrongType', detail: named };
  if (code === newerSchema) return { trouble: 'newer', detail: '' };
  const trouble = reason === 'forbidden' ? 'notOwner' : reasonOf(failure);
  return { trouble, detail: detailOf(failure) };
}

function findingOf(step: SetupStep, failure: unknown): SetupFinding {
  if (!(failure instanceof GraphFailure)) throw failure;
  return { ...failed(step, reasonOf(failure), []), detail: detailOf(failure) };
}

function reasonOf({ reason }: GraphFailure): SetupReason {
  return reason === 'notFound' ? 'siteNotFound' : reason;
}

function detailOf({ status, code, requestId }: GraphFailure): string {
  return [status || '-', code || '-', requestId || '-'].join(' ');
}

function ok(step: SetupStep): SetupFinding {
  return { step, state: 'ok', names: [] };
}

function complete(step: SetupStep, names: readonly string[]): SetupFinding {
  return names.length === 0 ? ok(step) : { step, state: 'missing', why: 'incomplete', names };
}

function failed(step: SetupStep, why: SetupReason, names: readonly string[]): SetupFinding {
  return { step, state: 'failed', why, names };
}

function unknown(step: SetupStep, why: SetupReason): SetupFinding {
  return { step, state: 'unknown', why, names: [] };
}
