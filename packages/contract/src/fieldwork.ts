import { z } from 'zod';
import { changed, id, route } from './operation.js';

export const phase = z.enum(['young', 'adult', 'older']);
export const gender = z.enum(['f', 'm', 'x']);
export const channel = z.enum(['offer', 'respondent']);
export const background = z.enum(['danish', 'immigrant', 'descendant', 'refugee', 'other']);
export const placement = z.enum(['lower', 'border', 'higher', 'unplaceable']);
export const scope = z.enum(['quote', 'use', 'none']);
export const answerState = z.enum(['raised', 'asked', 'denied', 'not-asked', 'not-raised']);

export const site = z.object({
  id,
  name: z.string().min(1).max(200),
  kind: z.string().max(80),
  sector: z.enum(['public', 'civil']),
  region: z.string().max(80),
  townSize: z.enum(['big', 'middle', 'small']),
});
export const visit = z.object({
  id,
  siteId: id,
  from: z.iso.date(),
  to: z.iso.date(),
  posterAt: z.iso.date().nullable(),
  approached: z.number().int().min(0),
  refused: z.number().int().min(0),
  note: z.string().max(5000),
});
export const participant = z.object({
  id,
  number: z.number().int().min(1),
  pseudonym: z.string().min(1).max(60),
  age: z.number().int().min(15).max(110).nullable(),
  phase: phase.nullable(),
  gender: gender.nullable(),
  channel: channel.nullable(),
  siteId: id.nullable(),
  background: background.nullable(),
  surveyClass: z.string().max(80).nullable(),
  situation: z.string().max(5000),
});
export const consent = z.object({
  id,
  participantId: id,
  givenAt: z.iso.date(),
  scope,
  withdrawnAt: z.iso.date().nullable(),
});
export const interview = z.object({
  id,
  participantId: id,
  heldAt: z.iso.date(),
  minutes: z.number().int().min(1).max(1000).nullable(),
  place: z.string().max(120),
  interviewer: z.string().max(120),
  language: z.string().max(20),
  giftCard: z.boolean(),
  state: z.enum(['held', 'notes', 'transcribed']),
});
export const judgement = z.object({
  id,
  participantId: id,
  placement,
  rationale: z.string().max(5000),
  judgedBy: z.string().max(120),
  judgedAt: z.string(),
});
export const attribute = z.object({
  id,
  participantId: id,
  name: z.string().min(1).max(80),
  value: z.string().max(500),
  source: z.enum(['self', 'researcher', 'staff', 'register']),
});
export const guideTopic = z.object({
  id,
  focus: z.number().int(),
  focusName: z.string(),
  topic: z.string(),
  question: z.string(),
});
/** Persons by what they said to a topic; who has no mark is in none of them. */
export const answerCounts = z.record(answerState, z.number());
/** A true value of the key file: a participant's name, age or place among the respondents, a site's name. */
export const trueValue = z.discriminatedUnion('table', [
  z.object({ table: z.literal('participants'), id, field: z.enum(['name', 'age', 'respondent']) }),
  z.object({ table: z.literal('sites'), id, field: z.literal('name') }),
]);
/** Words that open a key file. Short ones could be guessed by trying. */
export const newPassphrase = z.string().min(8).max(1000);
const names = z.object({
  names: z.array(z.object({ table: z.string(), id, field: z.string(), value: z.string() })),
});
export const quotaGroup = z.object({
  phase: z.string().optional(),
  complexity: z.string().optional(),
  gender: z.string().optional(),
  channel: z.string().optional(),
});
export const quota = quotaGroup.extend({ target: z.number().int().min(0).max(100000) });

/** A participant as the fieldwork table shows them. */
export const person = participant.extend({
  complexity: placement.nullable(),
  consent: consent.nullable(),
  interview: interview.nullable(),
  sources: z.array(
    z.object({ id, title: z.string(), kind: z.enum(['transcript', 'excerpt']), codings: z.number() }),
  ),
});

const withoutId = { id: id.optional() };

export const fieldwork = {
  read: route
    .route({ method: 'GET', path: '/fieldwork', summary: 'Sites, visits, people and the quota grid' })
    .output(
      z.object({
        sites: z.array(site),
        visits: z.array(visit),
        people: z.array(person),
        guideTopics: z.array(guideTopic.extend({ answers: answerCounts, marked: z.number() })),
        /** How many persons could have been asked: those interviewed or marked whose words may be analysed. */
        guidePersons: z.number(),
        /** Whether there is a key file; `nowhere`: a study in a database has no place beside it for one. */
        key: z.enum(['there', 'missing', 'nowhere']),
        quota: z.object({
          cells: z.array(
            z.object({
              phase: z.string(),
              complexity: z.string(),
              gender: z.string(),
              channel: z.string(),
              target: z.number().nullable(),
              reached: z.number(),
              held: z.number(),
            }),
          ),
          margins: z.array(z.object({ group: quotaGroup, target: z.number(), reached: z.number() })),
        }),
        consent: z.object({
          quotable: z.number(),
          useOnly: z.number(),
          withdrawn: z.number(),
          missing: z.number(),
        }),
      }),
    ),
  person: route
    .route({
      method: 'GET',
      path: '/fieldwork/participants/{id}',
      summary: 'Everything about one participant',
    })
    .input(z.object({ id }))
    .output(
      z.object({
        person,
        attributes: z.array(attribute),
        judgements: z.array(judgement),
        consents: z.array(consent),
        guideAnswers: z.array(z.object({ id, participantId: id, topicId: id, state: answerState })),
      }),
    ),
  saveSite: route
    .route({ method: 'PUT', path: '/fieldwork/sites', summary: 'Add or change a site' })
    .input(site.extend(withoutId))
    .output(changed),
  saveVisit: route
    .route({ method: 'PUT', path: '/fieldwork/visits', summary: 'Add or change a visit to a site' })
    .input(visit.extend(withoutId))
    .output(changed),
  removeSite: route
    .route({ method: 'DELETE', path: '/fieldwork/sites/{id}', summary: 'Remove a site nothing rests on' })
    .input(z.object({ id }))
    .output(changed),
  removeVisit: route
    .route({ method: 'DELETE', path: '/fieldwork/visits/{id}', summary: 'Remove a visit to a site' })
    .input(z.object({ id }))
    .output(changed),
  saveParticipant: route
    .route({ method: 'PUT', path: '/fieldwork/participants', summary: 'Add or change a participant' })
    .input(participant.extend(withoutId).partial({ number: true }))
    .output(changed),
  removeParticipant: route
    .route({
      method: 'DELETE',
      path: '/fieldwork/participants/{id}',
      summary: 'Remove a participant nothing rests on',
    })
    .input(z.object({ id }))
    .output(changed),
  saveAttribute: route
    .route({
      method: 'PUT',
      path: '/fieldwork/attributes',
      summary: "Add or change a participant's attribute",
    })
    .input(attribute.extend(withoutId))
    .output(changed),
  removeAttribute: route
    .route({
      method: 'DELETE',
      path: '/fieldwork/attributes/{id}',
      summary: "Remove a participant's attribute",
    })
    .input(z.object({ id }))
    .output(changed),
  judge: route
    .route({
      method: 'POST',
      path: '/fieldwork/judgements',
      summary: 'Judge the complexity after an interview',
    })
    .input(
      z.object({
        participantId: id,
        placement,
        rationale: z.string().max(5000),
        judgedBy: z.string().max(120),
      }),
    )
    .output(changed),
  saveInterview: route
    .route({ method: 'PUT', path: '/fieldwork/interviews', summary: 'Add or change an interview' })
    .input(interview.extend(withoutId))
    .output(changed),
  removeInterview: route
    .route({ method: 'DELETE', path: '/fieldwork/interviews/{id}', summary: 'Remove an interview' })
    .input(z.object({ id }))
    .output(changed),
  giveConsent: route
    .route({ method: 'POST', path: '/fieldwork/consents', summary: 'Record a signed consent' })
    .input(z.object({ participantId: id, givenAt: z.iso.date(), scope }))
    .output(changed),
  withdrawConsent: route
    .route({
      method: 'POST',
      path: '/fieldwork/consents/{id}/withdraw',
      summary: 'Record that a consent was withdrawn',
    })
    .input(z.object({ id, withdrawnAt: z.iso.date() }))
    .output(changed),
  removeConsent: route
    .route({
      method: 'DELETE',
      path: '/fieldwork/consents/{id}',
      summary: 'Remove a consent recorded by mistake; a withdrawn one stays',
    })
    .input(z.object({ id }))
    .output(changed),
  saveTopic: route
    .route({
      method: 'PUT',
      path: '/fieldwork/guide-topics',
      summary: 'Add or change a topic of the interview guide; the name of its focus area holds for all of it',
    })
    .input(
      z.object({
        id: id.optional(),
        focus: z.number().int().min(1).max(1000),
        focusName: z.string().trim().min(1).max(120),
        topic: z.string().trim().min(1).max(200),
        question: z.string().trim().max(2000),
      }),
    )
    .output(changed),
  removeTopic: route
    .route({
      method: 'DELETE',
      path: '/fieldwork/guide-topics/{id}',
      summary: 'Remove a topic of the guide, with the answers to it when that is said',
    })
    .input(z.object({ id, withAnswers: z.boolean().default(false) }))
    .output(changed),
  answerGuide: route
    .route({
      method: 'PUT',
      path: '/fieldwork/guide-answers',
      summary: 'Say whether a topic was asked, raised or denied',
    })
    .input(z.object({ participantId: id, topicId: id, state: answerState }))
    .output(changed),
  setQuotas: route
    .route({ method: 'PUT', path: '/fieldwork/quotas', summary: 'Set the targets of the quota grid' })
    .input(z.object({ quotas: z.array(quota).max(500) }))
    .output(changed),
  makeKey: route
    .route({
      method: 'POST',
      path: '/fieldwork/key',
      summary: 'Make the key file, empty, and open it: true names apart and encrypted',
    })
    .input(z.object({ passphrase: newPassphrase }))
    .output(names),
  names: route
    .route({
      method: 'POST',
      path: '/fieldwork/names',
      summary:
        'Open the key file and read its true values, for who has the passphrase; it stays open for writing until it is hidden or 15 minutes idle',
    })
    .input(z.object({ passphrase: z.string().max(1000) }))
    .output(names),
  saveName: route
    .route({
      method: 'PUT',
      path: '/fieldwork/names',
      summary: 'Write, change or remove (null) a true value in the opened key file; no operation, no undo',
    })
    .input(z.intersection(trueValue, z.object({ value: z.string().trim().min(1).max(200).nullable() })))
    .output(z.object({ entries: z.number() })),
  hideNames: route
    .route({ method: 'DELETE', path: '/fieldwork/names', summary: 'Close the key file again' })
    .output(z.object({ open: z.literal(false) })),
};
