import { z } from 'zod';
import { changed, id, route, span } from './operation.js';

/** What is looked for. Nothing is coded by asking. */
export const proposalWish = z.object({
  by: z.enum(['words', 'pattern', 'speaker', 'topic']),
  /** Words, separated by commas; a pattern (regular expression); or how a speaker is called. */
  query: z.string().max(2000).default(''),
  topicId: id.nullable().default(null),
  /** `stem`: in any inflection; `whole`: whole words as written; `part`: inside words too. */
  match: z.enum(['stem', 'whole', 'part']).default('stem'),
  speakers: z.enum(['interviewee', 'all']).default('interviewee'),
  context: z.enum(['word', 'sentence', 'turn']).default('sentence'),
  /** Empty: all texts. */
  sourceIds: z.array(id).max(5000).default([]),
  /** Whose codings are marked as there already. */
  codeId: id.nullable().default(null),
  coderId: id.nullable().default(null),
});

/** Passages that could be coded: found by the program, decided by the coder. */
export const proposals = {
  propose: route
    .route({
      method: 'POST',
      path: '/coding/proposals',
      summary: 'Passages that could be coded; nothing changes',
    })
    .input(proposalWish)
    .output(
      z.object({
        total: z.number(),
        persons: z.number(),
        proposals: z.array(
          z.object({
            sourceId: id,
            sourceTitle: z.string(),
            pseudonym: z.string().nullable(),
            version: z.number(),
            ...span,
            words: z.string(),
            /** What was found, as places within the words. */
            hits: z.array(z.object({ from: z.number(), to: z.number() })),
            /** `question`: answers the guide's question; `own-words`: uses its words. */
            reason: z.enum(['words', 'speaker', 'question', 'own-words']),
            /** Of a guide topic: how much of it was found, 0 to 1. */
            score: z.number().nullable(),
            before: z.string(),
            after: z.string(),
            coded: z.enum(['same', 'overlaps']).nullable(),
          }),
        ),
      }),
    ),
  acceptProposals: route
    .route({
      method: 'POST',
      path: '/coding/proposals/accept',
      summary: 'Code the accepted passages, as one operation',
    })
    .input(
      z.object({
        codeId: id,
        coderId: id,
        spans: z
          .array(z.object({ sourceId: id, version: z.number(), ...span }))
          .min(1)
          .max(5000),
      }),
    )
    .output(changed.extend({ added: z.number(), there: z.number() })),
};
