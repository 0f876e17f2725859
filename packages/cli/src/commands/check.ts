import type { Problem } from '@bagom/store';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { withStudy } from '../with-study.js';

export const check = command({
  name: 'check',
  operands: [{ name: 'STUDY', required: true }],
  options: { ...JSON_OPTION },
  async run({ operands: [name = ''], io, messages, language, json }) {
    const { problems, operations } = await withStudy(name, 'read', async (study) => ({
      problems: await study.verify(),
      operations: await study.operationCount(),
    }));
    const ok = problems.length === 0;
    if (json) io.out(JSON.stringify({ ok, operations, problems }));
    else if (ok) io.out(messages.check.whole(messages.number(operations)));
    else {
      const { errorSentence } = await import('@bagom/contract');
      io.out(messages.check.problems(problems.length));
      for (const { code, ...where } of problems) io.out(`  ${errorSentence(code, flat(where), language)}`);
    }
    return ok ? EXIT.done : EXIT.findings;
  },
});

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** A problem's place and data as the sentences take them. */
function flat({ data, ...where }: Omit<Problem, 'code'>): Record<string, string | number> {
  const values = Object.entries({ ...where, ...data });
  return Object.fromEntries(
    values.map(([key, value]) => [key, typeof value === 'number' ? value : shown(value)]),
  );
}
