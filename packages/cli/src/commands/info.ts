import { studyInfo, type StudyInfo } from '@bagom/core';
import { command, EXIT, JSON_OPTION } from '../command.js';
import type { Messages } from '../language.js';
import { leftOutField, SIGHT_OPTIONS, sightOf } from '../sight.js';
import { table } from '../table.js';
import { withStudy } from '../with-study.js';

export const info = command({
  name: 'info',
  operands: [{ name: 'STUDY', required: true }],
  options: { ...SIGHT_OPTIONS, ...JSON_OPTION },
  async run({ operands: [name = ''], options, io, messages, json }) {
    const { counted, sight } = await withStudy(name, 'read', async (study) => {
      const sight = sightOf(study.state, options, { io, messages });
      return { counted: studyInfo(sight.seen, await study.operationCount()), sight };
    });
    io.out(json ? JSON.stringify({ ...counted, ...leftOutField(sight) }) : sentences(counted, messages));
    return EXIT.done;
  },
});

function sentences(counted: StudyInfo, { info, number, percent, words }: Messages): string {
  const { classes, participants } = counted;
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([word, n]) => `${words[word] ?? word} ${number(n)}`)
      .join(', ');
  const groups = [participants.byPhase, participants.byGender, participants.byChannel]
    .map(list)
    .filter(Boolean);
  const shares = classes.map(({ name, share }) => `${name} ${percent(share)}`).join(', ');
  const row = (what: keyof typeof info, n: number, more = '') => [info[what], number(n), more];
  const rows = [
    row('respondents', counted.respondents),
    row('classes', classes.length, shares || info.noClasses),
    row('sites', counted.sites),
    row('participants', participants.total, groups[0] ?? ''),
    ...groups.slice(1).map((group) => ['', '', group]),
    row('interviews', counted.interviews, list(participants.byComplexity)),
    row('transcripts', counted.transcripts),
    row('excerpts', counted.excerpts),
    row('mentions', counted.mentions),
    row('codes', counted.codes),
    row('codings', counted.codings),
    row('memos', counted.memos),
    row('claims', counted.claims),
    row('operations', counted.operations),
  ];
  return `${counted.title}\n\n${table(rows, [1])}`;
}
