import type { Claim, ClaimReference, Evidence, Reference } from '../claims/claim.js';
import type { ClassAnalysis } from '../classes/class-analysis.js';
import type { ClassModel } from '../classes/class-model.js';
import type {
  Bookmark,
  Code,
  CodeEvent,
  Coder,
  Coding,
  Example,
  Memo,
  MemoLink,
  MemoSubject,
} from '../coding/coding.js';
import type { DoubleCoding, Resolution } from '../coding/double-coding.js';
import type { Barrier, Wish } from '../comparison/wish.js';
import type { MergeConflict } from '../history/merge-conflict.js';
import type { MergedCopy } from '../history/merged-copy.js';
import type { Invitation } from '../fieldwork/invitation.js';
import type { Consent, GuideAnswer, GuideTopic, Interview, Judgement } from '../fieldwork/interview.js';
import type { Attribute, Participant } from '../fieldwork/participant.js';
import type { Site, Visit } from '../fieldwork/site.js';
import type { Entity, Mention } from '../masking/masking.js';
import type { Block, Chapter } from '../report/chapter.js';
import type { Variable, Wave } from '../survey/survey.js';
import type { LostSpan, Recording, Source, SourceVersion } from '../transcripts/source.js';
import type { Study } from './study.js';

/** A study is these tables. Every row has a text `id`; a row is changed only by an operation. */
export interface Tables {
  studies: Study;
  waves: Wave;
  variables: Variable;
  classModels: ClassModel;
  classAnalyses: ClassAnalysis;
  invitations: Invitation;
  sites: Site;
  visits: Visit;
  participants: Participant;
  attributes: Attribute;
  judgements: Judgement;
  consents: Consent;
  interviews: Interview;
  guideTopics: GuideTopic;
  guideAnswers: GuideAnswer;
  sources: Source;
  sourceVersions: SourceVersion;
  recordings: Recording;
  lostSpans: LostSpan;
  entities: Entity;
  mentions: Mention;
  coders: Coder;
  codes: Code;
  codeEvents: CodeEvent;
  codings: Coding;
  examples: Example;
  memos: Memo;
  memoLinks: MemoLink;
  bookmarks: Bookmark;
  doubleCodings: DoubleCoding;
  resolutions: Resolution;
  wishes: Wish;
  barriers: Barrier;
  claims: Claim;
  evidence: Evidence;
  references: Reference;
  claimReferences: ClaimReference;
  chapters: Chapter;
  blocks: Block;
  mergeConflicts: MergeConflict;
  mergedCopies: MergedCopy;
}

export type TableName = keyof Tables;
export type Row = Tables[TableName];

/** How a column is kept: the same on every database. Booleans are 0 and 1, JSON is text. */
export type ColumnType = 'text' | 'integer' | 'real' | 'boolean' | 'json';
export interface Column {
  type: ColumnType;
  nullable?: true;
  /** The table this column points into; a row that is pointed to cannot be removed. */
  to?: TableName;
}

const text: Column = { type: 'text' };
const optionalText: Column = { type: 'text', nullable: true };
const integer: Column = { type: 'integer' };
const optionalInteger: Column = { type: 'integer', nullable: true };
const real: Column = { type: 'real' };
const optionalReal: Column = { type: 'real', nullable: true };
const json: Column = { type: 'json' };
const optionalJson: Column = { type: 'json', nullable: true };
const boolean: Column = { type: 'boolean' };
const to = (table: TableName): Column => ({ type: 'text', to: table });
const optionalTo = (table: TableName): Column => ({ type: 'text', nullable: true, to: table });

/**
 * The columns of every table, in order; tables come after those they point into. A column that joins a table which studies
 * have already must be nullable: in rows made before it, it is null.
 */
export const TABLES: { [T in TableName]: { [C in keyof Tables[T]]: Column } } = {
  studies: {
    id: text,
    title: text,
    language: text,
    createdAt: text,
    smallCell: integer,
    quantifiers: json,
    quotas: json,
  },
  waves: {
    id: text,
    name: text,
    year: optionalInteger,
    respondents: integer,
    fileName: text,
    original: text,
    questionnaireFile: optionalText,
    questionnaire: optionalText,
    design: optionalJson,
  },
  variables: {
    id: text,
    waveId: to('waves'),
    position: integer,
    name: text,
    label: text,
    kind: text,
    measure: text,
    labels: json,
    userMissing: json,
    role: text,
    column: text,
    recipe: optionalJson,
  },
  classModels: {
    id: text,
    waveId: to('waves'),
    name: text,
    indicators: json,
    classes: integer,
    weightId: optionalTo('variables'),
    missing: text,
    seed: integer,
    starts: integer,
    chosen: boolean,
    classNames: json,
    fit: json,
    posteriors: text,
    settings: optionalJson,
    reason: optionalText,
  },
  classAnalyses: {
    id: text,
    modelId: to('classModels'),
    kind: text,
    options: json,
    result: json,
    createdAt: text,
  },
  invitations: {
    id: text,
    waveId: to('waves'),
    modelId: to('classModels'),
    row: integer,
    className: text,
    certainty: real,
    quota: json,
    state: text,
    note: text,
    changedAt: text,
  },
  sites: { id: text, name: text, kind: text, sector: text, region: text, townSize: text },
  visits: {
    id: text,
    siteId: to('sites'),
    from: text,
    to: text,
    posterAt: optionalText,
    approached: integer,
    refused: integer,
    note: text,
  },
  participants: {
    id: text,
    number: integer,
    pseudonym: text,
    age: optionalInteger,
    phase: optionalText,
    gender: optionalText,
    channel: optionalText,
    siteId: optionalTo('sites'),
    background: optionalText,
    surveyClass: optionalText,
    situation: text,
  },
  attributes: { id: text, participantId: to('participants'), name: text, value: text, source: text },
  judgements: {
    id: text,
    participantId: to('participants'),
    placement: text,
    rationale: text,
    judgedBy: text,
    judgedAt: text,
  },
  consents: {
    id: text,
    participantId: to('participants'),
    givenAt: text,
    scope: text,
    withdrawnAt: optionalText,
  },
  interviews: {
    id: text,
    participantId: to('participants'),
    heldAt: text,
    minutes: optionalInteger,
    place: text,
    interviewer: text,
    language: text,
    giftCard: boolean,
    state: text,
  },
  guideTopics: { id: text, focus: integer, focusName: text, topic: text, question: text },
  guideAnswers: { id: text, participantId: to('participants'), topicId: to('guideTopics'), state: text },
  sources: {
    id: text,
    title: text,
    kind: text,
    participantId: optionalTo('participants'),
    language: text,
    fileName: text,
    original: text,
    fromLine: optionalInteger,
    toLine: optionalInteger,
    version: integer,
  },
  sourceVersions: {
    id: text,
    sourceId: to('sources'),
    number: integer,
    text,
    length: integer,
    turns: json,
    marks: json,
    reason: text,
  },
  recordings: {
    id: text,
    sourceId: to('sources'),
    fileName: text,
    original: text,
    mime: text,
    seconds: optionalReal,
    peaks: text,
    start: optionalReal,
  },
  lostSpans: {
    id: text,
    sourceId: to('sources'),
    fromVersion: integer,
    toVersion: integer,
    table: text,
    rowId: text,
    row: json,
    quote: text,
    state: text,
    at: text,
  },
  entities: { id: text, kind: text, replacement: text, note: text },
  mentions: {
    id: text,
    sourceId: to('sources'),
    version: integer,
    from: integer,
    to: integer,
    entityId: optionalTo('entities'),
    kind: text,
    decision: text,
    reason: text,
  },
  coders: { id: text, name: text, initials: text },
  codes: {
    id: text,
    parentId: optionalTo('codes'),
    position: integer,
    name: text,
    definition: text,
    use: text,
    useNot: text,
    example: text,
    origin: text,
    hue: integer,
    shortName: optionalText,
    status: optionalText,
  },
  codeEvents: { id: text, codeId: text, kind: text, detail: json, note: text, by: text, at: text },
  codings: {
    id: text,
    sourceId: to('sources'),
    version: integer,
    from: integer,
    to: integer,
    codeId: to('codes'),
    coderId: to('coders'),
    quoteHash: text,
    createdAt: text,
  },
  examples: {
    id: text,
    codeId: to('codes'),
    sourceId: to('sources'),
    version: integer,
    from: integer,
    to: integer,
    quoteHash: text,
    chosenHash: text,
    coderId: optionalTo('coders'),
  },
  memos: {
    id: text,
    title: text,
    body: text,
    about: text,
    aboutId: text,
    coderId: optionalTo('coders'),
    createdAt: text,
    version: optionalInteger,
    from: optionalInteger,
    to: optionalInteger,
    quoteHash: optionalText,
  },
  memoLinks: { id: text, memoId: to('memos'), about: text, aboutId: text },
  bookmarks: {
    id: text,
    sourceId: to('sources'),
    version: integer,
    from: integer,
    to: integer,
    name: text,
    coderId: optionalTo('coders'),
  },
  doubleCodings: {
    id: text,
    name: text,
    seed: integer,
    sourceIds: json,
    coderIds: json,
    codeIds: json,
    blind: boolean,
    createdAt: text,
    doneCoderIds: optionalJson,
  },
  resolutions: {
    id: text,
    doubleCodingId: to('doubleCodings'),
    sourceId: to('sources'),
    version: integer,
    from: integer,
    to: integer,
    codeId: to('codes'),
    decision: text,
    reason: text,
    by: text,
    at: text,
    spans: optionalJson,
  },
  wishes: {
    id: text,
    participantId: to('participants'),
    need: text,
    arena: text,
    status: text,
    elicitation: text,
    sourceId: optionalTo('sources'),
    from: optionalInteger,
    to: optionalInteger,
  },
  barriers: {
    id: text,
    participantId: to('participants'),
    barrier: text,
    locus: text,
    sourceId: optionalTo('sources'),
    from: optionalInteger,
    to: optionalInteger,
  },
  chapters: { id: text, parentId: optionalTo('chapters'), position: integer, title: text },
  claims: {
    id: text,
    number: integer,
    statement: text,
    quantifier: text,
    group: json,
    codes: json,
    chapterId: optionalTo('chapters'),
    surveyFigure: text,
  },
  evidence: { id: text, claimId: to('claims'), codingId: to('codings'), stance: text, note: text },
  references: {
    id: text,
    authors: text,
    year: integer,
    title: text,
    about: text,
    targetGroup: text,
    intervention: text,
  },
  claimReferences: { id: text, claimId: to('claims'), referenceId: to('references'), relation: text },
  blocks: {
    id: text,
    chapterId: to('chapters'),
    position: integer,
    kind: text,
    text,
    sourceId: optionalTo('sources'),
    from: optionalInteger,
    to: optionalInteger,
    claimId: optionalTo('claims'),
    matrix: optionalJson,
  },
  mergeConflicts: {
    id: text,
    table: text,
    rowId: text,
    column: text,
    ours: optionalJson,
    theirs: optionalJson,
    by: text,
    at: text,
    state: text,
  },
  mergedCopies: { id: text, name: text, operations: json },
};

/** The table that a memo's subject is in. */
export const MEMO_TABLES: Readonly<Record<MemoSubject, TableName>> = {
  study: 'studies',
  source: 'sources',
  code: 'codes',
  coding: 'codings',
  participant: 'participants',
  claim: 'claims',
  memo: 'memos',
  site: 'sites',
  interview: 'interviews',
  wish: 'wishes',
};

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
