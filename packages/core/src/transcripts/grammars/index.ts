import { boldNames } from './bold-names.js';
import { boldQuestions } from './bold-questions.js';
import { colonLabels } from './colon-labels.js';
import { dashes } from './dashes.js';
import { initials } from './initials.js';
import { monologue } from './monologue.js';
import { nameLine } from './name-line.js';
import { table } from './table.js';
import { timeFirst } from './time-first.js';
import { voices } from './voices.js';

/** Every way in which a transcript may say who speaks. Of two that explain a text alike the first is proposed. */
export const GRAMMARS = [
  voices,
  table,
  timeFirst,
  initials,
  colonLabels,
  boldNames,
  nameLine,
  boldQuestions,
  dashes,
  monologue,
] as const;

export type GrammarName = (typeof GRAMMARS)[number]['name'];
export const GRAMMAR_NAMES: readonly GrammarName[] = GRAMMARS.map(({ name }) => name);
