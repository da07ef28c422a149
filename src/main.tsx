import './frame.css';
import { start } from './start.tsx';
import { teamsPlatform } from './teamsPlatform.ts';

/** The product's root: Teams → sign-in → start. */
void start(
  teamsPlatform(
    (input, init) => fetch(input, init),
    () => new Date(),
  ),
  document.getElementById('root') ?? document.body,
);
