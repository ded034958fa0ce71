import { memo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { PostId, PostSummary } from '../../core/post/types.ts';
import { postTime } from '../store/post-filter.ts';
import { classNames } from '../ui/class-names.ts';
import { counted } from '../ui/counted.ts';
import { shortAgo, shortDay, shortLocalDay } from '../ui/short-date.ts';
import type { RowShape } from './row-height.ts';

export interface PostRowProps {
  readonly post: PostSummary;
  /** 0-based place among all rows. */
  readonly index: number;
  readonly top: number;
  readonly shape: RowShape;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  /** The name being edited, when the row is renamed. */
  readonly renaming: string | undefined;
  readonly now: number;
  readonly onOpen: (id: PostId) => void;
  readonly onMenu: (id: PostId) => void;
  readonly onRename: (id: PostId, name: string | undefined) => void;
}

/** The element id of a row, for `aria-activedescendant`. */
export function rowId(index: number): string {
  return `post-row-${index}`;
}

/** One post of the list. */
export const PostRow = memo(function PostRow(props: PostRowProps): ReactNode {
  const { post, index, top, shape, isOpen, isActive, renaming, now } = props;
  return (
    <div
      id={rowId(index)}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isOpen}
      className={classNames('post-row', isOpen && 'is-open', isActive && 'is-active')}
      style={{ transform: `translateY(${top}px)`, height: shape.height }}
      onClick={() => props.onOpen(post.id)}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu(post.id);
      }}
    >
      <div role="gridcell" className="post-cell">
        {renaming === undefined ? (
          <div className={`post-title lines-${shape.titleLines}`}>{post.title}</div>
        ) : (
          <RenameInput name={renaming} onDone={(name) => props.onRename(post.id, name)} />
        )}
        {shape.summaryLines === 0 ? null : (
          <div className={`post-summary lines-${shape.summaryLines}`}>{post.summary}</div>
        )}
        <PostFacts post={post} now={now} />
      </div>
    </div>
  );
});

function PostFacts({ post, now }: { readonly post: PostSummary; readonly now: number }): ReactNode {
  return (
    <div className="post-facts">
      {post.problem === undefined ? null : (
        <span className="post-problem" title={post.problem}>
          Check details
        </span>
      )}
      {post.status === 'draft' ? <span className="post-draft">Draft</span> : null}
      {post.category === undefined ? null : <span className="post-category">{post.category}</span>}
      <span>{postDay(post, now)}</span>
      <span>{counted(post.words, 'word')}</span>
    </div>
  );
}

/** When a post is from, in few words, or when an undated one was edited; `now` in milliseconds since the epoch. */
export function postDay(post: PostSummary, now: number): string {
  const ago = post.status === 'draft' ? shortAgo(post.modifiedAt, now) : undefined;
  const thisYear = new Date(now).getFullYear();
  const stated = post.date === undefined ? undefined : shortDay(post.date, thisYear);
  return ago ?? stated ?? `edited ${shortLocalDay(postTime(post), thisYear)}`;
}

interface RenameInputProps {
  readonly name: string;
  /** The new name; undefined when it stays as it was. */
  readonly onDone: (name: string | undefined) => void;
}

function RenameInput({ name, onDone }: RenameInputProps): ReactNode {
  const [text, setText] = useState(name);
  const changed = text.trim() !== '' && text !== name ? text.trim() : undefined;
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onDone(changed);
    if (event.key === 'Escape') onDone(undefined);
  };
  return (
    <input
      className="post-rename"
      aria-label="File name"
      value={text}
      ref={(input) => {
        if (input !== null && document.activeElement !== input) {
          input.focus();
          input.select();
        }
      }}
      onChange={(event) => setText(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
      onBlur={() => onDone(changed)}
    />
  );
}
