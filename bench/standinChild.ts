// The stand-in in a process of its own, so that its memory and its processor time are its own: FILE as argument.
// Says its port when it listens; to any message it answers with what it has used.
import { openGraph } from '../standin/graph/graph.ts';
import { listen } from '../standin/server/listen.ts';
import { createTokens } from '../standin/tokens.ts';
import { directory, secret } from './standinPeople.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('standinChild.ts needs a file');
const tokens = createTokens(secret);
const graph = openGraph({ file, verifyToken: (token) => tokens.verify(token), throttling: 'none' });
graph.setDirectory(directory);
const { port } = await listen(
  (request) => graph.fetch(request),
  0,
  () => {},
);
process.on('message', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuMs = (userCPUTime + systemCPUTime) / 1000;
  process.send?.({ nowBytes: process.memoryUsage().rss, peakBytes: maxRSS * 1024, cpuMs });
});
process.on('disconnect', () => process.exit());
process.send?.({ port });
