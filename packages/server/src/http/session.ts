import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { randomBytes, timingSafeEqual } from 'node:crypto';

/** The one session of a start: a token in the address that is opened, and a cookie that it is exchanged for. */
export interface Session {
  token: string;
  cookie: string;
}

export function newSession(): Session {
  return { token: randomBytes(24).toString('base64url'), cookie: randomBytes(32).toString('base64url') };
}

const LOCKED = `<!doctype html>
<html lang="da"><head><meta charset="utf-8"><title>Bagom</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1rem}</style></head>
<body><main><h1>Bagom</h1><p>Denne side åbnes med den adresse, som Bagom skrev, da programmet startede.</p>
<p lang="en">This page is opened with the address that Bagom printed when it started.</p></main></body></html>`;

const SENTENCE = {
  da: 'Denne side åbnes med den adresse, som Bagom skrev, da programmet startede.',
  en: 'This page is opened with the address that Bagom printed when it started.',
};

/** Who may speak: requests for this address, from this page, with the cookie. Cookies know no ports, so its name has one. */
export function guard(session: Session, port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    // A page elsewhere whose name was made to point here (DNS rebinding) is known by the name it asks for.
    const host = c.req.header('host');
    if (host === undefined || !hosts.includes(host.toLowerCase())) return refused(c, 403);
    const origin = c.req.header('origin');
    if (origin !== undefined && !hosts.some((known) => origin.toLowerCase() === `http://${known}`))
      return refused(c, 403);

    const name = `bagom-${port()}`;
    const token = c.req.query('token');
    if (token !== undefined && c.req.method === 'GET' && same(token, session.token)) {
      setCookie(c, name, session.cookie, { httpOnly: true, sameSite: 'Strict', path: '/' });
      const url = new URL(c.req.url);
      url.searchParams.delete('token');
      return c.redirect(`${url.pathname.replace(/^\/+/, '/')}${url.search}`, 303);
    }
    const cookie = getCookie(c, name);
    if (cookie === undefined || !same(cookie, session.cookie)) return refused(c, 401);
    return next();
  };
}

function refused(c: Context, status: 401 | 403): Response {
  const wantsPage = c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html');
  return wantsPage
    ? c.html(LOCKED, status)
    : c.json({ code: 'session.missing', status, message: SENTENCE.en, data: SENTENCE }, status);
}

/** Compares without telling by its time how much was right. */
function same(given: string, known: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(known);
  return a.length === b.length && timingSafeEqual(a, b);
}
