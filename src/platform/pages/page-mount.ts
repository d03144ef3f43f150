import { timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import { checkedParams, checkedQuery, expressPath, NOBODY, PUBLIC } from '../http/mount.js';
import { withRoom } from '../http/large-bodies.js';
import { Problem, PROBLEMS } from '../http/problem.js';
import { rateLimited } from '../http/rate-limit.js';
import type { AnswerAsPage } from '../http/refusing.js';
import { text } from '../locale/text.js';
import { framed } from './page-frame.js';
import type { AnyPageRoute, PageReply, Site, UploadedFile, Visit, Visitor } from './page-route.js';
import { sessionToken, setSessionCookie } from './session-cookie.js';

/** What pages stand on. */
export interface PageFoundation {
  readonly site: Site;
  /** The address people reach the service under, where it was set. */
  readonly publicUrl: string | undefined;
  /** Who is signed in with this token. */
  readonly visitorOf: (token: string) => Promise<Visitor | undefined>;
}

const LARGEST_FORM = 16 * 1024;

const largestUpload = (file: number): number => file + LARGEST_FORM;

/** The pages as one router. */
export function pageRouter(routes: readonly AnyPageRoute[], foundation: PageFoundation): Router {
  const router = Router();
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path);
    const at = router.route(expressPath(path));
    at.all((_, response, next) => {
      response.locals['isPage'] = true;
      next();
    });
    for (const route of here) {
      if (route.limit !== undefined) at[route.method](rateLimited(route.limit));
      at[route.method](handler(route, foundation));
    }
    const allowed = here.map(({ method }) => method.toUpperCase()).join(', ');
    at.all((request) => {
      throw new Problem('method-not-allowed', `${request.method} is not possible here; use ${allowed}.`, [], {
        Allow: allowed,
      });
    });
  }
  return router;
}

function handler(route: AnyPageRoute, foundation: PageFoundation): RequestHandler {
  const secure = isSecure(foundation);
  return async (request, response) => {
    const token = sessionToken(request, secure);
    const visitor = token === undefined ? undefined : await foundation.visitorOf(token);
    response.locals['visitor'] = visitor;
    if (route.method === 'post') refuseForeign(request, foundation.publicUrl);
    if (route.access !== PUBLIC && !visitor) {
      response.redirect(303, signInAddress(request));
      return;
    }
    const actor = visitor?.actor ?? NOBODY;
    if (route.access !== PUBLIC && !actor.actions.has(route.access)) {
      throw new Problem('forbidden', text('page.refusal.notAllowed', { action: route.access }));
    }
    const params = route.params ? checkedParams(route.params, request.params) : {};
    const query = checkedQuery(route.query, request);
    const reply = async () => {
      const form = route.method === 'post' ? await checkedForm(route, request, response, visitor) : {};
      const visit: Visit<unknown, unknown, unknown> = {
        ...{ actor, visitor, token, params, query, form },
        site: foundation.site,
        request,
      };
      return route.handle(visit);
    };
    const { upload } = route;
    const answer =
      upload === undefined ? reply() : withRoom(request, actor.organisation, largestUpload(upload), reply);
    send(response, await answer, foundation, visitor);
  };
}

const isSecure = ({ publicUrl }: PageFoundation): boolean => publicUrl?.startsWith('https://') === true;

function signInAddress(request: Request): string {
  return request.method === 'POST'
    ? '/sign-in'
    : `/sign-in?${new URLSearchParams({ next: request.originalUrl }).toString()}`;
}

/** A form that another site sends in the name of a visitor is refused before anything is read of it. */
function refuseForeign(request: Request, publicUrl: string | undefined): void {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const own = [`${request.protocol}://${request.get('host') ?? ''}`];
  if (publicUrl !== undefined) own.push(new URL(publicUrl).origin);
  const ours = site === undefined ? origin !== undefined && own.includes(origin) : site === 'same-origin';
  if (!ours) throw new Problem('forbidden', text('page.refusal.foreign'));
}

async function checkedForm(
  { form, beginsSession, upload, binary }: AnyPageRoute,
  request: Request,
  response: Response,
  visitor: Visitor | undefined,
): Promise<unknown> {
  const sent = await (upload === undefined
    ? sentFields(request, response)
    : sentFiles(request, response, largestUpload(upload), binary === true));
  const { csrf, ...fields } = sent;
  if (visitor && beginsSession !== true && !same(csrf, visitor.csrf)) {
    throw new Problem('forbidden', text('page.refusal.csrf'));
  }
  const parsed = (form as z.ZodType | undefined)?.safeParse(fields);
  if (parsed?.success === true) return parsed.data;
  if (!parsed && Object.keys(fields).length === 0) return {};
  throw new Problem('malformed-request', text('page.refusal.form'));
}

const fieldParser: RequestHandler = express.urlencoded({
  extended: false,
  limit: LARGEST_FORM,
  parameterLimit: 50,
});
const parseFields = promisify(fieldParser);

type Sent = Readonly<Record<string, unknown>>;

async function sentFields(request: Request, response: Response): Promise<Sent> {
  if (request.is('application/x-www-form-urlencoded') === false) {
    throw new Problem('unsupported-media-type', text('page.refusal.notAForm'));
  }
  await parseFields(request, response);
  return (request.body ?? {}) as Sent;
}

async function sentFiles(
  request: Request,
  response: Response,
  limit: number,
  binary: boolean,
): Promise<Sent> {
  if (request.is('multipart/form-data') === false) {
    throw new Problem('unsupported-media-type', text('page.refusal.notAForm'));
  }
  const parser: RequestHandler = express.raw({ type: () => true, limit });
  await promisify(parser)(request, response);
  const body: unknown = request.body;
  const type = request.get('content-type') ?? '';
  try {
    if (!Buffer.isBuffer(body)) throw new Error('no body');
    const bytes = new Uint8Array(body);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- discouraged where bodies have no limit; this one has
    const data = await new globalThis.Response(bytes, { headers: { 'content-type': type } }).formData();
    const fields = [...data.entries()].map(
      async ([name, value]) =>
        [name, typeof value === 'string' ? value : await (binary ? fileOf(value) : value.text())] as const,
    );
    return Object.fromEntries(await Promise.all(fields));
  } catch {
    throw new Problem('malformed-request', text('page.refusal.form'));
  }
}

const fileOf = async (file: Pick<File, 'name' | 'arrayBuffer'>): Promise<UploadedFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

function same(sent: unknown, expected: string): boolean {
  if (typeof sent !== 'string') return false;
  const [one, other] = [Buffer.from(sent), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const YEAR = 31_536_000;

function send(
  response: Response,
  reply: PageReply,
  foundation: PageFoundation,
  visitor: Visitor | undefined,
): void {
  // What somebody saw while signed in must not be found in a shared computer's cache.
  response.set('Cache-Control', visitor ? 'no-store' : 'no-cache');
  if ('redirect' in reply) {
    if (reply.session !== undefined) setSessionCookie(response, isSecure(foundation), reply.session);
    response.set('Cache-Control', 'no-store').redirect(303, reply.redirect);
    return;
  }
  if ('file' in reply) {
    if (reply.lasting === true) response.set('Cache-Control', `public, max-age=${YEAR}, immutable`);
    if (reply.saveAs !== undefined) response.attachment(reply.saveAs);
    response.type(reply.type).send(typeof reply.file === 'string' ? reply.file : Buffer.from(reply.file));
    return;
  }
  response
    .status(reply.status ?? 200)
    .type('html')
    .send(framed(reply, foundation.site, visitor));
}

/** Where problems are answered with a page: on our pages, and under unknown addresses for those who read HTML. */
export function problemPages({ site }: PageFoundation): AnswerAsPage {
  return (request, response, problem) => {
    const isPage = response.locals['isPage'] === true;
    const reads = !request.path.startsWith('/api/') && request.accepts(['json', 'html']) === 'html';
    const taken = request.route !== undefined && !isPage;
    if (taken || (!isPage && !reads)) return false;
    const visitor = response.locals['visitor'] as Visitor | undefined;
    response
      .status(problem.status)
      .set(problem.headers)
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(framed(refusal(problem), site, visitor));
    return true;
  };
}

function refusal(problem: Problem): Extract<PageReply, { template: string }> {
  const title = PROBLEMS[problem.kind][1];
  return {
    template: 'refusal',
    title,
    view: {
      title,
      detail: problem.message,
      status: String(problem.status),
      kind: problem.kind,
      errors: problem.errors,
    },
  };
}
