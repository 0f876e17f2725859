import { oc } from '@orpc/contract';
import { z } from 'zod';

/** Says in a request who codes: what others coded blind is then kept out of the answer. */
export const CODER_HEADER = 'x-bagom-coder';

/** A row's id. */
export const id = z.string().min(1).max(64);
export const language = z.enum(['da', 'en']);

/** What a change answers with: the operation, as the undo button names it. */
export const operation = z.object({ seq: z.number(), kind: z.string(), subject: z.string() });
export const changed = z.object({ operation, id: id.optional() });

/** Every route may answer with an error that has a code and a sentence in both languages; see errors.ts. */
export const route = oc.errors({
  BAGOM: {
    status: 422,
    data: z.object({
      code: z.string(),
      data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      da: z.string(),
      en: z.string(),
    }),
  },
});

/** A stretch of a text: UTF-16 offsets, half-open. */
export const span = { from: z.number().int().min(0), to: z.number().int().min(1) };
