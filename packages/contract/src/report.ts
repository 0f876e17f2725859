import { z } from 'zod';
import { assessment, claim } from './claims.js';
import { matrix, matrixSpec } from './comparison.js';
import { fitSummary } from './classes.js';
import { publishedTurn } from './masking.js';
import { changed, id, route } from './operation.js';

export const gateReason = z.enum([
  'no-person',
  'no-consent',
  'consent-does-not-cover',
  'withdrawn',
  'not-masked',
  'place-lost',
]);
export const provenance = z.object({
  blockId: id,
  sourceId: id,
  sourceTitle: z.string(),
  from: z.number(),
  to: z.number(),
  participantId: id.nullable(),
  consentId: id.nullable(),
  consentGivenAt: z.string().nullable(),
});
export const printedBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prose'), blockId: id, text: z.string() }),
  z.object({
    kind: z.literal('excerpt'),
    blockId: id,
    leadIn: z.string(),
    turns: z.array(publishedTurn),
    attribution: z.object({ name: z.string(), age: z.number().nullable() }).nullable(),
    provenance,
  }),
  z.object({ kind: z.literal('withheld'), blockId: id, leadIn: z.string(), reasons: z.array(gateReason) }),
  z.object({ kind: z.literal('claim'), blockId: id, text: z.string(), claim, assessment }),
  z.object({
    kind: z.literal('matrix'),
    blockId: id,
    caption: z.string(),
    spec: matrixSpec,
    matrix,
    smallCell: z.number(),
    /** Texts of which not all codings are counted, because they are still coded blind. */
    blindTexts: z.number(),
  }),
  z.object({
    kind: z.literal('classes'),
    blockId: id,
    caption: z.string(),
    model: z.object({ id, classNames: z.array(z.string()), classes: z.number(), fit: fitSummary }),
    indicators: z.array(z.string()),
  }),
]);
export const printedReport = z.object({
  title: z.string(),
  language: z.enum(['da', 'en']),
  chapters: z.array(
    z.object({
      chapterId: id,
      number: z.string(),
      level: z.number(),
      title: z.string(),
      blocks: z.array(printedBlock),
    }),
  ),
  withheld: z.number(),
  excerpts: z.number(),
  persons: z.number(),
});
export const block = z.object({
  id,
  chapterId: id,
  position: z.number().int().min(0),
  kind: z.enum(['prose', 'excerpt', 'claim', 'matrix', 'classes']),
  text: z.string().max(100000),
  sourceId: id.nullable(),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  claimId: id.nullable(),
  matrix: matrixSpec.nullable(),
});
export const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  line: z.number(),
  message: z.object({ da: z.string(), en: z.string() }),
  passages: z.array(z.object({ line: z.number(), text: z.string() })),
});

export const report = {
  read: route
    .route({ method: 'GET', path: '/report', summary: 'The report as it would be printed now' })
    .output(printedReport),
  audit: route
    .route({ method: 'GET', path: '/report/audit', summary: 'What an audit of the printed report finds' })
    .output(z.object({ findings: z.array(finding) })),
  trace: route
    .route({ method: 'GET', path: '/report/trace/{blockId}', summary: 'Where a printed quote comes from' })
    .input(z.object({ blockId: id }))
    .output(
      z.object({
        steps: z.array(
          z.object({
            what: z.enum(['block', 'source', 'passage', 'participant', 'consent', 'operation', 'original']),
            id: z.string(),
            /** Values to be put into the step's sentence. */
            data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
          }),
        ),
      }),
    ),
  saveChapter: route
    .route({ method: 'PUT', path: '/report/chapters', summary: 'Add, rename or move a chapter' })
    .input(
      z.object({
        id: id.optional(),
        parentId: id.nullable(),
        position: z.number().int().min(0).optional(),
        title: z.string().min(1).max(300),
      }),
    )
    .output(changed),
  removeChapter: route
    .route({ method: 'DELETE', path: '/report/chapters/{id}', summary: 'Remove a chapter with its blocks' })
    .input(z.object({ id }))
    .output(changed),
  saveBlock: route
    .route({ method: 'PUT', path: '/report/blocks', summary: 'Add or change a block of a chapter' })
    .input(block.extend({ id: id.optional() }).partial({ position: true }))
    .output(changed),
  moveBlock: route
    .route({ method: 'POST', path: '/report/blocks/{id}/move', summary: 'Move a block up or down' })
    .input(z.object({ id, by: z.union([z.literal(1), z.literal(-1)]) }))
    .output(changed),
  removeBlock: route
    .route({ method: 'DELETE', path: '/report/blocks/{id}', summary: 'Remove a block' })
    .input(z.object({ id }))
    .output(changed),
};
