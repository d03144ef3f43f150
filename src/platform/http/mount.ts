import { promisify } from 'node:util';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { z } from 'zod';
import { inTransaction } from '../database/transaction.js';
import { refusalsOf } from '../refusal.js';
import type { Actor } from './actor.js';
import { answerGiven, keepAnswer, type NamedRequest, namedRequest } from './idempotency.js';
import { withRoom } from './large-bodies.js';
import { invalid, Problem } from './problem.js';
import type { AnyRoute, Call, Reply } from './route.js';

/** Finds out who makes a request; refuses with a problem where nobody does. */
export type Authenticate = (request: Request) => Promise<Actor>;

/** The actor of a request that anybody may make. */
export const NOBODY: Actor = { organisation: '', person: '', key: '', role: '', actions: new Set() };

/** The access of a route that anybody may use. */
export const PUBLIC = 'public';

/** Puts routes on a router; a known path with another method is told which it takes. */
export function mount(router: Router, routes: readonly AnyRoute[], authenticate: Authenticate): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path);
    const at = router.route(expressPath(path));
    for (const route of here) at[route.method](handler(route, authenticate));
    const allowed = here.map(({ method }) => method.toUpperCase()).join(', ');
    at.all((request) => {
      throw new Problem('method-not-allowed', `${request.method} is not possible here; use ${allowed}.`, [], {
        Allow: allowed,
      });
    });
  }
}

/** A path of ours as Express writes it. */
export const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const USUAL_LIMIT = 1024 * 1024;

function handler(route: AnyRoute, authenticate: Authenticate): RequestHandler {
  const limit = route.limit ?? USUAL_LIMIT;
  const readText = textReader(limit);
  return async (request, response) => {
    const actor = route.access === PUBLIC ? NOBODY : await authenticate(request);
    if (route.access !== PUBLIC && !actor.actions.has(route.access)) {
      throw new Problem('forbidden', `Your role and your key do not allow ${route.access}.`);
    }
    const params: unknown = route.params ? checkedParams(route.params, request.params) : {};
    const query: unknown = checkedQuery(route.query, request);
    const reply = async () => {
      const text = route.body ? await readText(request, response) : '';
      const call: Call<unknown, unknown, unknown> = {
        actor,
        params,
        query,
        body: route.body && !route.bodyAsText ? checkedBody(route.body, text) : text,
        version: route.edits === true ? versionOf(request) : 0,
        request,
      };
      const named = route.creates === true ? namedRequest(request, actor, text) : undefined;
      return answer(route, call, named);
    };
    const { organisation } = actor;
    const holds = route.body !== undefined;
    send(request, response, await (holds ? withRoom(request, organisation, limit, reply) : reply()));
  };
}

async function answer(
  route: AnyRoute,
  call: Call<unknown, unknown, unknown>,
  named: NamedRequest | undefined,
): Promise<Reply> {
  const given = named && (await answerGiven(named));
  if (given) return { ...given, headers: { ...given.headers, 'Idempotency-Replayed': 'true' } };
  const prepared: unknown = await route.prepare?.(call);
  if (route.method === 'get') return route.handle(call, prepared);
  return inTransaction(async () => {
    const meanwhile = named && (await answerGiven(named));
    if (meanwhile) return meanwhile;
    const reply = await route.handle(call, prepared);
    if (named) await keepAnswer(named, reply);
    return reply;
  });
}

function textReader(limit: number): (request: Request, response: Response) => Promise<string> {
  const parser: RequestHandler = express.text({ type: () => true, limit });
  return async (request, response) => {
    if (request.is(['application/json', '+json']) === false) {
      throw new Problem('unsupported-media-type', 'Send JSON, with Content-Type: application/json.');
    }
    await promisify(parser)(request, response);
    return typeof request.body === 'string' ? request.body : '';
  };
}

/** The parameters in a path; whatever has another form is nothing that is there. */
export function checkedParams(contract: z.ZodType, params: unknown): unknown {
  const parsed = contract.safeParse(params);
  if (parsed.success) return parsed.data;
  throw new Problem('not-found', 'There is nothing under this address.');
}

/** The query of an address; parameters nobody asked for are refused. */
export function checkedQuery(contract: z.ZodType | undefined, request: Request): unknown {
  const given = request.query;
  const parsed = contract?.safeParse(given);
  if (parsed?.success) return parsed.data;
  if (!parsed && Object.keys(given).length === 0) return {};
  const errors = parsed
    ? refusalsOf(parsed.error.issues, given).map(({ pointer, message }) => ({
        pointer: `query${pointer}`,
        detail: message,
      }))
    : Object.keys(given).map((name) => ({
        pointer: `query/${name}`,
        detail: 'This parameter is not known here.',
      }));
  throw new Problem(
    'unknown-parameter',
    'A parameter of the address is not known or has the wrong form.',
    errors,
  );
}

function checkedBody(contract: z.ZodType, text: string): unknown {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new Problem(
      'malformed-request',
      `The body is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`,
    );
  }
  const parsed = contract.safeParse(given);
  if (parsed.success) return parsed.data;
  throw invalid(refusalsOf(parsed.error.issues, given));
}

function versionOf(request: Request): number {
  const given = request.get('if-match');
  if (given === undefined) {
    throw new Problem(
      'precondition-required',
      'Say which version you have seen, as the ETag of its answer names it: If-Match: "1".',
    );
  }
  const version = /^"(\d{1,15})"$/.exec(given)?.[1];
  if (version === undefined) {
    throw new Problem('changed-meanwhile', `If-Match: ${given.slice(0, 40)} is no ETag of this.`);
  }
  return Number(version);
}

function send(request: Request, response: Response, reply: Reply): void {
  response.status(reply.status).set(reply.headers ?? {});
  response.set('Cache-Control', 'no-store');
  if (reply.version !== undefined) response.set('ETag', `"${reply.version}"`);
  if (reply.location !== undefined) response.set('Location', reply.location);
  if (reply.next !== undefined) response.set('Link', `<${nextPage(request, reply.next)}>; rel="next"`);
  if (reply.body === undefined) response.end();
  else if (reply.type === undefined) response.json(reply.body);
  else response.type(reply.type).send(reply.body);
}

function nextPage(request: Request, cursor: string): string {
  const [path, query] = request.originalUrl.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path ?? ''}?${parameters.toString()}`;
}
