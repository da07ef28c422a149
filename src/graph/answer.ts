import * as v from 'valibot';
import { GraphFailure, reasonOf, retryAfterMs } from './failure.ts';

/** One answer from Graph, alone or out of a batch. */
export type Answer = {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: unknown;
};

/** The body of a good answer, or the failure that it stands for. */
export function accept(answer: Answer, now: Date): unknown {
  if (answer.status >= 200 && answer.status < 300) return answer.body;
  const error = errorIn(answer.body);
  throw new GraphFailure(reasonOf(answer.status), error.message || `Graph answered ${answer.status}`, {
    status: answer.status,
    code: error.code,
    retryAfterMs: retryAfterMs(answer.header('Retry-After'), now),
    // A member of a batch has no header of its own for it.
    requestId: answer.header('request-id') ?? error.requestId,
  });
}

/** Reads a response as Graph's JSON. A captive portal's page or a cut body is "unavailable", never taken for an answer. */
export async function answerOf(response: Response): Promise<Answer> {
  const header = (name: string) => response.headers.get(name);
  const text = await response.text();
  if (text === '') return { status: response.status, header, body: undefined };
  try {
    return { status: response.status, header, body: JSON.parse(text) as unknown };
  } catch (cause) {
    if (!response.ok) return { status: response.status, header, body: undefined };
    throw new GraphFailure('unavailable', 'The answer was not JSON', { status: response.status, cause });
  }
}

const textOrNone = v.fallback(v.string(), '');
const envelope = v.object({
  error: v.object({
    code: textOrNone,
    message: textOrNone,
    innerError: v.fallback(v.object({ 'request-id': textOrNone }), { 'request-id': '' }),
  }),
});

function errorIn(body: unknown): { code: string; message: string; requestId: string } {
  const read = v.safeParse(envelope, body);
  if (!read.success) return { code: '', message: '', requestId: '' };
  const { code, message, innerError } = read.output.error;
  return { code, message, requestId: innerError['request-id'] };
}
