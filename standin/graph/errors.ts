import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What the stand-in throws; `onError` in answers.ts is the one place that writes it as Graph's envelope. */
export class GraphError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function invalidRequest(message: string): GraphError {
  return new GraphError(400, 'invalidRequest', message);
}

export function badRequest(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}

export function generalException(message = 'General exception while processing'): GraphError {
  return new GraphError(400, 'generalException', message);
}

export function unauthenticated(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
  });
}

/** Continuous access evaluation: the token is good, but not good enough any more (documented). */
export function insufficientClaims(claims: object): GraphError {
  const text = Buffer.from(JSON.stringify(claims)).toString('base64');
  return new GraphError(
    401,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    {
      'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${text}"`,
    },
  );
}

export function accessDenied(): GraphError {
  return new GraphError(403, 'accessDenied', 'Access denied');
}

export function itemNotFound(message: string): GraphError {
  return new GraphError(404, 'itemNotFound', message);
}

export function methodNotAllowed(method: string, allowed: string[]): GraphError {
  return new GraphError(405, 'methodNotAllowed', `${method} is not allowed here; ${allowed.join(', ')} is.`, {
    Allow: allowed.join(', '),
  });
}

export function nameAlreadyExists(): GraphError {
  return new GraphError(409, 'nameAlreadyExists', 'The specified name is already in use.');
}

export function resourceModified(): GraphError {
  return new GraphError(
    412,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
  );
}

/** Of two writers without If-Match who overlap, the later one (reported). */
export function writtenMeanwhile(): GraphError {
  return new GraphError(
    409,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
  );
}

export function resyncRequired(
  code: 'resyncChangesApplyDifferences' | 'resyncChangesUploadDifferences',
  message: string,
  location: string,
): GraphError {
  return new GraphError(410, code, message, { Location: location });
}

/** As recorded inside a $batch; the sentence of the 503 is assumed. */
export function throttled(status: 429 | 503, retryAfter: string): GraphError {
  const headers = { 'Retry-After': retryAfter };
  return status === 429
    ? new GraphError(429, 'activityLimitReached', 'Application has been throttled.', headers)
    : new GraphError(503, 'serviceNotAvailable', 'The service is temporarily unavailable.', headers);
}

export function tooLarge(message = 'The request is larger than 4 MB.'): GraphError {
  return new GraphError(413, 'requestEntityTooLarge', message);
}

export function overThreshold(): GraphError {
  return new GraphError(
    429,
    'activityLimitReached',
    'The attempted operation is prohibited because it exceeds the list view threshold.',
  );
}

/** The stand-in's own refusal: what it does not know it never answers as if it did. */
export function notImplemented(what: string): GraphError {
  return new GraphError(501, 'notImplemented', `This stand-in does not know ${what}.`);
}

export function fieldNotRecognized(name: string): GraphError {
  return invalidRequest(`Field '${name}' is not recognized`);
}
