import { sql, type Kysely } from 'kysely';
import { makeTables, type Dialect, type TableSpecs } from './make-tables.js';

export const number = 1;

/** The tables as they were in version 1. Once released, never edited: a later change is the next migration. */
const TABLES_1: TableSpecs = {
  studies:
    'id text, title text, language text, createdAt text, smallCell integer, quantifiers text, quotas text',
  waves: 'id text, name text, year integer?, respondents integer, fileName text, original text',
  variables:
    'id text, waveId text > waves, position integer, name text, label text, kind text, measure text, labels text, userMissing text, role text, column text',
  classModels:
    'id text, waveId text > waves, name text, indicators text, classes integer, weightId text? > variables, missing text, seed integer, starts integer, chosen integer, classNames text, fit text, posteriors text',
  sites: 'id text, name text, kind text, sector text, region text, townSize text',
  visits:
    'id text, siteId text > sites, from text, to text, posterAt text?, approached integer, refused integer, note text',
  participants:
    'id text, number integer, pseudonym text, age integer?, phase text?, gender text?, channel text?, siteId text? > sites, background text?, surveyClass text?, situation text',
  attributes: 'id text, participantId text > participants, name text, value text, source text',
  judgements:
    'id text, participantId text > participants, placement text, rationale text, judgedBy text, judgedAt text',
  consents: 'id text, participantId text > participants, givenAt text, scope text, withdrawnAt text?',
  interviews:
    'id text, participantId text > participants, heldAt text, minutes integer?, place text, interviewer text, language text, giftCard integer, state text',
  guideTopics: 'id text, focus integer, focusName text, topic text, question text',
  guideAnswers: 'id text, participantId text > participants, topicId text > guideTopics, state text',
  sources:
    'id text, title text, kind text, participantId text? > participants, language text, fileName text, original text, fromLine integer?, toLine integer?, version integer',
  sourceVersions:
    'id text, sourceId text > sources, number integer, text text, length integer, turns text, marks text, reason text',
  entities: 'id text, kind text, replacement text, note text',
  mentions:
    'id text, sourceId text > sources, version integer, from integer, to integer, entityId text? > entities, kind text, decision text, reason text',
  coders: 'id text, name text, initials text',
  codes:
    'id text, parentId text? > codes, position integer, name text, definition text, use text, useNot text, example text, origin text, hue integer',
  codings:
    'id text, sourceId text > sources, version integer, from integer, to integer, codeId text > codes, coderId text > coders, quoteHash text, createdAt text',
  memos: 'id text, title text, body text, about text, aboutId text, coderId text? > coders, createdAt text',
  wishes:
    'id text, participantId text > participants, need text, arena text, status text, elicitation text, sourceId text? > sources, from integer?, to integer?',
  barriers:
    'id text, participantId text > participants, barrier text, locus text, sourceId text? > sources, from integer?, to integer?',
  chapters: 'id text, parentId text? > chapters, position integer, title text',
  claims:
    'id text, number integer, statement text, quantifier text, group text, codes text, chapterId text? > chapters, surveyFigure text',
  evidence: 'id text, claimId text > claims, codingId text > codings, stance text, note text',
  references:
    'id text, authors text, year integer, title text, about text, targetGroup text, intervention text',
  claimReferences: 'id text, claimId text > claims, referenceId text > references, relation text',
  blocks:
    'id text, chapterId text > chapters, position integer, kind text, text text, sourceId text? > sources, from integer?, to integer?, claimId text? > claims, matrix text?',
};

export async function up(database: Kysely<never>, dialect: Dialect): Promise<void> {
  const integer = dialect === 'sqlite' ? sql`integer` : sql`bigint`;
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`;
  const end = dialect === 'sqlite' ? sql`strict` : sql``;
  await database.schema
    .createTable('meta')
    .addColumn('key', 'text', (column) => column.notNull().primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .modifyEnd(end)
    .execute();
  await database.schema
    .createTable('blobs')
    .addColumn('hash', 'text', (column) => column.notNull().primaryKey())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .modifyEnd(end)
    .execute();
  let operations = database.schema
    .createTable('operations')
    .addColumn('seq', integer, (column) => column.notNull().primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('sense', integer, (column) => column.notNull());
  for (const name of ['at', 'actor', 'kind', 'subject', 'root', 'changes', 'previous', 'hash']) {
    operations = operations.addColumn(name, 'text', (column) => column.notNull());
  }
  await operations.modifyEnd(end).execute();
  await database.schema.createIndex('operations_root').on('operations').columns(['root', 'seq']).execute();
  await makeTables(database, dialect, TABLES_1);
}
