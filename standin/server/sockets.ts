import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionLost } from '../graph/faults/fault.ts';
import { brokenHalf } from '../graph/faults/faultAnswers.ts';

/** What the adapter hands over beside the request. */
type Socket = {
  outgoing: {
    writeHead(status: number, headers: Record<string, string>): unknown;
    write(bytes: Uint8Array, done: () => void): unknown;
    destroy(): unknown;
  };
};

/** A lost connection is lost on a real socket too: it is torn down, without a word or in the middle of one. */
export function overSocket(
  fetch: (request: Request) => Promise<Response>,
): (request: Request, socket: Socket) => Promise<Response> {
  return async (request, { outgoing }) => {
    try {
      const answer = await fetch(request);
      const half = brokenHalf(answer);
      if (!half) return answer;
      const headers = { ...Object.fromEntries(answer.headers), 'content-length': String(half.length * 2) };
      outgoing.writeHead(answer.status, headers);
      outgoing.write(half, () => outgoing.destroy());
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      outgoing.destroy();
    }
    return RESPONSE_ALREADY_SENT;
  };
}
