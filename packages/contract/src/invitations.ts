import { z } from 'zod';
import { channel, gender, phase, background } from './fieldwork.js';
import { changed, id, operation, route } from './operation.js';

export const invitationState = z.enum(['listed', 'contacted', 'agreed', 'refused', 'unreachable']);
export const invitation = z.object({
  id,
  waveId: id,
  modelId: id,
  row: z.number(),
  /** What the survey calls the respondent; null where no variable has that role. */
  respondent: z.string().nullable(),
  className: z.string(),
  certainty: z.number(),
  quota: z.record(z.string(), z.string()),
  state: invitationState,
  note: z.string(),
  changedAt: z.string(),
});
/** Answers to a variable under one name: values, or all from one to another (both included; null: no end). */
export const answerGroup = z.object({
  name: z.string().trim().min(1).max(80),
  values: z.array(z.union([z.number(), z.string()])).max(1000),
  range: z.object({ from: z.number().nullable(), to: z.number().nullable() }).nullable(),
});
export const quotaAxis = z.object({ variableId: id, groups: z.array(answerGroup).min(1).max(30) });

export const invitations = {
  read: route
    .route({
      method: 'GET',
      path: '/fieldwork/invitations',
      summary: 'Respondents to invite, and how far each is',
    })
    .output(z.object({ invitations: z.array(invitation) })),
  draw: route
    .route({
      method: 'POST',
      path: '/fieldwork/invitations',
      summary:
        'Draw respondents of a class at random, by quota, and put them on the list; or look at what would be drawn',
    })
    .input(
      z.object({
        modelId: id,
        /** From 1. */
        class: z.number().int().min(1),
        least: z.number().min(0).max(1),
        /** No axis: one cell of everybody. */
        axes: z.array(quotaAxis).max(2),
        /** Of each cell, the groups of the second axis within those of the first. */
        wanted: z.array(z.number().int().min(0).max(100_000)).min(1).max(900),
        seed: z
          .number()
          .int()
          .min(0)
          .max(2 ** 32 - 1),
        preview: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        cells: z.array(
          z.object({
            names: z.array(z.string()),
            wanted: z.number(),
            available: z.number(),
            /** On the list already. */
            listed: z.number(),
            drawn: z.number(),
          }),
        ),
        operation: operation.nullable(),
      }),
    ),
  change: route
    .route({
      method: 'PATCH',
      path: '/fieldwork/invitations',
      summary: 'Say how far invitations are, or write a note',
    })
    .input(
      z.object({
        ids: z.array(id).min(1).max(5000),
        state: invitationState.optional(),
        note: z.string().max(5000).optional(),
      }),
    )
    .output(changed),
  remove: route
    .route({
      method: 'DELETE',
      path: '/fieldwork/invitations/{id}',
      summary: 'Take somebody off the list who was not contacted yet',
    })
    .input(z.object({ id }))
    .output(changed),
  participate: route
    .route({
      method: 'POST',
      path: '/fieldwork/invitations/{id}/participant',
      summary:
        'Make a participant of one who agreed; the link to the respondent is written to the opened key file and nowhere else',
    })
    .input(
      z.object({
        id,
        pseudonym: z.string().min(1).max(60),
        age: z.number().int().min(15).max(110).nullable(),
        phase: phase.nullable(),
        gender: gender.nullable(),
        background: background.nullable(),
        situation: z.string().max(5000),
        /** Go on although the key file is not open and nobody will know which respondent it was. */
        withoutLink: z.boolean().default(false),
      }),
    )
    .output(changed.extend({ channel, link: z.string().nullable() })),
};
