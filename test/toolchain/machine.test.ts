import { expect, test } from 'vitest';
import { runWithin } from '../../scripts/machine.ts';

const node = (code: string) => [process.execPath, ['-e', code]] as const;

test('a program that ends well, badly or not at all is told apart', async () => {
  expect(await runWithin(...node(''), { quiet: true, wholeMs: 20_000 })).toBe(true);
  expect(await runWithin(...node('process.exit(3)'), { quiet: true, wholeMs: 20_000 })).toBe(false);
  expect(await runWithin('no-such-program-anywhere', [], { quiet: true, wholeMs: 20_000 })).toBe(false);
});

test('a program that hangs is given up, with the children it started', async () => {
  const hanging = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'inherit' })`;
  // The child keeps the pipe open, so this ends only when the child is gone as well.
  expect(await runWithin(...node(hanging), { quiet: true, wholeMs: 500 })).toBe(false);
});

test('as long as something is heard, silence is not counted', async () => {
  const talking = `let n = 0; setInterval(() => { console.log(n); if (++n === 10) process.exit(0); }, 300)`;
  expect(await runWithin(...node(talking), { quiet: true, silentMs: 2000, wholeMs: 20_000 })).toBe(true);
  const silent = 'setTimeout(() => {}, 1e6)';
  expect(await runWithin(...node(silent), { quiet: true, silentMs: 300, wholeMs: 20_000 })).toBe(false);
});
