import type { Request } from 'express';
import { z } from 'zod';
import type { Actor } from '../http/actor.js';
import type { AnyRoute } from '../http/route.js';

/** What every page knows of the service it belongs to. */
export interface Site {
  readonly database: { readonly kind: string; readonly version: string };
  /** Version of the program. */
  readonly version: string;
  /** The OpenAPI document, and the routes it describes. */
  readonly description: object;
  readonly apiRoutes: readonly AnyRoute[];
}

/** Somebody who is signed in. */
export interface Visitor {
  readonly actor: Actor;
  /** Stands in every form of this session, and nowhere else. */
  readonly csrf: string;
}

/** What goes back to a browser. */
export type PageReply =
  | {
      readonly template: string;
      readonly title: string;
      readonly view: object;
      readonly status?: number;
      /** Seconds after which the page looks again by itself. */
      readonly refresh?: number;
    }
  | {
      /** A path of this service. */
      readonly redirect: string;
      /** The token of a session that begins; null where one ends. */
      readonly session?: { readonly token: string; readonly seconds: number } | null;
    }
  | {
      readonly file: string | Uint8Array;
      readonly type: string;
      /** Under which name it is saved; left out: it is shown. */
      readonly saveAs?: string;
      /** It never changes under its address. */
      readonly lasting?: boolean;
    };

/** A request for a page, its parts checked against their contracts. */
export interface Visit<Params, Query, Form> {
  readonly actor: Actor;
  readonly visitor: Visitor | undefined;
  /** The token of the session, where there is one. */
  readonly token: string | undefined;
  readonly params: Params;
  readonly query: Query;
  readonly form: Form;
  readonly site: Site;
  readonly request: Request;
}

/** A file that came with a form. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of a form whose route is `binary`. */
export const uploadedFile = z.custom<UploadedFile>(
  (file) => typeof file === 'object' && file !== null && 'bytes' in file && file.bytes instanceof Uint8Array,
);

/** A page, declared as routes of the API are, so that one list says who may see what. */
export interface PageRoute<Params = unknown, Query = unknown, Form = unknown> {
  readonly method: 'get' | 'post';
  /** As in OpenAPI: `/runs/{id}`. */
  readonly path: string;
  readonly summary: string;
  /** The action the visitor must be allowed; `public` for anybody. */
  readonly access: string;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  /** The fields of the form that is sent, without its CSRF token. */
  readonly form?: z.ZodType<Form>;
  /** The form carries files, of at most so many bytes together; each is handed over as text. */
  readonly upload?: number;
  /** Its files are handed over as bytes with their names ({@link uploadedFile}). */
  readonly binary?: boolean;
  /** Its form begins a session, so that it cannot carry the token of one; where it comes from is still checked. */
  readonly beginsSession?: boolean;
  /** Requests a minute of one address; left out: as many as the service takes. */
  readonly limit?: number;
  handle(visit: Visit<Params, Query, Form>): Promise<PageReply> | PageReply;
}

/** Any page, whatever its contract. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of routes of different contracts
export type AnyPageRoute = PageRoute<any, any, any>;

/** Declares a page; its handler knows the types of its contract. */
export const pageRoute = <Params, Query, Form>(
  definition: PageRoute<Params, Query, Form>,
): PageRoute<Params, Query, Form> => definition;
