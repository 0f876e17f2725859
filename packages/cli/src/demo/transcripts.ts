import { currentVersion, update } from '@bagom/core';
import { importFile } from '@bagom/server';
import { change, type Demo } from './demo.js';
import { readInterviews } from './interviews.js';
import { readPeople } from './participants.js';
import { materialBytes } from './tsv.js';

/** The transcripts, read as any researcher's files and tied to the people whose they are. */
export async function importTranscripts(demo: Demo): Promise<void> {
  const languages = new Map((await readInterviews()).map(({ number, language }) => [number, language]));
  for (const { number, pseudonym, state } of await readPeople()) {
    if (state !== 'coded') continue;
    const participantId = demo.participants.get(Number(number)) ?? '';
    const name = `${number.padStart(2, '0')}-${pseudonym.toLowerCase()}`;
    const fileName = `${name}.txt`;
    const bytes = await materialBytes(`transcripts/${fileName}`);
    const { id } = await importFile(demo.study, bytes, { fileName, as: 'transcript', participantId });
    const version = id === null ? undefined : currentVersion(demo.study.state, id);
    if (id === null || !version) continue;
    const text = await demo.study.text(version.text);
    demo.sources.set(Number(number), {
      id,
      name,
      version: version.number,
      text,
      turns: version.turns,
      participantId,
    });
    const language = languages.get(number);
    if (language && language !== demo.study.state.sources.get(id)?.language)
      await change(demo, 'source.change', pseudonym, [update('sources', id, { language })]);
  }
}
