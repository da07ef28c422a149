import '../src/frame.css';
import { start } from '../src/start.tsx';
import { teamsPlatform } from '../src/teamsPlatform.ts';

/**
 * The tab's second root: the same product, with its requests to Graph sent to this machine and its clock moved
 * to the pretend day that the window names in the address. Nothing that ships knows of either.
 */
const graph = 'https://graph.microsoft.com';

/**
 * Graph under /graph, and every other host that Graph has named, such as SharePoint's for downloads and uploads,
 * under /sharepoint: nothing leaves this machine.
 */
function toThisMachine(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : String(input), window.location.origin);
  if (url.origin === window.location.origin) return fetch(input, init);
  const place = url.origin === graph ? 'graph' : 'sharepoint';
  const here = `${window.location.origin}/${place}${url.href.slice(url.origin.length)}`;
  return input instanceof Request ? fetch(new Request(here, input), init) : fetch(here, init);
}

/** The pretend day with the real time of day, so that what is logged in one morning keeps its order. */
function pretendNow(): Date {
  const now = new Date();
  const [year, month, day] = (new URLSearchParams(window.location.search).get('day') ?? '')
    .split('-')
    .map(Number);
  if (year && month && day) now.setFullYear(year, month - 1, day);
  return now;
}

// Outside of the window there is nobody to be: Entra, which would say who it is, is not on this machine.
if (window.parent === window) window.location.replace('/');
else void start(teamsPlatform(toThisMachine, pretendNow), document.getElementById('root') ?? document.body);
