import type { CookieOptions, Request, Response } from 'express';
import { parseCookie } from 'cookie';

/** The cookie of a session. Over TLS its name keeps other hosts of the domain from setting it. */
const nameOf = (secure: boolean): string => (secure ? '__Host-session' : 'session');

const optionsOf = (secure: boolean): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure,
  path: '/',
});

/** The token of a session; undefined where none of its form was sent. */
export function sessionToken(request: Request, secure: boolean): string | undefined {
  const sent = parseCookie(request.get('cookie') ?? '')[nameOf(secure)];
  return sent !== undefined && /^[A-Za-z0-9_-]{43}$/.test(sent) ? sent : undefined;
}

/** Gives the browser the token of a session, or takes it away. */
export function setSessionCookie(
  response: Response,
  secure: boolean,
  session: { readonly token: string; readonly seconds: number } | null,
): void {
  if (session === null) response.clearCookie(nameOf(secure), optionsOf(secure));
  else
    response.cookie(nameOf(secure), session.token, {
      ...optionsOf(secure),
      maxAge: session.seconds * 1000,
    });
}
