import type { Sentences } from './sentences.js';

/** Sites, participants, consents and invitations. */
export const fieldwork: Sentences = {
  'invitations.none': {
    da: 'ingen kan trækkes: ingen respondenter er sikre nok, passer til kvoterne og mangler på listen. Sænk kravet til sikkerhed, eller ret kvoterne',
    en: 'nobody can be drawn: no respondent is sure enough, fits the quotas and is not listed yet. Ask for less certainty, or change the quotas',
  },
  'invitations.none-to-export': {
    da: 'ingen på listen er nået så langt, som du har valgt; vælg andre, eller lav en invitationsliste under Klasser',
    en: 'nobody on the list has come as far as you chose; choose others, or make an invitation list under Classes',
  },
  'invitation.contacted': {
    da: 'en respondent, der er kontaktet, bliver på listen, så ingen bliver spurgt to gange. Sæt i stedet, hvordan det gik',
    en: 'a respondent who was contacted stays on the list, so that nobody is asked twice. Say instead how it went',
  },
  'invitation.not-agreed': {
    da: 'kun en respondent, der har sagt ja, kan blive deltager. Registrér svaret først',
    en: 'only a respondent who agreed can become a participant. Record the answer first',
  },
  'invitation.has-participant': {
    da: 'respondenten er allerede deltager: {name}',
    en: 'the respondent is a participant already: {name}',
  },
  'invitation.no-link': {
    da: 'nøglefilen er ikke åben, så koblingen mellem deltager og respondent kan ikke gemmes. Åbn den under Feltarbejde, eller vælg at tilføje deltageren uden kobling',
    en: 'the key file is not open, so the link between participant and respondent cannot be kept. Open it under Fieldwork, or choose to add the participant without it',
  },
  'participant.in-use': {
    da: 'deltageren kan ikke fjernes, for der står andet på personen (interview: {interviews}, samtykker: {consents}, tekster: {sources}, ønsker: {wishes}, barrierer: {barriers}); fjern det først',
    en: 'the participant cannot be removed because other things are about them (interviews: {interviews}, consents: {consents}, texts: {sources}, wishes: {wishes}, barriers: {barriers}); remove those first',
  },
  'site.in-use': {
    da: 'rekrutteringsstedet kan ikke fjernes, for der hører noget til det (besøg: {visits}, deltagere: {participants}); fjern besøgene, og ret deltagernes rekrutteringssted først',
    en: 'the site cannot be removed because something belongs to it (visits: {visits}, participants: {participants}); remove the visits and give the participants another site first',
  },
  'topic.in-use': {
    da: 'emnet kan ikke fjernes alene, for {answers} personer har et svar på det; fjern svarene med det, eller lad det stå',
    en: 'the topic cannot be removed alone because {answers} persons have an answer to it; remove the answers with it, or let it stand',
  },
  'consent.withdrawn': {
    da: 'et samtykke, der er trukket tilbage, kan ikke fjernes: tilbagetrækningen skal stå. Blev den registreret ved en fejl, så fortryd den',
    en: 'a consent that was withdrawn cannot be removed: the withdrawal has to stand. If it was recorded by mistake, undo it',
  },
};
