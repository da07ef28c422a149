import { expect, test } from 'vitest';
import { staticClosure } from '../../scripts/staticImports.ts';

const built = new Map([
  [
    'dist/index.html',
    '<head><link rel="modulepreload" href="./assets/theme.js"><link rel="icon" href="./icon.png">' +
      '<script type="module" crossorigin src="./assets/index.js"></script></head>',
  ],
  [
    'dist/assets/index.js',
    'import{a as b}from"./shared.js";import"./effect.js";const later=()=>import("./dialog.js");b(later)',
  ],
  ['dist/assets/shared.js', 'export*from"./deep.js";export const a=String'],
  ['dist/assets/deep.js', 'import"./shared.js";export const d=1'],
  ['dist/assets/effect.js', 'const text="import x from \'./no.js\'";console.log(text)'],
  ['dist/assets/theme.js', 'export const t=1'],
  ['dist/assets/dialog.js', 'export const dialog=1'],
]);

test('what a page loads statically is counted, what it imports later is not', () => {
  const files = staticClosure('dist/index.html', (file) => built.get(file));
  expect(files).toEqual(
    ['deep', 'effect', 'index', 'shared', 'theme'].map((name) => `dist/assets/${name}.js`),
  );
});

test('a page that was not built, or loads nothing, is no page of size zero', () => {
  expect(() => staticClosure('dist/index.html', () => undefined)).toThrow('npm run build');
  expect(() => staticClosure('dist/index.html', () => '<p>')).toThrow('no script');
});
