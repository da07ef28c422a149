import type { Probe } from './lintProbe.ts';

let names = 0;
// A name declared twice would be a mistake of its own, which hides all others of the file.
export const value = (from: string) => `import { a as a${(names += 1)} } from '${from}';`;
export const type = (from: string) => `import type { A as A${(names += 1)} } from '${from}';`;

/** The table of ARCHITECTURE.md once more, written by hand, so that a slip in the table itself is seen. */
export const byHand: Probe[] = [
  ['src/basics/day.ts', value('./key.ts'), true],
  ['src/basics/day.ts', type('valibot'), true],
  ['src/basics/day.ts', value('valibot'), false],
  ['src/basics/day.ts', type('../goals/goal.ts'), false],
  ['src/goals/goal.ts', value('../organisation/unit.ts'), true],
  ['src/goals/goal.ts', type('../assignments/assignment.ts'), false],
  ['src/exchange/read.ts', value('../memo/memo.ts'), true],
  ['src/memo/memo.ts', value('../exchange/read.ts'), false],
  ['src/followup/coverage.ts', value('react'), false],
  ['src/activities/logActivity.ts', value('../graph/client.ts'), false],
  ['src/activities/logActivity.ts', type('../environment.ts'), false],
  ['src/commands.ts', value('./activities/logActivity.ts'), true],
  ['src/commands.ts', value('./sync/store.ts'), false],
  ['src/environment.ts', value('./basics/key.ts'), false],
  ['src/environment.ts', type('./basics/key.ts'), true],
  ['src/graph/client.ts', value('../basics/key.ts'), true],
  ['src/graph/client.ts', type('../goals/goal.ts'), false],
  ['src/teams/host.ts', value('@microsoft/teams-js'), true],
  ['src/teams/host.ts', value('../graph/client.ts'), false],
  ['src/lists/site.ts', value('../graph/client.ts'), true],
  ['src/lists/site.ts', value('../goals/goal.ts'), false],
  ['src/lists/site.ts', type('../goals/goal.ts'), true],
  ['src/sync/outbox.ts', value('../graph/failure.ts'), true],
  ['src/sync/outbox.ts', value('../graph/client.ts'), false],
  ['src/sync/outbox.ts', value('../lists/site.ts'), false],
  ['src/sync/outbox.ts', value('react'), false],
  ['src/sync/useWorld.ts', value('react'), true],
  ['src/text/en.ts', type('../goals/goal.ts'), true],
  ['src/text/en.ts', value('../goals/goal.ts'), false],
  ['src/panel/Panel.tsx', value('../goals/GoalPage.tsx'), true],
  ['src/panel/Panel.tsx', value('../followup/coverage.ts'), true],
  ['src/panel/Panel.tsx', value('../sync/useWorld.ts'), true],
  ['src/panel/Panel.tsx', value('../sync/store.ts'), false],
  ['src/panel/Panel.tsx', value('../environment.ts'), false],
  ['src/panel/Panel.tsx', type('../environment.ts'), true],
  ['src/panel/Panel.tsx', type('../lists/site.ts'), false],
  ['src/panel/Panel.tsx', value('@microsoft/teams-js'), false],
  ['src/panel/Panel.tsx', value('@azure/msal-browser'), false],
  ['src/panel/Panel.tsx', value('idb'), false],
  ['src/App.tsx', value('./panel/Panel.tsx'), true],
  ['src/App.tsx', value('./teams/host.ts'), false],
  ['src/start.tsx', value('./lists/site.ts'), true],
  ['src/start.tsx', value('../standin/graph/app.ts'), false],
  ['src/main.tsx', value('./teams/host.ts'), true],
  ['src/main.tsx', value('../scripts/browser.ts'), false],
  ['scripts/simulate.ts', value('../src/sync/store.ts'), true],
  ['scripts/simulate.ts', value('../standin/graph/app.ts'), true],
  ['standin/graph/app.ts', type('../../src/lists/lists.ts'), false],
  ['standin/serve.ts', value('../src/start.tsx'), false],
  ['standin/tab.tsx', value('../src/start.tsx'), true],
].map(([file, line, allowed]) => ({
  file: `${file}`.replace(/(\.tsx?)$/, (ending) =>
    /useWorld|world|commands|environment|start|main|tab/.test(`${file}`) ? ending : `ByHand${ending}`,
  ),
  line: `${line}`,
  says: allowed ? undefined : '',
}));

/** Code that breaks one rule each, and the rule's name. */
export const faults: [file: string, text: string, code: string][] = [
  [
    'src/goals/cycleA.ts',
    `import { b } from './cycleB.ts';\nexport const a = (): number => b();\n`,
    'no-cycle',
  ],
  [
    'src/goals/cycleB.ts',
    `import { a } from './cycleA.ts';\nexport const b = (): number => a();\n`,
    'no-cycle',
  ],
  ['src/goals/now.ts', 'export const at = Date.now();\n', 'no-restricted-globals'],
  ['src/exchange/now.ts', 'export const at = Date.now();\n', 'no-restricted-properties'],
  ['src/basics/dice.ts', 'export const key = Math.random();\n', 'no-restricted-properties'],
  ['src/memo/uuid.ts', 'export const key = globalThis.crypto.randomUUID();\n', 'no-restricted-globals'],
  ['src/goals/any.ts', 'export const loose = (x: any): string => String(x);\n', 'no-explicit-any'],
  ['src/goals/byDefault.ts', 'export default 1;\n', 'no-default-export'],
  ['src/goals/barrel.ts', `export * from './any.ts';\n`, 'no-barrel-file'],
  ['src/goals/bare.ts', `export { loose } from './any';\n`, 'extensions'],
  ['src/goals/long.ts', 'export {};\n'.repeat(301), 'max-lines'],
  [
    'src/graph/floating.ts',
    `export const go = (): void => {\n  Promise.resolve(1);\n};\n`,
    'no-floating-promises',
  ],
  ['test/only.test.ts', `import { test } from 'vitest';\ntest.only('x', () => {});\n`, 'no-focused-tests'],
  ['test/skip.test.ts', `import { test } from 'vitest';\ntest.skip('x', () => {});\n`, 'no-disabled-tests'],
  ['test/todo.test.ts', `import { test } from 'vitest';\ntest.todo('x');\n`, 'warn-todo'],
];
