import { expect, test } from 'vitest';
import { languageOf, languagesOf } from './language.js';

test.each([
  ['da', 'Jeg ved ikke, hvad jeg skal sige, men det er rart at være her.'],
  ['no', 'Jeg vet ikke hva jeg skal si, men det er veldig fint å være her.'],
  ['sv', 'Jag vet inte vad jag ska säga, men det är väldigt fint att vara här.'],
  ['de', 'Ich weiß nicht, was ich sagen soll, aber es ist sehr schön hier zu sein.'],
  ['en', 'I do not know what to say, but it is nice to be here.'],
  ['other', 'Je ne sais pas quoi dire, mais c’est vraiment très agréable de venir ici tous les jours.'],
  ['other', 'Nie wiem, co powiedzieć, ale bardzo miło jest tu być i rozmawiać z ludźmi.'],
  ['other', 'أنا لا أعرف ماذا أقول ولكن من الجميل أن أكون هنا'],
])('a sentence in %s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test.each(['', '…', 'Ja.', 'Mm, ja ja.', 'Okay okay yes', 'Bilka, Føtex, Netto, Fakta', '12 34 56 78 90'])(
  'too little to tell a language by: %s',
  (text) => {
    expect(languageOf(text)).toBeNull();
  },
);

test('the language of the rest decides between neighbours, and never against the words', () => {
  const danish = 'Jeg har boet her i mange år, og jeg synes aldrig, at nogen har spurgt mig om noget.';
  const either = 'At der er åbent om søndagen, for der er jeg alene hele dagen.';
  const english = 'I think that she was the only one who came to see me.';
  expect(languageOf(either)).toBeNull();
  expect(languagesOf([danish, either, english, 'Ja.'])).toEqual(['da', 'da', 'en', null]);
});
