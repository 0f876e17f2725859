import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import type { SourceEntry } from '../parts/source-list.js';

export const nameOfText = (source: SourceEntry): string =>
  source.kind === 'excerpt' ? source.title : (source.pseudonym ?? source.title);

const intoSight = (tab: HTMLElement | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

/** The texts that are open, one of them shown. */
export function TextTabs(props: {
  texts: readonly SourceEntry[];
  shown: string;
  onShow: (id: string) => void;
  onClose: (id: string) => void;
  /** Asks which text to open. */
  onOpen: () => void;
}) {
  const { texts, shown, onShow, onClose, onOpen } = props;
  const m = useMessages();
  return (
    <nav className="text-tabs" aria-label={m.coding.openTexts}>
      <ul>
        {texts.map((source) => (
          <li
            key={source.id}
            ref={source.id === shown ? intoSight : null}
            className={source.id === shown ? 'text-tab shown' : 'text-tab'}
          >
            <button
              type="button"
              className="text-tab-name"
              title={source.title}
              {...(source.id === shown ? { 'aria-current': 'page' as const } : {})}
              onClick={() => onShow(source.id)}
            >
              {nameOfText(source)}
            </button>
            {texts.length > 1 && (
              <button
                type="button"
                className="text-tab-close"
                aria-label={m.coding.closeText(nameOfText(source))}
                onClick={() => onClose(source.id)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <Button look="quiet" icon small label={m.coding.openText} keys="o" onPress={onOpen}>
        <Icon name="plus" />
      </Button>
    </nav>
  );
}
