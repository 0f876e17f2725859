// How well proposals by guide topic find what was said of a topic: precision and recall at several thresholds. No guide says which turns
// answer which of its topics, so truth is taken from three sides, each with its own fault (docs/decisions/0012): turns that coders gave
// codes of the topic, in the demo; topics written down as asked, person by person, in the demo; and the sections of a published
// report that its excerpts stand in.
import { codeTree, currentVersion, flatTree, topicTurns, TOPIC_THRESHOLDS } from '@bagom/core';
import { readReport } from '@bagom/formats';
import { openStudy } from '@bagom/store';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const REPORT = join(root, '../shared/study/report.txt');

/** Codes of the demo that speak of a topic of its guide, by the beginnings of their paths. */
const CODES_OF = {
  'En almindelig dag': [
    'Hverdag/Hverdagens rytme',
    'Hverdag/En dag uden indhold',
    'Hverdag/Tilbuddet som ramme',
  ],
  Bolig: ['Hverdag/Bolig og hjemløshed'],
  'Arbejde og uddannelse': ['Arbejde og uddannelse'],
  Økonomi: ['Barrierer/Penge som barriere', 'Tilbud og systemer/Ydelse og krav'],
  'Opvækst og baggrund': ['Livsforløb/Barndom', 'Baggrund'],
  Familie: ['Relationer/Familie som støtte', 'Relationer/Brudt familie'],
  Venner: ['Relationer/Nye bekendtskaber', 'Relationer/Venskaber der forsvandt', 'Ønsker/Nære venner'],
  'Partner og børn': ['Relationer/Partner', 'Hverdag/Børn først'],
  Ensomhed: ['Relationer/Ensomhed'],
  'Andres syn på én': ['Blik og værd'],
  'Vejen til tilbuddet': ['Tilbud og systemer/Vejen ind'],
  'Hvad man laver og får': ['Tilbud og systemer/Hvad tilbuddet giver', 'Hverdag/Tilbuddet som ramme'],
  'Mangler ved tilbud': ['Tilbud og systemer/Tilbuddets grænser', 'Barrierer/Tilbuddet lukker for tidligt'],
  'Kommune og sagsgang': ['Tilbud og systemer/Sagsbehandling', 'Tilbud og systemer/Ydelse og krav'],
  'Forening og fritid': ['Ønsker/Fritid og forening'],
  'Krop og sygdom': ['Helbred/Langvarig fysisk sygdom', 'Hverdag/Træthed og manglende overskud'],
  'Psykisk helbred': ['Helbred/Psykisk lidelse', 'Helbred/Angst og uro'],
  'Alkohol og stoffer': ['Helbred/Rusmidler'],
  'Behandling og hjælp': ['Helbred/Behandling og medicin'],
  'Ønsker til deltagelse': ['Ønsker'],
  'Hvad der står i vejen': ['Barrierer'],
  'Tiden der kommer': ['Livsforløb/Fremtid'],
};
/** Sections of the report that a topic is the theme of. */
const SECTIONS_OF = {
  'En almindelig dag': ['4.1.2'],
  Bolig: ['7.5'],
  Økonomi: ['5.3.3'],
  Familie: ['5.2'],
  Venner: ['5.3.1', '5.3.2'],
  'Partner og børn': ['5.4'],
  Ensomhed: ['5.1'],
  'Andres syn på én': ['4.1.4'],
  'Kommune og sagsgang': ['7.1', '7.3'],
  'Krop og sygdom': ['4.2.1'],
  'Psykisk helbred': ['4.1.1', '4.2.2'],
  'Behandling og hjælp': ['7.4'],
  'Ønsker til deltagelse': ['6.1', '6.2', '6.3'],
};
const GRID = [0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7];
const NEVER = 2;

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'bagom-topics-'));
  try {
    const path = join(folder, 'demo.bagom');
    execFileSync(process.execPath, [join(root, 'packages/cli/bin/bagom.mjs'), 'demo', path], {
      stdio: 'ignore',
    });
    const study = await openStudy(path, { mode: 'read' });
    const { state } = study;
    const topics = [...state.guideTopics.values()];
    const sources = [];
    for (const { id, language, participantId } of state.sources.values()) {
      const version = currentVersion(state, id);
      if (!version || version.turns.every(({ role }) => role !== 'interviewer')) continue;
      sources.push({
        id,
        participantId,
        language,
        turns: version.turns,
        text: await study.text(version.text),
      });
    }
    const tell = (head, measure) => {
      console.log(`\n  ${head}`);
      for (const at of GRID) {
        const asked = measure(topics, sources, state, { asked: at, spoken: NEVER });
        const spoken = measure(topics, sources, state, { asked: NEVER, spoken: at });
        console.log(`  ${at.toFixed(2)}   asked ${shown(asked)}   spoken ${shown(spoken)}`);
      }
      console.log(
        `  as set (${TOPIC_THRESHOLDS.asked}, ${TOPIC_THRESHOLDS.spoken})   ${shown(measure(topics, sources, state, TOPIC_THRESHOLDS))}`,
      );
    };
    tell(`turns coded with the topic's codes, ${sources.length} transcripts of the demo`, codedTurns);
    tell('topics written down as asked or raised, person by person', answeredTopics);
    if (existsSync(REPORT)) {
      const excerpts = excerptsOf(readFileSync(REPORT, 'utf8'));
      tell(
        `excerpts by the section they stand in, ${excerpts.length} of the report`,
        (all, _, __, thresholds) => sectionExcerpts(all, excerpts, thresholds),
      );
    } else console.log('  (the report is not there: ../shared/study/report.txt)');
    await study.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of pairs of what was proposed and what is true, as names: how many of the first are true, and of the second proposed. */
function compared(proposed, truth) {
  const right = [...proposed].filter((one) => truth.has(one)).length;
  return { proposed: proposed.size, truth: truth.size, right };
}
const share = (part, of) => (of === 0 ? '   –' : (part / of).toFixed(2));
const shown = ({ proposed, truth, right }) =>
  `precision ${share(right, proposed)} (${right} of ${proposed})  recall ${share(right, truth)} (of ${truth})`;

function codedTurns(topics, sources, state, thresholds) {
  const paths = new Map(flatTree(codeTree(state)).map(({ path, code }) => [code.id, path]));
  const [proposed, truth] = [new Set(), new Set()];
  for (const topic of topics) {
    const codes = CODES_OF[topic.topic] ?? [];
    const speaks = ({ codeId }) => codes.some((code) => `${paths.get(codeId)}/`.startsWith(`${code}/`));
    const codings = [...state.codings.values()].filter(speaks);
    for (const { source, proposals } of topicTurns(topic, sources, thresholds)) {
      const own = codings.filter(({ sourceId }) => sourceId === source.id);
      for (const [i, turn] of source.turns.entries()) {
        if (turn.role !== 'interviewee') continue;
        const name = `${topic.id} ${source.id} ${i}`;
        if (own.some(({ from, to }) => from < turn.to && to > turn.from)) truth.add(name);
        if (proposals.some(({ from, to }) => from < turn.to && to > turn.from)) proposed.add(name);
      }
    }
  }
  return compared(proposed, truth);
}

function answeredTopics(topics, sources, state, thresholds) {
  const truth = new Set();
  for (const { participantId, topicId, state: answer } of state.guideAnswers.values())
    if (answer === 'asked' || answer === 'raised' || answer === 'denied')
      truth.add(`${topicId} ${participantId}`);
  const known = new Set([...state.guideAnswers.values()].map((row) => `${row.topicId} ${row.participantId}`));
  const proposed = new Set();
  for (const topic of topics)
    for (const { source, proposals } of topicTurns(topic, sources, thresholds)) {
      const name = `${topic.id} ${source.participantId}`;
      if (proposals.length > 0 && known.has(name)) proposed.add(name);
    }
  return compared(proposed, truth);
}

function excerptsOf(text) {
  return readReport(text).excerpts.flatMap(({ section, turns }, i) => {
    let words = '';
    const placed = turns.map(({ speaker, text: said, role }) => {
      const from = words.length;
      words += `${said}\n`;
      return { from, to: from + said.length, role: role ?? speaker, label: null, time: null, line: null };
    });
    return [{ id: i, section, language: 'da', text: words, turns: placed }];
  });
}

function sectionExcerpts(topics, excerpts, thresholds) {
  const [proposed, truth] = [new Set(), new Set()];
  const within = ({ section }, sections) =>
    sections.some((one) => section === one || String(section).startsWith(`${one}.`));
  const all = Object.values(SECTIONS_OF).flat();
  for (const topic of topics) {
    const sections = SECTIONS_OF[topic.topic];
    if (!sections) continue;
    for (const { source, proposals } of topicTurns(topic, excerpts, thresholds)) {
      if (!within(source, all)) continue;
      const name = `${topic.id} ${source.id}`;
      if (within(source, sections)) truth.add(name);
      if (proposals.length > 0) proposed.add(name);
    }
  }
  return compared(proposed, truth);
}
