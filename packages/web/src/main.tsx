import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './theme.css';
import './parts/parts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { keepFocus } from './parts/keep-focus.js';
import { applyTheme } from './parts/theme.js';
import { readPagesAhead } from './router.js';

applyTheme();
keepFocus();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  window.addEventListener('load', readPagesAhead, { once: true });
}
