import type { Questionnaire, QuestionnaireNote, QuestionnaireVariable } from '@bagom/core';
import { MOST_QUESTIONS, type Refuse } from './damage.js';

/** Notes kept of one file: a file of nothing but faults must not fill the memory with them. */
const MOST_NOTES = 5000;

/** Gathers a questionnaire's variables and notes while its file is read: no two of one name, and not more than any survey has. */
export class FoundVariables {
  readonly #variables = new Map<string, QuestionnaireVariable>();
  readonly #notes: QuestionnaireNote[] = [];
  readonly #refuse: Refuse;

  constructor(refuse: Refuse) {
    this.#refuse = refuse;
  }

  add(variable: QuestionnaireVariable): void {
    if (variable.name === '') return this.note('question-without-code', variable.label);
    if (this.#variables.has(variable.name)) throw this.#refuse('duplicate-variable', variable.name);
    if (this.#variables.size >= MOST_QUESTIONS) throw this.#refuse('too-many-variables', MOST_QUESTIONS);
    this.#variables.set(variable.name, variable);
  }

  note(kind: string, text: string, line: number | null = null): void {
    if (this.#notes.length < MOST_NOTES) this.#notes.push({ line, kind, text });
  }

  questionnaire(about: Omit<Questionnaire, 'variables' | 'missing' | 'notes'>): Questionnaire {
    if (this.#variables.size === 0) throw this.#refuse('no-questions');
    return { ...about, variables: [...this.#variables.values()], missing: [], notes: this.#notes };
  }
}
