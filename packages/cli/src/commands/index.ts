import type { Command } from '../command.js';

/** Every command by name. Each is loaded when it is called: `bagom --help` loads none. */
export const COMMANDS = {
  start: async (): Promise<Command> => (await import('./start.js')).start,
  new: async (): Promise<Command> => (await import('./new.js')).newStudy,
  demo: async (): Promise<Command> => (await import('./demo.js')).demo,
  info: async (): Promise<Command> => (await import('./info.js')).info,
  check: async (): Promise<Command> => (await import('./check.js')).check,
  copy: async (): Promise<Command> => (await import('./copy.js')).copy,
  merge: async (): Promise<Command> => (await import('./merge.js')).merge,
  conflicts: async (): Promise<Command> => (await import('./conflicts.js')).conflicts,
  import: async (): Promise<Command> => (await import('./import.js')).importFiles,
  survey: async (): Promise<Command> => (await import('./survey.js')).survey,
  classes: async (): Promise<Command> => (await import('./classes.js')).classes,
  score: async (): Promise<Command> => (await import('./score.js')).score,
  codes: async (): Promise<Command> => (await import('./codes.js')).codes,
  matrix: async (): Promise<Command> => (await import('./matrix.js')).matrixCommand,
  agreement: async (): Promise<Command> => (await import('./agreement.js')).agreementCommand,
  retrieve: async (): Promise<Command> => (await import('./retrieve.js')).retrieveCommand,
  report: async (): Promise<Command> => (await import('./report.js')).report,
  audit: async (): Promise<Command> => (await import('./audit.js')).audit,
} as const;

export type CommandName = keyof typeof COMMANDS;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
