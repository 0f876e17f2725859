import { useEffect, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useFormat, useMessages } from '../language.js';
import { Button } from './button.js';

/** A file that is being read: after a second, for how long it has been, and a way to stop. How much is left nobody knows. */
export function ReadingProgress({ label, onStop }: { label: string; onStop: () => void }) {
  const { shell: m } = useMessages();
  const f = useFormat();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => setSeconds((passed) => passed + 1), 1000);
    return () => clearInterval(clock);
  }, []);
  if (seconds === 0) return null;
  return (
    <div className="job">
      <ProgressBar aria-label={label} isIndeterminate className="job-bar">
        <span className="job-name">{label}</span>
        <span className="job-share">{m.importSeconds(f.number(seconds))}</span>
        <span className="job-track">
          <span className="job-done unknown" />
        </span>
      </ProgressBar>
      <Button small onPress={onStop}>
        {m.jobStop}
      </Button>
    </div>
  );
}
