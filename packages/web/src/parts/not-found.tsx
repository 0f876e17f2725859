import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.js';
import { Empty } from './empty.js';

export function NotFound() {
  const m = useMessages();
  return <Empty title={m.shell.notFound} act={<Link to="/">{m.shell.toStart}</Link>} />;
}
