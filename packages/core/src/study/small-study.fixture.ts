import { QUANTIFIERS } from '../claims/assess.js';
import type { Coding } from '../coding/coding.js';
import type { Participant } from '../fieldwork/participant.js';
import { applyChanges, emptyState, type StudyState } from './state.js';
import type { Row, TableName, Tables } from './tables.js';

/** A study in the making: `add` puts a row in, filling what a case does not care about. */
export class SmallStudy {
  readonly state: StudyState = emptyState();

  constructor() {
    this.add('studies', {
      id: 'study',
      title: 'Small',
      language: 'da',
      createdAt: '2026-01-01T00:00:00Z',
      smallCell: 3,
      quantifiers: [...QUANTIFIERS.da],
      quotas: [],
    });
    this.add('coders', { id: 'A', name: 'A', initials: 'A' });
  }

  add<T extends TableName>(table: T, row: Tables[T]): this {
    applyChanges(this.state, [{ table, id: row.id, before: null, after: row as Row }]);
    return this;
  }

  code(id: string, parentId: string | null = null, name = id): this {
    return this.add('codes', {
      id,
      parentId,
      position: this.state.codes.size,
      name,
      definition: 'x',
      use: '',
      useNot: '',
      example: '',
      origin: 'inductive',
      hue: 0,
      shortName: null,
      status: null,
    });
  }

  /** A person with a signed consent and a transcript of this text, one turn. */
  person(id: string, values: Partial<Participant> & { text?: string } = {}): this {
    const { text = 'Jeg bor her med Karla og går i byen.', ...rest } = values;
    const base = {
      age: 25,
      phase: 'young',
      gender: 'f',
      channel: 'offer',
      siteId: null,
      background: 'danish',
    } as const;
    this.add('participants', {
      id,
      number: this.state.participants.size + 1,
      pseudonym: `P-${id}`,
      surveyClass: null,
      situation: '',
      ...base,
      ...rest,
    });
    this.add('consents', {
      id: `c-${id}`,
      participantId: id,
      givenAt: '2026-01-02',
      scope: 'quote',
      withdrawnAt: null,
    });
    this.add('sources', {
      id: `s-${id}`,
      title: id,
      kind: 'transcript',
      participantId: id,
      language: 'da',
      fileName: `${id}.txt`,
      original: 'hash',
      fromLine: null,
      toLine: null,
      version: 1,
    });
    return this.add('sourceVersions', {
      id: `v-${id}`,
      sourceId: `s-${id}`,
      number: 1,
      text: 'hash',
      length: text.length,
      turns: [{ from: 0, to: text.length, role: 'interviewee', label: 'IP', time: null, line: 1 }],
      marks: [],
      reason: 'import',
    });
  }

  coding(person: string, codeId: string, span: Partial<Coding> = {}): this {
    return this.add('codings', {
      id: `k${this.state.codings.size + 1}`,
      sourceId: `s-${person}`,
      version: 1,
      from: 0,
      to: 5,
      codeId,
      coderId: 'A',
      quoteHash: '',
      createdAt: '2026-01-03T00:00:00Z',
      ...span,
    });
  }

  judged(
    person: string,
    placement: 'lower' | 'border' | 'higher' | 'unplaceable',
    judgedAt = '2026-01-02',
  ): this {
    return this.add('judgements', {
      id: `j${this.state.judgements.size + 1}`,
      participantId: person,
      placement,
      rationale: '',
      judgedBy: 'A',
      judgedAt,
    });
  }
}
