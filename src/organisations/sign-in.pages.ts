import { z } from 'zod';
import { PUBLIC } from '../platform/http/mount.js';
import { Problem } from '../platform/http/problem.js';
import { text } from '../platform/locale/text.js';
import { type AnyPageRoute, pageRoute, type PageReply } from '../platform/pages/page-route.js';
import { signIn, signOut } from './sessions.service.js';

const FIRST_PAGE = '/runs';
const TRIES_A_MINUTE = 20;

/** A path of ours and nothing that a browser takes for another host. */
const localPath = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[\w\-./~?=&%+]*$/);

const form = z.strictObject({ key: z.string().max(200), next: z.string().max(2000).default('') });

const nextOf = (asked: string | undefined): string => localPath.safeParse(asked).data ?? FIRST_PAGE;

const signInPage = (next: string, refused: boolean): PageReply => ({
  template: 'sign-in',
  title: text('page.signIn.title'),
  status: refused ? 401 : 200,
  view: { next, refused },
});

export const signInRoutes: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/sign-in',
    summary: 'Sign in',
    access: PUBLIC,
    query: z.strictObject({ next: z.string().max(2000).optional() }),
    handle({ visitor, query }) {
      const next = nextOf(query.next);
      return visitor ? { redirect: next } : signInPage(next, false);
    },
  }),
  pageRoute({
    method: 'post',
    path: '/sign-in',
    summary: 'Sign in with an API key',
    access: PUBLIC,
    form,
    beginsSession: true,
    limit: TRIES_A_MINUTE,
    async handle({ form: { key, next }, token }) {
      try {
        return { redirect: nextOf(next), session: await signIn(key.trim(), token) };
      } catch (error) {
        if (error instanceof Problem && error.kind === 'unauthenticated')
          return signInPage(nextOf(next), true);
        throw error;
      }
    },
  }),
  pageRoute({
    method: 'post',
    path: '/sign-out',
    summary: 'Sign out',
    access: PUBLIC,
    async handle({ token }) {
      if (token !== undefined) await signOut(token);
      return { redirect: '/', session: null };
    },
  }),
];
