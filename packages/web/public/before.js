// Runs before the page's modules. The contract's schemas would try `new Function` for speed, which the server's content
// security policy forbids and the browser reports; and the theme is set here so that the page is never light for a
// moment in a dark room (src/parts/theme.ts does the same afterwards).
// oxlint-disable-next-line no-underscore-dangle -- the schemas' own name
globalThis.__zod_globalConfig = { jitless: true };
try {
  const theme = JSON.parse(localStorage.getItem('bagom.theme') ?? '"system"');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
} catch {
  // A browser without storage begins in light.
}
