import { useMessages } from '../language.js';
import { ShareBar } from '../parts/share-bar.js';
import type { Model } from './model.js';
import { Profile } from './profile.js';

/** What the classes are: how big, and what marks them. */
export function ProfileView({ model, names }: { model: Model; models: Model[]; names: string[] }) {
  const m = useMessages();
  const { shares, n } = model.fit;
  return (
    <>
      <section>
        <h2>{m.classes.shares}</h2>
        <ShareBar parts={shares.map((share, i) => ({ name: names[i] ?? '', share }))} of={n} />
      </section>
      <Profile model={model} names={names} />
    </>
  );
}
