import { useFormat, useMessages } from '../language.js';

/** What is chosen when a new site is written down. */
export const NEW_SITE = 'new';

/** Everybody who was asked, as a bar: those who said yes filled, those who said no left open. */
export function Answers({ approached, refused }: { approached: number; refused: number }) {
  const m = useMessages();
  const f = useFormat();
  if (approached === 0) return <>–</>;
  const accepted = approached - refused;
  return (
    <span
      className="visit-answers"
      title={m.fieldwork.answersSum(f.number(approached), f.number(accepted), f.number(refused))}
    >
      <span className="visit-answers-bar" aria-hidden="true">
        <span style={{ width: `${(accepted / approached) * 100}%` }} />
      </span>
      <span className="no-break">{m.shell.ofTotal(f.number(refused), f.number(approached))}</span>
    </span>
  );
}
