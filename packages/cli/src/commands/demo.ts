import { command, EXIT, JSON_OPTION } from '../command.js';
import { studyLocation } from '../study-location.js';

export const demo = command({
  name: 'demo',
  operands: [{ name: 'STUDY', required: true }],
  options: { ...JSON_OPTION },
  async run({ operands: [name = ''], io, messages, json }) {
    const { buildDemo, PASSPHRASE } = await import('../demo/build.js');
    const began = Date.now();
    const { study, key } = await buildDemo(studyLocation(name));
    const seconds = (Date.now() - began) / 1000;
    if (json) io.out(JSON.stringify({ study, key, passphrase: key === null ? null : PASSPHRASE, seconds }));
    else {
      io.out(messages.demo.made(study, messages.number(seconds, 1)));
      if (key !== null) io.out(messages.demo.key(key, PASSPHRASE));
      io.out(messages.demo.open(study));
    }
    return EXIT.done;
  },
});
