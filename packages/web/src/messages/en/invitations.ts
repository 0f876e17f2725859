import type { invitations as danish } from '../da/invitations.js';

export const invitations: typeof danish = {
  states: {
    listed: 'listed',
    contacted: 'contacted',
    agreed: 'agreed',
    refused: 'refused',
    unreachable: 'not reached',
  },
  filter: 'Show by state',
  all: (n) => `All (${n})`,
  some: (state, n) => `${state} (${n})`,
  respondent: 'Respondent',
  row: (row) => `row ${row}`,
  className: 'Class',
  certainty: 'Certainty',
  state: 'State',
  note: 'Note',
  changed: 'Changed',
  participant: 'Participant',
  wave: 'Wave',
  rate: (agreed, asked) => `${agreed} of ${asked} asked have agreed.`,
  noneAsked: 'Nobody has been asked yet.',
  markAll: (n) => `Mark ${n} as contacted`,
  export: 'Save list for the office',
  exportLead:
    'The file is for the office that holds the respondents’ addresses, such as Statistics Denmark. It has the respondent’s number only. Answers are left out: the office has no need of them.',
  exportStates: 'Whom to include',
  exportClass: 'Include the name of the class',
  exportClassHint:
    'The name of a class says something about a person, such as that they are vulnerable. Include it only if the office needs it, for instance to write two kinds of letter.',
  exportNone: 'Nobody has come that far.',
  save: 'Save as CSV',
  one: 'The invitation',
  choose:
    'Choose a respondent on the list. How it goes will stand here, and here the one who agrees becomes a participant.',
  byQuota: 'By quota',
  quotaCell: 'Quota',
  asked: 'Asked',
  total: 'Total',
  saidYes: 'Agreed',
  wholeList: 'the whole list',
  how: 'How did it go?',
  statesHint: 'The keys 1 to 5 set the state of the chosen one.',
  setState: (state) => `Set: ${state}`,
  nextOne: 'Next on the list',
  previousOne: 'Previous on the list',
  noteHint: 'Never write a name, an address or a telephone number here.',
  remove: 'Take off the list',
  stays: 'Who was asked stays on the list, so that nobody is asked twice.',
  makeParticipant: 'Make a participant',
  isParticipant: (name) => `Is in the study as ${name}.`,
  seePerson: 'See the participant',
  keyClosed:
    'The key file is not open, so it is not shown here whether the respondent is a participant already. Open it with ‘Show true names’.',
  withdrew: (name) =>
    `${name} has withdrawn consent. The invitation stays, so that the respondent is not asked again, and still counts as agreed. If nobody should be able to find the respondent again, remove the link in the key file.`,
  withdrawStays:
    'The respondent stays on the invitation list, so that nobody asks again. The link to the survey can be removed while the key file is open.',
  unlink: 'Remove the link',
  unlinkText: (name) => `After that nobody can tell which respondent ${name} is. This cannot be undone.`,
  unlinked: 'The link was removed from the key file.',
  link: (respondent, wave) => `Respondent of the survey: ${respondent}, ${wave}`,
  newTitle: 'A new participant from the survey',
  newLead: (className) =>
    `The participant was met via the survey and comes from the class ‘${className}’. Complexity is judged only after the interview and never derived from the class.`,
  prefilled: 'Gender and life phase are filled in from the quota. Change them if the person says otherwise.',
  linkKept: 'Which respondent it is will be written to the key file and nowhere else.',
  linkLost:
    'The key file is not open. Without it nothing keeps which respondent this is, and it cannot be found out later.',
  withoutLink: 'Add without the link',
  emptyTitle: 'The respondents to be asked for an interview will stand here',
  emptyText:
    'The list is made under Classes: choose a class and draw a number of respondents by gender, age or something else. Here you follow who was contacted and who agreed. Only the office that sends the letters has names and addresses.',
  toClasses: 'Go to Classes',
  emptyExample:
    'In the study of Fællesskabsmålingen, 15 earlier respondents of the risk class were interviewed, because they would otherwise have been missing among those met at offers.',
};
