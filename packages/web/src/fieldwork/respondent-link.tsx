import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { ConfirmDialog } from '../parts/dialog.js';
import type { Person } from './fieldwork-types.js';
import { useTrueValue } from './true-names.js';
import { useWriteNames } from './write-names.js';

/** Which respondent a participant is, as the opened key file says it, and the way to forget it. */
export function RespondentLink({ person }: { person: Pick<Person, 'id' | 'pseudonym'> }) {
  const m = useMessages();
  const f = useFormat();
  const survey = useQuery(queries.survey());
  const write = useWriteNames(m.invitations.unlinked);
  const [asking, setAsking] = useState(false);
  const link = useTrueValue().of('participants', person.id, 'respondent');
  if (link === null) return null;
  const [waveId, row] = link.split(' ');
  const wave = survey.data?.waves.find(({ id }) => id === waveId)?.name ?? '';
  return (
    <div className="respondent-link">
      <span>{m.invitations.link(m.invitations.row(f.number(Number(row) + 1)), wave)}</span>
      <Button small look="quiet" isDisabled={write.isPending} onPress={() => setAsking(true)}>
        {m.invitations.unlink}
      </Button>
      {asking && (
        <ConfirmDialog
          title={m.invitations.unlink}
          text={m.invitations.unlinkText(person.pseudonym)}
          act={m.invitations.unlink}
          onYes={() =>
            write.mutate([{ table: 'participants', id: person.id, field: 'respondent', value: null }])
          }
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
