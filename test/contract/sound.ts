import { expect } from 'vitest';
import type { Answer } from './call.ts';

/** Answered or refused with the envelope; never a failure of the stand-in's own, and never a stack. */
export function isSound(answer: Answer): void {
  if (answer.status < 400) return;
  expect(answer.status).not.toBe(500);
  expect(answer.text('error', 'code')).not.toBe('');
  expect(answer.text('error', 'innerError', 'request-id')).not.toBe('');
  expect(answer.text('error', 'message')).not.toMatch(/\bat .+:\d+:\d+|SQLITE|sqlite/);
}
