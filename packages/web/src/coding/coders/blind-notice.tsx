import './coders.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api.js';
import { useFormat, useMessages } from '../../language.js';

/** Above a text that the coder at work codes blind: that they see only their own, and how far they are. */
export function BlindNotice({
  sourceId,
  coderId,
}: {
  sourceId: string | undefined;
  coderId: string | undefined;
}) {
  const m = useMessages();
  const f = useFormat();
  const samples = useQuery(queries.doubleCodings());
  const sample = samples.data?.doubleCodings.find(
    ({ blind, sourceIds, coderIds }) =>
      blind && coderIds.some((id) => id === coderId) && sourceIds.some((id) => id === sourceId),
  );
  if (!sample) return null;
  const mine = sample.progress.find((one) => one.coderId === coderId);
  return (
    <p className="blind-notice" role="note">
      <strong>{m.coders.blindNotice(sample.name)}</strong> {m.coders.blindNoticeMore} {m.coders.codedOf}:{' '}
      {m.coders.nOf(f.number(mine?.coded ?? 0), f.number(sample.sourceIds.length))}.{' '}
      <Link to="/coding" search={{ view: 'coders', sample: sample.id, part: 'sample' }}>
        {m.coders.toSample}
      </Link>
    </p>
  );
}
