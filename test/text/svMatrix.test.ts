import { expect, it } from 'vitest';
import { assign } from '../../src/text/svMatrix.ts';

it('the footer of the matrix tells what saving would do', () => {
  expect(assign.count(0, 0, 0)).toBe('Inget ändrat');
  expect(assign.count(4, 0, 0)).toBe('4 nya · 0 tas bort');
  expect(assign.count(1, 2, 1)).toBe('1 ny · 2 tas bort · 1 har aktiviteter');
  expect(assign.count(3614, 0, 0)).toBe('3\u{a0}614 nya · 0 tas bort');
});

it('[A11] what hangs on a goal is told in numbers that agree', () => {
  expect([1, 2, 13].map(assign.hanging)).toEqual([
    'En aktivitet hör till målet. Den finns kvar men räknas inte under målet.',
    'Två aktiviteter hör till målet. De finns kvar men räknas inte under målet.',
    '13 aktiviteter hör till målet. De finns kvar men räknas inte under målet.',
  ]);
});

it('a unit’s state stands in few words', () => {
  expect(assign.agreed('2023-10-12')).toBe('överens 12 okt');
  expect(assign.agreed('')).toBe('överens');
  expect([1, 2].map(assign.askedFor)).toEqual(['bad om ett mål', 'bad om två mål']);
  expect(assign.place('department', 2, 9)).toBe('Avdelning 2 av 9');
});

it('[A12] names what others have taken back, as long as it can be read', () => {
  expect(assign.overtaken(['Avfall till Kost', 'Resor till Kost'])).toMatch(
    /^Någon annan har tagit tillbaka Avfall till Kost och Resor till Kost medan/,
  );
  expect(assign.overtaken(['1', '2', '3', '4'])).toMatch(/^Någon annan har tagit tillbaka fyra av målen/);
});
