import { useRef, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useMessages } from '../language.js';
import { ErrorBoundary } from './error-boundary.js';
import { useRemembered } from './remembered.js';

export interface SidePane {
  name: string;
  children: ReactNode;
  /** Width in px at first, and its bounds. */
  width?: number;
  min?: number;
  max?: number;
}

/**
 * What, the text or table, and the margin. The side panes have widths that are remembered under `id` and changed by
 * dragging or with the arrow keys on the line between; the middle takes the rest.
 */
export function Panes(props: {
  id: string;
  left?: SidePane;
  name: string;
  children: ReactNode;
  right?: SidePane;
}) {
  const { id, left, name, children, right } = props;
  const [widths, setWidths] = useRemembered(`panes.${id}`, {
    left: left?.width ?? 300,
    right: right?.width ?? 340,
  });
  const style = {
    '--left': left ? `${widths.left}px` : '0px',
    '--right': right ? `${widths.right}px` : '0px',
  } as CSSProperties;
  return (
    <div className={`panes ${left ? 'has-left' : ''} ${right ? 'has-right' : ''}`} style={style}>
      {left && (
        <section className="pane left" aria-label={left.name}>
          <ErrorBoundary>{left.children}</ErrorBoundary>
        </section>
      )}
      {left && (
        <Divider
          pane={left}
          width={widths.left}
          side={1}
          onWidth={(width) => setWidths({ ...widths, left: width })}
        />
      )}
      <section className="pane middle" aria-label={name}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </section>
      {right && (
        <Divider
          pane={right}
          width={widths.right}
          side={-1}
          onWidth={(width) => setWidths({ ...widths, right: width })}
        />
      )}
      {right && (
        <section className="pane right" aria-label={right.name}>
          <ErrorBoundary>{right.children}</ErrorBoundary>
        </section>
      )}
    </div>
  );
}

const STEP = 24;

/** The line between two panes: a separator that can be dragged or moved with the arrow keys. */
function Divider(props: { pane: SidePane; width: number; side: 1 | -1; onWidth: (width: number) => void }) {
  const { pane, width, side, onWidth } = props;
  const m = useMessages();
  const from = useRef({ x: 0, width: 0 });
  const min = pane.min ?? 200;
  const max = pane.max ?? 720;
  const set = (next: number) => onWidth(Math.round(Math.min(max, Math.max(min, next))));
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowRight: STEP, ArrowLeft: -STEP }[event.key];
    if (move) set(width + move * side);
    else if (event.key === 'Home') set(side === 1 ? min : max);
    else if (event.key === 'End') set(side === 1 ? max : min);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    from.current = { x: event.clientX, width };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    event.currentTarget.focus();
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      set(from.current.width + (event.clientX - from.current.x) * side);
    }
  };
  return (
    <div
      className="divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={m.shell.resize(pane.name)}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
    />
  );
}
