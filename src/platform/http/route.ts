import type { Request } from 'express';
import type { z } from 'zod';
import type { Actor } from './actor.js';

/** What goes back to the caller. */
export interface Reply {
  readonly status: 200 | 201 | 202 | 204;
  /** Sent as JSON; or, as bytes or text, with the given type. */
  readonly body?: unknown;
  readonly type?: string;
  /** The version of what is shown, for If-Match. */
  readonly version?: number;
  readonly location?: string;
  /** The cursor of the page that follows. */
  readonly next?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request whose parts have been checked against their contracts. */
export interface Call<Params, Query, Body> {
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The version named by If-Match, where the route asks for it. */
  readonly version: number;
  readonly request: Request;
}

/** What a route answers with, for the reader of its description. */
export interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly type?: string;
}

/** A route with its contract; mounted by the app, described in the OpenAPI document, listed in the access table. */
export interface Route<Params = unknown, Query = unknown, Body = unknown, Prepared = unknown> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in OpenAPI: `/api/programmes/{id}`. */
  readonly path: string;
  readonly operation: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** The action the caller must be allowed; `public` for anybody. */
  readonly access: string;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** The body is handed over as text, unread; `body` then only describes it. */
  readonly bodyAsText?: boolean;
  /** Largest body in bytes. */
  readonly limit?: number;
  readonly example?: unknown;
  /** A POST that makes something, once for each Idempotency-Key. */
  readonly creates?: boolean;
  /** An edit, refused unless If-Match names the version that is there. */
  readonly edits?: boolean;
  readonly answers: Readonly<Partial<Record<200 | 201 | 202 | 204, Answer>>>;
  /** Work that takes long and writes nothing, done before the transaction. */
  prepare?(call: Call<Params, Query, Body>): Promise<Prepared>;
  /** Does what is asked; where it writes, all of it in one transaction. */
  handle(call: Call<Params, Query, Body>, prepared: Prepared): Promise<Reply>;
}

/** Any route, whatever its contract. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of routes of different contracts
export type AnyRoute = Route<any, any, any, any>;

/** Declares a route; its handler knows the types of its contract. */
export const route = <Params, Query, Body, Prepared>(
  definition: Route<Params, Query, Body, Prepared>,
): Route<Params, Query, Body, Prepared> => definition;
