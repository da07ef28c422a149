// The stand-in in a process of its own, for the tests that kill it: FILE as argument, the port on the first line out.
// With `wait` behind it the file is opened when a line comes in, so that the next one is ready while this one runs.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openGraph } from '../../standin/graph/graph.ts';
import { createTokens } from '../../standin/tokens.ts';
import { directory, secret } from './people.ts';

const [file, waits] = process.argv.slice(2);
if (file === undefined) throw new Error('killable.ts needs a file');
if (waits === 'wait') await once(process.stdin, 'data');
const tokens = createTokens(secret);
const graph = openGraph({ file, verifyToken: (token) => tokens.verify(token), throttling: 'none' });
graph.setDirectory(directory);
const answer = (request: Request) =>
  new URL(request.url).pathname.startsWith('/v1.0/') ? graph.fetch(request) : graph.files(request);
const server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 });
server.once('listening', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
