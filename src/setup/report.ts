import type { Configuration, SetupFinding } from '../environment.ts';

/**
 * [L10] The findings as text for whoever helps: in codes, the same in every language, without anybody's name and without a
 * token.
 */
export function reportOf(
  { hostname, path }: Pick<Configuration['site'], 'hostname' | 'path'>,
  findings: readonly SetupFinding[],
  at: Date,
): string {
  return [
    `site: ${hostname}${path}`,
    `at: ${at.toISOString()}`,
    ...findings.map((one) => `${one.step}: ${partsOf(one).join(' ')}`),
  ].join('\n');
}

function partsOf({ state, why, names, detail, at }: SetupFinding): string[] {
  return [
    state,
    ...(why === undefined ? [] : [why]),
    ...(names.length > 0 ? [names.join(', ')] : []),
    ...(detail ? [`(${detail})`] : []),
    ...(at === undefined ? [] : [at]),
  ];
}
