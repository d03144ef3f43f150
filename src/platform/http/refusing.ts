import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Server } from 'node:http';
import type { Logger } from '../logging/logger.js';
import { Problem } from './problem.js';

/** Answers with a problem document. */
export function sendProblem(response: Response, problem: Problem): void {
  response
    .status(problem.status)
    .set(problem.headers)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

/** The end of the line for addresses nobody took. */
export const nothingHere: RequestHandler = () => {
  throw new Problem('not-found', 'There is nothing under this address.');
};

/** Answers a problem as a page where the caller reads pages; false where it does not. */
export type AnswerAsPage = (request: Request, response: Response, problem: Problem) => boolean;

/**
 * Turns whatever went wrong into a problem document, or a page where the caller reads pages; faults of ours are
 * logged, with nothing of the request in them.
 */
export function problems(logger: Logger, asPage: AnswerAsPage = () => false): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(error);
    const where = { method: request.method, route: routeOf(request.route) };
    if (error instanceof Problem && problem.status >= 500) {
      logger.warn({ problem: problem.kind, ...where }, 'refused');
    } else if (problem.status >= 500) logger.error({ fault: faultOf(error), ...where }, 'fault');
    if (!asPage(request, response, problem)) sendProblem(response, problem);
  };
}

/** What a database says where its disk is full: MongoDB, and the embedded one. */
const OUT_OF_DISK_SPACE = 14031;
const SILENT = /^Mongo(?:Network|ServerSelection|NotConnected|ClientClosed|PoolCleared|TopologyClosed)/;

/** The problem behind an error: ours as they are, those of the database and of HTTP translated, all else a fault. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Error && 'code' in error && error.code === OUT_OF_DISK_SPACE) {
    return new Problem(
      'unavailable',
      'There is no room left to store anything. Nothing was saved; what is stored can be read.',
      [],
      { 'Retry-After': '60' },
    );
  }
  if (error instanceof Error && SILENT.test(error.name)) {
    return new Problem(
      'unavailable',
      'The database does not answer. Send it again; under an Idempotency-Key it is done once.',
      [],
      { 'Retry-After': '5' },
    );
  }
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  switch (status) {
    case 413:
      return new Problem('too-large', 'The body is larger than what is taken here.');
    case 415:
      return new Problem('unsupported-media-type', 'The body is in an encoding that is not taken.');
    case 400:
    case 406:
      return new Problem('malformed-request', 'The request is not well formed.');
    default:
      return new Problem(
        'fault',
        'Something went wrong on our side. Nothing was saved; try again, or report it.',
      );
  }
}

/** The message and stack of a fault; values of documents never stand in them. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const code = 'codeName' in error ? ` ${String(error.codeName)}` : '';
  return `${error.name}${code}: ${error.stack?.split('\n').slice(1, 8).join('\n') ?? ''}`;
}

const routeOf = (route: unknown): string =>
  typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : '';

function brokenBy(code: string | undefined): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Problem('headers-too-large', 'The headers are larger than what is taken.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem('too-slow', 'The request did not come to its end in time.');
    default:
      return new Problem('malformed-request', 'This is no request of HTTP/1.1.');
  }
}

/** Bytes that are no request get a problem document too. */
export function refuseBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const problem = brokenBy(error.code);
    const body = JSON.stringify(problem);
    socket.end(
      `HTTP/1.1 ${problem.status} Refused\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}
