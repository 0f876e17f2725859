import type { Language } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../api.js';

/** The language the study is printed in, whatever the page speaks. */
export function useStudyLanguage(): Language {
  return useQuery(queries.overview()).data?.info.language === 'en' ? 'en' : 'da';
}
