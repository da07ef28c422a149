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
    requestId: answer.header('request-id') ?? '',
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

function errorIn(body: unknown): { code: string; message: string } {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  if (typeof error !== 'object' || error === null) return { code: '', message: '' };
  const text = (name: 'code' | 'message') =>
    name in error ? String((error as Record<string, unknown>)[name]) : '';
  return { code: text('code'), message: text('message') };
}
