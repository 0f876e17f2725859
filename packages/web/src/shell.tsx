import { STATIONS } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from './api.js';
import { MemoAnywhere } from './coding/memos/memo-anywhere.js';
import { useUndo } from './change.js';
import { useMessages, useSpoken } from './language.js';
import { operationSentence } from './operation-sentence.js';
import { MergeDialog } from './history/merge-dialog.js';
import { useActions, type Action } from './parts/actions.js';
import { Button } from './parts/button.js';
import { Chain } from './parts/chain.js';
import { CommandPalette } from './parts/command-palette.js';
import { HistoryPane } from './parts/history-pane.js';
import { Icon } from './parts/icon.js';
import { ImportProvider } from './parts/import-dialog.js';
import { KeysDialog } from './parts/keys-dialog.js';
import { Menu } from './parts/menu.js';
import { StatusLine } from './parts/status-line.js';
import { THEMES, useTheme } from './parts/theme.js';
import { Tooltip } from './parts/tooltip.js';
import { pathOf } from './routes.js';
import { SearchDialog } from './search/search-dialog.js';

/** The frame around every page: the chain above, the page, and a line below that says what was done. */
export function Shell() {
  return (
    <ImportProvider>
      <Frame />
    </ImportProvider>
  );
}

function Frame() {
  const m = useMessages();
  const { language, speak } = useSpoken();
  const [theme, setTheme] = useTheme();
  const [open, setOpen] = useState<'search' | 'commands' | 'keys' | 'history' | 'merge' | null>(null);
  // What was searched last comes back, so that one can go from place to place.
  const [searched, setSearched] = useState('');
  const navigate = useNavigate();
  const { undo, redo, undoable, redoable } = useUndo();
  const study = useQuery(queries.overview());

  const undoName = undoable ? m.shell.undoWhat(operationSentence(undoable, m)) : m.shell.undo;
  const redoName = redoable ? m.shell.redoWhat(operationSentence(redoable, m)) : m.shell.redo;
  const actions: Action[] = [
    { id: 'search', name: m.search.title, keys: '/', run: () => setOpen('search') },
    { id: 'commands', name: m.shell.commands, keys: 'mod+k', run: () => setOpen('commands'), hidden: true },
    // Never disabled: whoever is quicker than the page is answered by the study.
    { id: 'undo', name: undoName, keys: 'mod+z', run: () => undo() },
    { id: 'redo', name: redoName, keys: 'mod+shift+z', run: () => redo() },
    { id: 'history', name: m.shell.history, keys: 'g h', run: () => setOpen('history') },
    { id: 'audit', name: m.history.open, keys: 'g a', run: () => void navigate({ to: '/history' }) },
    { id: 'merge', name: m.history.merge, run: () => setOpen('merge') },
    { id: 'keys', name: m.shell.keys, keys: '?', run: () => setOpen('keys') },
    { id: 'go-start', name: m.shell.goTo(m.shell.start), keys: 'g 0', run: () => void navigate({ to: '/' }) },
    ...STATIONS.map((station, i) => ({
      id: `go-${station}`,
      name: m.shell.goTo(m.words.stations[station]),
      keys: `g ${i + 1}`,
      run: () => void navigate({ to: pathOf(station) }),
    })),
    ...THEMES.map((one) => ({
      id: `theme-${one}`,
      name: `${m.shell.theme}: ${m.shell.themes[one]}`,
      run: () => setTheme(one),
    })),
    ...(['da', 'en'] as const).map((one) => ({
      id: `language-${one}`,
      name: `${m.shell.language}: ${m.shell.languages[one]}`,
      run: () => speak(one),
    })),
  ];
  useActions(actions, 'everywhere');

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {m.shell.skip}
      </a>
      <header className="topbar">
        <Chain stations={study.data?.stations} />
        <div className="topbar-tools">
          <Button
            look="quiet"
            icon
            label={undoName}
            keys="mod+z"
            isDisabled={!undoable}
            onPress={() => undo()}
          >
            <Icon name="undo" />
          </Button>
          <Button
            look="quiet"
            icon
            label={redoName}
            keys="mod+shift+z"
            isDisabled={!redoable}
            onPress={() => redo()}
          >
            <Icon name="redo" />
          </Button>
          <Button look="quiet" icon label={m.shell.history} keys="g h" onPress={() => setOpen('history')}>
            <Icon name="history" />
          </Button>
          <Button look="quiet" icon label={m.search.title} keys="/" onPress={() => setOpen('search')}>
            <Icon name="search" />
          </Button>
          <Button look="quiet" icon label={m.shell.commands} keys="mod+k" onPress={() => setOpen('commands')}>
            <Icon name="commands" />
          </Button>
          <Button
            look="quiet"
            label={language === 'da' ? `EN ${m.shell.languages.en}` : `DA ${m.shell.languages.da}`}
            onPress={() => speak(language === 'da' ? 'en' : 'da')}
          >
            {language === 'da' ? 'EN' : 'DA'}
          </Button>
          <Menu
            label={m.shell.theme}
            button={<Icon name="theme" />}
            chosen={theme}
            items={THEMES.map((one) => ({ id: one, name: m.shell.themes[one], run: () => setTheme(one) }))}
          />
        </div>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Tooltip />
      <MemoAnywhere />
      <StatusLine location={study.data?.location} onUndo={() => undo()} />
      {open === 'search' && (
        <SearchDialog words={searched} onWords={setSearched} onClose={() => setOpen(null)} />
      )}
      {open === 'commands' && <CommandPalette onClose={() => setOpen(null)} />}
      {open === 'keys' && <KeysDialog onClose={() => setOpen(null)} />}
      {open === 'merge' && <MergeDialog onClose={() => setOpen(null)} />}
      {open === 'history' && <HistoryPane onClose={() => setOpen(null)} />}
    </div>
  );
}
