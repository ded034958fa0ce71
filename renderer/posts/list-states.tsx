import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { grouped } from '../ui/counted.ts';

/** The list of a library without posts. */
export function EmptyLibrary({ onCreate }: { readonly onCreate: () => void }): ReactNode {
  return (
    <div className="list-state">
      <p className="list-state-title">No posts yet</p>
      <p>Every Markdown file of this folder will stand here.</p>
      <Button onPress={onCreate}>Write the first one</Button>
    </div>
  );
}

/** The list when no post passes its filter. */
export function NoResult({ onClear }: { readonly onClear: () => void }): ReactNode {
  return (
    <div className="list-state" role="status">
      <p className="list-state-title">No post matches</p>
      <p>Search looks at titles, summaries, tags, categories, authors and file names.</p>
      <Button onPress={onClear}>Show all posts</Button>
    </div>
  );
}

/** How far the first reading of a library is; nothing once it is read. */
export function Scanning(props: { readonly found: number; readonly read: number }): ReactNode {
  const { found, read } = props;
  return (
    <div className="scanning" role="status">
      <progress className="scanning-bar" aria-label="Reading posts" max={Math.max(1, found)} value={read} />
      <span>{found === 0 ? 'Looking for posts…' : `Reading ${grouped(read)} of ${grouped(found)}`}</span>
    </div>
  );
}
