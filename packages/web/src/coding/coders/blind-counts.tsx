import './coders.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api.js';
import { useFormat, useMessages } from '../../language.js';
import { CODER, useRemembered } from '../../parts/remembered.js';

/** Above figures that are made of codings: of how many texts not all are counted yet, for the coder at work or for anybody. */
export function BlindCounts({ anybody = false }: { anybody?: boolean }) {
  const m = useMessages();
  const f = useFormat();
  const [remembered] = useRemembered<string | null>(CODER, null);
  const samples = useQuery(queries.doubleCodings());
  const codebook = useQuery(queries.codebook());
  const coders = codebook.data?.coders ?? [];
  const me = coders.find(({ id }) => id === remembered) ?? coders[0];
  const blind = (samples.data?.doubleCodings ?? []).filter(
    ({ blind: still, coderIds }) => still && (anybody || coderIds.some((id) => id === me?.id)),
  );
  const [sample] = blind;
  if (!sample) return null;
  const texts = new Set(blind.flatMap(({ sourceIds }) => sourceIds)).size;
  const words = anybody ? m.coders.blindForAll : m.coders.blindForMe;
  return (
    <p className="blind-notice" role="note">
      {words(texts, f.number(texts))}{' '}
      <Link to="/coding" search={{ view: 'coders', sample: sample.id, part: 'sample' }}>
        {m.coders.toSample}
      </Link>
    </p>
  );
}
