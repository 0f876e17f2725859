import type { Language } from '../../study/study.js';

/**
 * The items of GRoLTS, the guidelines for reporting on latent trajectory studies (van de Schoot, Sijbrandij, Winter, Depaoli &
 * Vermunt 2017, Struct. Equ. Modeling 24:451-467), in our words and read for classes of answers given once: where an item
 * asks about time or the shape of a trajectory, it asks here about the indicators and their scale.
 */
export const GROLTS_ITEMS = [
  '1',
  '2',
  '3a',
  '3b',
  '3c',
  '4',
  '5',
  '6a',
  '6b',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14a',
  '14b',
  '14c',
  '15',
  '16',
] as const;
export type GroltsItem = (typeof GROLTS_ITEMS)[number];

/** What a careful reader asks beyond the list: is the model identified, is the smallest class large enough, what are names. */
export const FURTHER_ITEMS = ['identified', 'smallest', 'names'] as const;
export type MethodsItem = GroltsItem | (typeof FURTHER_ITEMS)[number];
export const METHODS_ITEMS: readonly MethodsItem[] = [...GROLTS_ITEMS, ...FURTHER_ITEMS];

const DA: Record<MethodsItem, string> = {
  '1': 'Indikatorerne, som klasserne er dannet af',
  '2': 'Hvornår og hos hvem der er målt, og med hvilke vægte',
  '3a': 'Hvad der antages om de manglende svar',
  '3b': 'Hvilke variable der hænger sammen med at mangle svar',
  '3c': 'Hvordan manglende svar er håndteret',
  '4': 'Hvordan svarene fordeler sig på hver indikator',
  '5': 'Program og udgave',
  '6a': 'Om indikatorerne er uafhængige inden for klasserne',
  '6b': 'Om andre opstillinger af modellen er prøvet',
  '7': 'Indikatorernes skala: nominel eller ordnet',
  '8': 'Kovariater, så analysen kan gentages',
  '9': 'Antal tilfældige starter og afsluttende beregninger',
  '10': 'Hvad modellerne er sammenlignet og valgt efter',
  '11': 'Alle beregnede modeller, også den med én klasse',
  '12': 'Klassernes størrelse i hver model',
  '13': 'Entropi, når personer skal placeres i klasser',
  '14a': 'Figur af den endelige model med intervaller',
  '14b': 'Figur af hver af de andre modeller',
  '14c': 'Det, modellen venter, over for det, der er svaret',
  '15': 'Den endelige model i tal med standardfejl eller intervaller',
  '16': 'Indstillinger og data, så andre kan gentage det',
  identified: 'Om modellen er identificeret',
  smallest: 'Om den mindste klasse er stor nok til sine parametre',
  names: 'Hvad klassernes navne dækker',
};

const EN: Record<MethodsItem, string> = {
  '1': 'The indicators that the classes are formed from',
  '2': 'When and among whom they were measured, and with which weights',
  '3a': 'What is assumed of the missing answers',
  '3b': 'Which variables go with missing answers',
  '3c': 'How missing answers were handled',
  '4': 'How the answers to each indicator are distributed',
  '5': 'Software and version',
  '6a': 'Whether indicators are independent within classes',
  '6b': 'Whether other specifications of the model were tried',
  '7': 'The scale of the indicators: nominal or ordered',
  '8': 'Covariates, so that the analysis can be repeated',
  '9': 'Number of random starts and of final runs',
  '10': 'What the models were compared and chosen by',
  '11': 'All models that were fitted, the one with a single class among them',
  '12': 'Size of the classes in each model',
  '13': 'Entropy, where people are to be placed in classes',
  '14a': 'A figure of the final model with intervals',
  '14b': 'A figure of each of the other models',
  '14c': 'What the model expects against what was answered',
  '15': 'The final model in figures, with standard errors or intervals',
  '16': 'Settings and data, so that others can repeat it',
  identified: 'Whether the model is identified',
  smallest: 'Whether the smallest class is large enough for its parameters',
  names: 'What the names of the classes stand for',
};

/** What an item asks for. */
export const itemName = (item: MethodsItem, language: Language): string =>
  (language === 'da' ? DA : EN)[item];
