import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stepBack, useBackStep } from '../../src/panel/useBackStep.tsx';

let root: Root;
let taken: string[];
beforeEach(() => {
  root = createRoot(document.createElement('div'));
  taken = [];
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
});
afterEach(() => {
  act(() => root.unmount());
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = false;
});

function Drawer({ isOpen }: { isOpen: boolean }) {
  useBackStep(isOpen, () => taken.push('drawer'), 'drawer');
  return null;
}

function Page({ isOpen }: { isOpen: boolean }) {
  useBackStep(true, () => taken.push('page'));
  return <Drawer isOpen={isOpen} />;
}

it('takes the drawer before its page, also when both came at once, as by a link', () => {
  act(() => root.render(<Page isOpen />));
  expect(stepBack()).toBe(true);
  act(() => root.render(<Page isOpen={false} />));
  expect(stepBack()).toBe(true);
  expect(taken).toEqual(['drawer', 'page']);
});

it('is the host’s own when nothing is left to step back from', () => {
  act(() => root.render(<Page isOpen />));
  act(() => root.render(null));
  expect(stepBack()).toBe(false);
  expect(taken).toEqual([]);
});
