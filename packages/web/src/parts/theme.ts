import { useEffect } from 'react';
import { useRemembered } from './remembered.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const DARK = window.matchMedia('(prefers-color-scheme: dark)');

/** Light, dark, or as the computer is set; remembered on this machine. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useRemembered<Theme>('theme', 'system');
  useEffect(() => {
    applyTheme(theme);
    const follow = () => applyTheme(theme);
    DARK.addEventListener('change', follow);
    return () => DARK.removeEventListener('change', follow);
  }, [theme]);
  return [theme, setTheme];
}

/** Also called before the page is drawn, so that it is never light for a moment in a dark room. */
export function applyTheme(theme: Theme = stored()): void {
  document.documentElement.dataset['theme'] = theme === 'system' ? (DARK.matches ? 'dark' : 'light') : theme;
}

function stored(): Theme {
  try {
    const theme: unknown = JSON.parse(localStorage.getItem('bagom.theme') ?? '"system"');
    return THEMES.find((one) => one === theme) ?? 'system';
  } catch {
    return 'system';
  }
}
