import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.js';
import { useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { SearchField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import { useCodes } from './codes.js';
import { PassageList } from './passage-list.js';
import type { Passage } from './passage.js';

const ANY = 'any';

/** Finds a coded passage by code, person and words, and hands it back. */
export function PassagePicker(props: {
  title: string;
  act: string;
  onPick: (passage: Passage) => void;
  onClose: () => void;
  participantId?: string | undefined;
}) {
  const { title, act, onPick, onClose } = props;
  const m = useMessages();
  const { codes } = useCodes();
  const fieldwork = useQuery(queries.fieldwork());
  const [code, setCode] = useState(ANY);
  const [person, setPerson] = useState(props.participantId ?? ANY);
  const [words, setWords] = useState('');
  const people = (fieldwork.data?.people ?? []).filter(({ sources }) =>
    sources.some(({ codings }) => codings > 0),
  );
  const wanted = words.trim().toLowerCase();
  const wish = {
    codes: code === ANY ? [] : [code],
    group: {},
    ...(person === ANY ? {} : { participantId: person }),
  };
  return (
    <Dialog title={title} size="large" onClose={onClose}>
      <div className="picker-filters">
        <Select
          label={m.comparison.code}
          value={code}
          options={[
            { value: ANY, name: m.comparison.anyCode },
            ...codes.map(({ id, path, persons }) => ({
              value: id,
              name: path.replaceAll('/', ' › '),
              note: String(persons),
            })),
          ]}
          onChange={setCode}
        />
        <Select
          label={m.comparison.person}
          value={person}
          options={[
            { value: ANY, name: m.comparison.anyPerson },
            ...people.map(({ id, pseudonym, age }) => ({
              value: id,
              name: age === null ? pseudonym : m.comparison.nameAge(pseudonym, age),
            })),
          ]}
          onChange={setPerson}
        />
        <SearchField label={m.comparison.wordsInPassage} value={words} onChange={setWords} />
      </div>
      <PassageList
        wishes={[{ ...wish, ...(wanted ? { count: 500 } : {}) }]}
        {...(wanted ? { only: (passage: Passage) => passage.text.toLowerCase().includes(wanted) } : {})}
        acts={(passage) => (
          <Button small isDisabled={!passage.mayPrint} onPress={() => onPick(passage)}>
            {act}
          </Button>
        )}
      />
    </Dialog>
  );
}
