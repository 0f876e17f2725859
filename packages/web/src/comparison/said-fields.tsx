import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '../api.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Select } from '../parts/select.js';
import { SpokenWords } from './passage.js';
import { PassagePicker } from './passage-picker.js';

/** Who said it, and where. */
export interface Said {
  participantId: string;
  sourceId: string | null;
  from: number | null;
  to: number | null;
  quote: string | null;
}

/** The person and the passage of a wish or barrier; the passage is picked among what is coded in their words. */
export function SaidFields({ said, onChange }: { said: Said; onChange: (said: Said) => void }) {
  const m = useMessages();
  const [picking, setPicking] = useState(false);
  const fieldwork = useQuery(queries.fieldwork());
  const people = fieldwork.data?.people ?? [];
  return (
    <>
      <Select
        label={m.comparison.person}
        value={said.participantId}
        options={people.map(({ id, pseudonym, age }) => ({
          value: id,
          name: age === null ? pseudonym : m.comparison.nameAge(pseudonym, age),
        }))}
        onChange={(participantId) =>
          onChange({ participantId, sourceId: null, from: null, to: null, quote: null })
        }
      />
      <div className="said-passage">
        {said.quote ? (
          <SpokenWords text={said.quote} />
        ) : (
          <p className="hint">
            {said.participantId ? m.comparison.noPassageTied : m.comparison.choosePersonFirst}
          </p>
        )}
        <div className="row">
          <Button small isDisabled={!said.participantId} onPress={() => setPicking(true)}>
            {said.quote ? m.comparison.otherPassage : m.comparison.tiePassage}
          </Button>
          {said.sourceId && said.from !== null && said.to !== null && (
            <Link
              to="/coding"
              search={{ source: said.sourceId, from: String(said.from), to: String(said.to) }}
            >
              {m.comparison.toPlace}
            </Link>
          )}
        </div>
      </div>
      {picking && (
        <PassagePicker
          title={m.comparison.pickPassage}
          act={m.comparison.pick}
          participantId={said.participantId}
          onClose={() => setPicking(false)}
          onPick={({ participantId, sourceId, from, to, text }) => {
            onChange({ participantId: participantId ?? said.participantId, sourceId, from, to, quote: text });
            setPicking(false);
          }}
        />
      )}
    </>
  );
}
