export type Answer = {
  status: number;
  headers: Headers;
  body: unknown;
  /** A text at a path into the body; fails loudly when there is none. */
  text(...path: (string | number)[]): string;
  /** The rows of a page. */
  rows(): unknown[];
  /** `status code: message` of a refusal. */
  refusal(): string;
};

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** Paths are relative to /v1.0; a body that is text goes as it is. */
export function callTo(origin: string, token?: string): Call {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${origin}/v1.0${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return answerOf(response.status, response.headers, await response.text());
  };
}

function answerOf(status: number, headers: Headers, received: string): Answer {
  const body: unknown = received === '' ? undefined : JSON.parse(received);
  const text: Answer['text'] = (...path) => {
    const found = part(body, ...path);
    if (typeof found !== 'string')
      throw new Error(`No text at ${path.join('.')} in ${received.slice(0, 500)}`);
    return found;
  };
  return {
    status,
    headers,
    body,
    text,
    rows() {
      const value = part(body, 'value');
      if (!Array.isArray(value)) throw new Error(`No page in ${received.slice(0, 500)}`);
      return value;
    },
    refusal: () => `${status} ${text('error', 'code')}: ${text('error', 'message')}`,
  };
}

export function part(shape: unknown, ...path: (string | number)[]): unknown {
  let found = shape;
  for (const step of path) {
    if (found === null || typeof found !== 'object') return undefined;
    found = new Map<string, unknown>(Object.entries(found)).get(String(step));
  }
  return found;
}

/** One field of every row of a page, in order. */
export function fieldOfRows(answer: Answer, name: string): unknown[] {
  return answer.rows().map((row) => part(row, 'fields', name));
}
