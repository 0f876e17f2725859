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
      const { problemSentence } = await import('@bagom/contract');
      io.out(messages.check.problems(problems.length));
      for (const problem of problems) io.out(`  ${problemSentence(problem, language)}`);
    }
    return ok ? EXIT.done : EXIT.findings;
  },
});
