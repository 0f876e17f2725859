/**
 * Imported before anything else: the contract's schemas would try `new Function` for speed, which the server's content
 * security policy forbids and the browser reports as a violation.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
