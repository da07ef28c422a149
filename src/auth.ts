import './auth.css';
import { readConfiguration } from './configuration.ts';
import { signInWindow } from './teams/windowPage.ts';
import { signIn as en } from './text/enSignIn.ts';
import { signIn as sv } from './text/svSignIn.ts';

/** The root of auth.html: the window in which one signs in, for hosts of Teams that cannot do it themselves. */
const isEnglish = new URLSearchParams(window.location.search).get('lang') === 'en';
const words = (isEnglish ? en : sv).window;
const line = document.getElementById('line') ?? document.body;
document.documentElement.lang = isEnglish ? 'en' : 'sv';
line.textContent = words.leaving;
const state = await signInWindow(window.location.search, () =>
  readConfiguration((input, init) => fetch(input, init)),
);
line.textContent = words[state];
