const PATHS = {
  undo: 'M6 4 3 7l3 3M3 7h6.5a3.5 3.5 0 0 1 0 7H7',
  redo: 'm10 4 3 3-3 3M13 7H6.5a3.5 3.5 0 0 0 0 7H9',
  history: 'M8 4.5V8l2.5 1.5M2.8 8A5.2 5.2 0 1 0 4.4 4.3M4.2 2v2.6h2.6',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.3 14 14',
  theme: 'M8 13.5a5.5 5.5 0 1 0 0-11ZM8 2.5a5.5 5.5 0 0 0 0 11Z',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  warning: 'M8 2.5 14.5 13.5h-13ZM8 6.5v3.5M8 11.8v.2',
  down: 'm4 6 4 4 4-4',
  right: 'm6 4 4 4-4 4',
  up: 'm4 10 4-4 4 4',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  file: 'M4 2h5l3 3v9H4ZM9 2v3h3',
  lock: 'M4 7.5h8V14H4ZM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  edit: 'm3 13 .6-2.8L11 2.8l2.2 2.2-7.4 7.4Z',
  trash: 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.6 9h5.8l.6-9',
  link: 'M6.5 9.5a2.5 2.5 0 0 0 3.6 0l2.2-2.2a2.5 2.5 0 0 0-3.6-3.6L8 4.4M9.5 6.5a2.5 2.5 0 0 0-3.6 0L3.7 8.7a2.5 2.5 0 0 0 3.6 3.6l.7-.7',
  commands: 'm3 5 3 3-3 3M8 11.5h5',
  quote: 'M7 4.5C4.8 5 3.5 6.6 3.5 9v2.5H7V8H5.2M13 4.5C10.8 5 9.5 6.6 9.5 9v2.5H13V8h-1.8',
  memo: 'M3 2.5h10v8l-3 3H3ZM10 13.5v-3h3M5.5 6h5M5.5 8.5h3',
} as const;
export type IconName = keyof typeof PATHS;

/** A line drawing of 16 px. It never stands alone: the button around it has the words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
