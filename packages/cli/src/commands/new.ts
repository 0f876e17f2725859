import { command, EXIT, JSON_OPTION } from '../command.js';
import { refuseNoFolder } from '../files.js';
import { studyLocation, studyTitle } from '../study-location.js';
import { actor } from '../with-study.js';

export const newStudy = command({
  name: 'new',
  operands: [{ name: 'STUDY', required: true }],
  options: { title: { kind: 'text', value: 'TITLE' }, ...JSON_OPTION },
  async run({ operands: [name = ''], options, io, messages, language, json }) {
    const location = studyLocation(name);
    const title = options.title ?? studyTitle(location);
    await refuseNoFolder(location);
    const { createStudy } = await import('@bagom/store');
    const study = await createStudy(location, { title, language, actor: actor() });
    await study.close();
    io.out(json ? JSON.stringify({ study: location, title }) : messages.created(location));
    return EXIT.done;
  },
});
