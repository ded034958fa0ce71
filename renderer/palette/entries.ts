import { commands } from '../../core/ipc/commands.ts';
import type { CommandId, CommandInfo } from '../../core/ipc/commands.ts';
import type { PostId, PostSummary } from '../../core/post/types.ts';
import { bestMatches } from './match.ts';

/** A line of the palette. */
export type PaletteEntry =
  | { readonly kind: 'post'; readonly id: PostId; readonly label: string; readonly hint: string }
  | {
      readonly kind: 'command';
      readonly id: CommandId;
      readonly label: string;
      /** Electron's spelling; undefined: no keys. */
      readonly keys: string | undefined;
    };

const allCommands: readonly (CommandInfo & { readonly id: CommandId })[] = commands;

/** Opening the palette from the palette leads nowhere. */
const offered = allCommands.filter((command) => command.id !== 'view.palette');

const mostPosts = 30;
const fewPosts = 8;

/** What the palette offers for a query: posts by title, then commands; after `>` commands alone. */
export function paletteEntries(posts: readonly PostSummary[], query: string): readonly PaletteEntry[] {
  const onlyCommands = query.startsWith('>');
  const words = onlyCommands ? query.slice(1) : query;
  const limit = words.trim() === '' ? fewPosts : mostPosts;
  const foundPosts = onlyCommands ? [] : bestMatches(posts, words, (post) => post.title, limit);
  const foundCommands = bestMatches(offered, words, (command) => command.label, offered.length);
  return [
    ...foundPosts.map(({ id, title, category }) => ({
      kind: 'post' as const,
      id,
      label: title,
      hint: category ?? '',
    })),
    ...foundCommands.map(({ id, label, keys }) => ({ kind: 'command' as const, id, label, keys })),
  ];
}
