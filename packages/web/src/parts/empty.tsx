import type { ReactNode } from 'react';

/** What stands where there is nothing yet: what belongs here, why, and how to begin. `example`: how one looks. */
export function Empty(props: { title: string; children?: ReactNode; act?: ReactNode; example?: ReactNode }) {
  return (
    <section className="empty-state">
      <h2>{props.title}</h2>
      {props.children && <div className="empty-text">{props.children}</div>}
      {props.act && <div className="empty-act">{props.act}</div>}
      {props.example && <div className="empty-example">{props.example}</div>}
    </section>
  );
}
