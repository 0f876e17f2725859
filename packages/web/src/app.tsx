import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from './api.js';
import { LanguageProvider } from './language.js';
import { ActionsProvider } from './parts/actions.js';
import { StatusProvider } from './parts/status-line.js';
import { router } from './router.js';
import { CODER, watchRemembered } from './parts/remembered.js';

const client = new QueryClient({
  defaultOptions: {
    // The study changes only through this page or a script beside it: read anew on focus, and after every change.
    queries: { staleTime: 5_000, retry: false, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

// Another coder was chosen in another window: this one is theirs from now on, and shows what they may see.
watchRemembered(CODER, () => void client.resetQueries());

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Spoken />
    </QueryClientProvider>
  );
}

/** The study says which language the page starts in, so it is read before the rest; read anew, the page stands meanwhile. */
function Spoken() {
  const study = useQuery(queries.overview());
  const [known, setKnown] = useState<string>();
  const language = study.data?.info.language ?? known;
  if (language !== known) setKnown(language);
  if (study.isPending && known === undefined) return null;
  return (
    <LanguageProvider study={language}>
      <StatusProvider>
        <ActionsProvider>
          <RouterProvider router={router} />
        </ActionsProvider>
      </StatusProvider>
    </LanguageProvider>
  );
}
