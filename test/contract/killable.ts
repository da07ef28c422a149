// The stand-in in a process of its own, for the test that kills it: FILE as argument, the port on the first line out.
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openGraph } from '../../standin/graph/graph.ts';
import { createTokens } from '../../standin/tokens.ts';
import { directory, secret } from './people.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('killable.ts needs a file');
const tokens = createTokens(secret);
const graph = openGraph({ file, verifyToken: (token) => tokens.verify(token) });
graph.setDirectory(directory);
const server = serve({ fetch: (request) => graph.fetch(request), hostname: '127.0.0.1', port: 0 });
server.once('listening', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
