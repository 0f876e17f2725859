import type { Context } from 'hono';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};

const NOT_BUILT = `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Bagom</title></head>
<body><p>Siden er ikke bygget. Kør »npm run build«.</p><p lang="en">The page is not built. Run "npm run build".</p></body></html>`;

/** The page's files. A path without an ending is one of the page's own addresses and gets the page itself. */
export function staticFiles(webRoot: string | undefined) {
  return async (c: Context): Promise<Response> => {
    if (webRoot === undefined) return c.html(NOT_BUILT, 404);
    const root = resolve(webRoot);
    const path = pathOf(c.req.path);
    const file = path === null ? null : join(root, normalize(path));
    if (file === null || (file !== root && !file.startsWith(root + sep))) return c.notFound();
    const extension = extname(file);
    const bytes = extension === '' ? null : await readFile(file).catch(() => null);
    if (bytes === null) {
      if (extension !== '') return c.notFound();
      const page = await readFile(join(root, 'index.html')).catch(() => null);
      return page === null ? c.html(NOT_BUILT, 404) : answer(page, '.html', 'no-cache');
    }
    // What the build names by its content never changes under that name.
    const hashed = c.req.path.startsWith('/assets/');
    return answer(bytes, extension, hashed ? 'private, max-age=31536000, immutable' : 'no-cache');
  };
}

function answer(bytes: Uint8Array, extension: string, cache: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': TYPES[extension] ?? 'application/octet-stream', 'Cache-Control': cache },
  });
}

function pathOf(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') || decoded.includes('\\') ? null : decoded;
  } catch {
    return null;
  }
}
