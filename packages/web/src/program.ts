/** Put in by the build. */
declare const BAGOM_VERSION: string;

/** This program, as a text that goes to print names it. */
export const program = { name: 'Bagom', version: BAGOM_VERSION } as const;
