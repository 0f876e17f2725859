import type { Sentences } from './sentences.js';

/** The study as a whole: its file, rows, history, merging, key file; and the command line. */
export const study: Sentences = {
  'study.not-found': {
    da: 'der er ingen undersøgelse i {location}; opret den med »bagom new« eller se efter, om stien er rigtig',
    en: 'there is no study at {location}; create it with "bagom new" or check the path',
  },
  'study.exists': {
    da: 'der findes allerede noget i {location}, og det bliver ikke overskrevet; vælg et andet navn',
    en: 'something is already at {location} and it is not overwritten; choose another name',
  },
  'study.not-a-study': {
    da: '{location} er ikke en Bagom-undersøgelse, eller filen er beskadiget; intet er ændret. Find den rigtige fil eller hent en sikkerhedskopi frem',
    en: '{location} is no Bagom study, or the file is damaged; nothing was changed. Find the right file or take a backup',
  },
  'study.newer-version': {
    da: '{location} er gemt af en nyere udgave af Bagom (format {version}; denne kender {known}); opdatér Bagom og åbn den igen',
    en: '{location} was saved by a newer Bagom (format {version}; this one knows {known}); update Bagom and open it again',
  },
  'study.locked': {
    da: 'undersøgelsen er åben i et andet program (proces {pid} på {host} siden {since}); luk det, og prøv igen. Intet er ændret',
    en: 'the study is open in another program (process {pid} on {host} since {since}); close it and try again. Nothing was changed',
  },
  'study.read-only': {
    da: 'undersøgelsen er åbnet til læsning; åbn den til skrivning for at ændre den',
    en: 'the study was opened for reading; open it for writing to change it',
  },
  'database.unreachable': {
    da: 'databasen på {location} svarer ikke: {reason}. Se efter, om serveren kører, og om adressen er rigtig',
    en: 'the database at {location} does not answer: {reason}. Check that the server runs and that the address is right',
  },
  'copy.exists': {
    da: '{file} findes allerede, og intet overskrives; vælg et andet navn til kopien',
    en: '{file} is there already, and nothing is overwritten; choose another name for the copy',
  },
  'copy.no-place': {
    da: '{file} siger ikke, hvor kopien skal ligge; skriv hele stien, fx /home/ida/undersøgelse-kopi.bagom eller C:\\Undersøgelser\\kopi.bagom',
    en: '{file} does not say where the copy is to lie; write the whole path, as /home/ida/study-copy.bagom or C:\\Studies\\copy.bagom',
  },
  'merge.other-study': {
    da: '{file} er en anden undersøgelse: de to historikker begynder ikke med samme ændring. Kun kopier af den samme undersøgelse kan flettes',
    en: '{file} is another study: the two histories do not begin with the same operation. Only copies of one study can be merged',
  },
  'merge.damaged': {
    da: '{file} hænger ikke sammen og er ikke flettet; intet er ændret. Kør »bagom check« på kopien, og bed om en ny',
    en: '{file} is not whole and was not merged; nothing was changed. Run "bagom check" on the copy, and ask for a new one',
  },
  'merge.taken-back': {
    da: 'en tidligere fletning med {file} er fortrudt her, og det nye i kopien bygger på den. Gentag fletningen under Historik først',
    en: 'an earlier merge of {file} was undone here, and what is new in the copy rests on it. Do that merge again under History first',
  },
  'merge.no-third': {
    da: 'her kan kun den ene eller den anden vælges; en tredje kan kun skrives, hvor det er tekst',
    en: 'only one or the other can be chosen here; a third can be written only where it is text',
  },
  'merge.no-both': {
    da: 'begge kan kun beholdes, hvor en transskription er rettet i begge kopier; vælg den ene her',
    en: 'both can be kept only where a transcript was corrected in both copies; choose one of them here',
  },
  'merge.no-conflict': {
    da: 'der er ingen uenighed nr. {number}; »bagom conflicts STUDY« viser dem alle med nummer',
    en: 'there is no conflict no. {number}; "bagom conflicts STUDY" shows all of them by number',
  },
  'merge.not-missing': {
    da: '{file} er ikke en af de filer, der mangler; den skal være den samme fil, byte for byte. Find filen i kopiens .media-mappe',
    en: '{file} is none of the files that are missing; it must be the same file, byte for byte. Look in the .media folder of the copy',
  },
  'row.missing': {
    da: 'det, du vil ændre, findes ikke længere ({table} {id}); genindlæs siden',
    en: 'what you want to change is no longer there ({table} {id}); reload the page',
  },
  'row.exists': {
    da: 'der findes allerede en række med dette id ({table} {id})',
    en: 'a row with this id is already there ({table} {id})',
  },
  'row.in-use': {
    da: 'det kan ikke slettes, fordi noget andet bygger på det ({by}); fjern det først',
    en: 'it cannot be removed because something else rests on it ({by}); remove that first',
  },
  'history.changed-since': {
    da: '»{subject}« kan ikke fortrydes alene: {by} har siden ændret noget, den bygger på (»{later}«, ændring {seq}). Fortryd det først',
    en: '"{subject}" cannot be undone alone: {by} has since changed what it rests on ("{later}", change {seq}). Undo that first',
  },
  'history.chain-broken': {
    da: 'undersøgelsens historik er brudt ved ændring {seq}; hent en sikkerhedskopi frem og kør »bagom check«',
    en: 'the study\'s history is broken at operation {seq}; take a backup and run "bagom check"',
  },
  'blob.missing': {
    da: 'en del af undersøgelsens indhold mangler ({hash}); hent en sikkerhedskopi frem',
    en: "part of the study's content is missing ({hash}); take a backup",
  },
  'key.wrong-passphrase': {
    da: 'adgangssætningen passer ikke til nøglefilen {location}; prøv igen',
    en: 'the passphrase does not fit the key file {location}; try again',
  },
  'key.damaged': {
    da: 'nøglefilen {location} er beskadiget eller ingen nøglefil; hent en sikkerhedskopi frem',
    en: 'the key file {location} is damaged or no key file; take a backup',
  },
  'key.not-found': {
    da: 'der er ingen nøglefil i {location}; uden den kan de rigtige navne ikke vises',
    en: 'there is no key file at {location}; without it the true names cannot be shown',
  },
  'json.no-transcript': {
    da: 'der er ingen udskrift i {file}: JSON læses fra Whisper (segments, transcription eller chunks) og oTranscribe',
    en: 'there is no transcript in {file}: JSON is read from Whisper (segments, transcription or chunks) and oTranscribe',
  },
  'age.outside-phase': {
    da: 'alderen {age} ligger ikke i livsfasen {phase}; en ændret alder må ikke flytte personen til en anden fase',
    en: 'the age {age} is not in the life phase {phase}; a shifted age must not move the person to another phase',
  },
  'input.invalid': {
    da: 'det sendte kunne ikke forstås: {reason}',
    en: 'what was sent could not be understood: {reason}',
  },
  'job.missing': { da: 'opgaven findes ikke længere', en: 'the job is no longer there' },
  'study.older-version': {
    da: '{location} er gemt af en ældre udgave af Bagom (format {version}; denne kender {known}); åbn den én gang til skrivning, så den føres op',
    en: '{location} was saved by an older Bagom (format {version}; this one knows {known}); open it once for writing to bring it up',
  },
  'blob.damaged': {
    da: 'en del af undersøgelsens indhold er ikke, som da den blev gemt ({hash}); hent en sikkerhedskopi frem',
    en: "part of the study's content is not as it was saved ({hash}); take a backup",
  },
  'key.exists': {
    da: 'der findes allerede en nøglefil i {location}, og den bliver ikke overskrevet; flyt den eller vælg et andet navn',
    en: 'a key file is already at {location} and it is not overwritten; move it or choose another name',
  },
  'key.newer-version': {
    da: 'nøglefilen {location} er gemt af en nyere udgave af Bagom (format {version}; denne kender {known}); opdatér Bagom',
    en: 'the key file {location} was saved by a newer Bagom (format {version}; this one knows {known}); update Bagom',
  },
  'key.closed': {
    da: 'nøglefilen er lukket igen, som den bliver efter 15 minutter uden brug; vis de rigtige navne med adgangssætningen, og prøv igen',
    en: 'the key file is closed again, as it is after 15 minutes without use; show the true names with the passphrase and try again',
  },
  'key.nowhere': {
    da: 'undersøgelsen ligger i en database, hvor der ikke er plads til en nøglefil ved siden af; de rigtige navne må ligge et andet sted',
    en: 'the study is in a database, where there is no place for a key file beside it; the true names must be kept elsewhere',
  },
  'key.no-passphrase': {
    da: 'nøglefilen {location} skal have en adgangssætning; skriv en',
    en: 'the key file {location} needs a passphrase; type one',
  },
  'key.changed-since': {
    da: 'nøglefilen {location} er ændret af et andet program siden; åbn den igen',
    en: 'the key file {location} was changed by another program since; open it again',
  },
  'row.bad-value': {
    da: 'værdien af {column} i {table} kan ikke gemmes; ret den og prøv igen',
    en: 'the value of {column} in {table} cannot be saved; mend it and try again',
  },
  'usage.unknown-command': {
    da: '»{command}« er ingen kommando; se dem alle med »bagom --help«',
    en: '"{command}" is no command; see them all with "bagom --help"',
  },
  'usage.unknown-command-near': {
    da: '»{command}« er ingen kommando; mente du »{closest}«?',
    en: '"{command}" is no command; did you mean "{closest}"?',
  },
  'usage.unknown-option': {
    da: 'valget {option} kendes ikke; se valgene med --help',
    en: 'the option {option} is not known; see the options with --help',
  },
  'usage.unknown-option-near': {
    da: 'valget {option} kendes ikke; mente du {closest}?',
    en: 'the option {option} is not known; did you mean {closest}?',
  },
  'usage.missing-argument': {
    da: '{argument} mangler; se brugen med --help',
    en: '{argument} is missing; see the usage with --help',
  },
  'usage.too-many-arguments': {
    da: '»{argument}« er for meget på linjen; se brugen med --help',
    en: '"{argument}" is too much on the line; see the usage with --help',
  },
  'usage.missing-value': {
    da: '{option} mangler sin værdi: {option} {value}',
    en: '{option} lacks its value: {option} {value}',
  },
  'usage.missing-option': {
    da: '{option} mangler; se brugen med --help',
    en: '{option} is missing; see the usage with --help',
  },
  'usage.no-value': {
    da: '{option} tager ingen værdi',
    en: '{option} takes no value',
  },
  'usage.bad-value': {
    da: '{option} kan ikke være »{given}«; det kan være: {allowed}',
    en: '{option} cannot be "{given}"; it can be: {allowed}',
  },
  'usage.not-both': {
    da: '{option} og {other} kan ikke bruges sammen; vælg den ene',
    en: '{option} and {other} cannot be used together; choose one',
  },
  'usage.unknown-code': {
    da: 'der er ingen kode på stien »{path}«; se stierne med »bagom matrix STUDY --json«',
    en: 'there is no code at the path "{path}"; see the paths with "bagom matrix STUDY --json"',
  },
  'usage.unknown-code-near': {
    da: 'der er ingen kode på stien »{path}«; mente du »{closest}«?',
    en: 'there is no code at the path "{path}"; did you mean "{closest}"?',
  },
  'port.taken': {
    da: 'port {port} er optaget af et andet program; vælg en anden med --port',
    en: 'port {port} is taken by another program; choose another with --port',
  },
  'port.refused': {
    da: 'port {port} kan ikke bruges ({reason}); vælg en anden med --port',
    en: 'port {port} cannot be used ({reason}); choose another with --port',
  },
  'demo.material': {
    da: 'demoens materiale passer ikke, {file} linje {line}: {reason}',
    en: "the demo's material does not fit, {file} line {line}: {reason}",
  },
  unexpected: {
    da: 'der skete en fejl i Bagom: {reason}. Intet er ændret; prøv igen, og meld fejlen, hvis den kommer igen',
    en: 'something went wrong in Bagom: {reason}. Nothing was changed; try again, and report it if it comes back',
  },
};
