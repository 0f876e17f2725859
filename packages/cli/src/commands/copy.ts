import { BagomError } from '@bagom/core';
import { existsSync } from 'node:fs';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { keyLocation, studyLocation } from '../study-location.js';
import { withStudy } from '../with-study.js';

export const copy = command({
  name: 'copy',
  operands: [
    { name: 'STUDY', required: true },
    { name: 'TO', required: true },
  ],
  options: { 'with-key': { kind: 'flag' }, 'without-media': { kind: 'flag' }, ...JSON_OPTION },
  async run({ operands: [name = '', to = ''], options, io, messages, json }) {
    const key = options['with-key'] ? keyLocation(studyLocation(name)) : null;
    if (options['with-key'] && (key === null || !existsSync(key)))
      throw new BagomError('key.not-found', { location: key ?? studyLocation(name) });
    const { copyStudy } = await import('@bagom/store');
    const report = await withStudy(name, 'read', (study) =>
      copyStudy(study, to, {
        withoutMedia: options['without-media'],
        ...(key === null ? {} : { key }),
      }),
    );
    const { copied, number } = messages;
    if (json) io.out(JSON.stringify(report));
    else {
      io.out(copied.done(report.location, number(Math.ceil(report.bytes / 1024)), number(report.originals)));
      if (report.missing.length > 0) io.out(copied.missing(report.missing.join(', ')));
      io.out(report.key ? copied.withKey : copied.withoutKey);
    }
    return report.missing.length > 0 ? EXIT.findings : EXIT.done;
  },
});
