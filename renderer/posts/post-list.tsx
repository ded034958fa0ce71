import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Dialect, PostId, PostSummary } from '../../core/post/types.ts';
import { layRows, rowsInView, scrollToRow } from '../ui/row-layout.ts';
import type { RowLayout } from '../ui/row-layout.ts';
import { createFitsLine } from '../ui/text-measure.ts';
import { useMinute } from '../ui/use-minute.ts';
import { readListKey } from './list-keys.ts';
import { chosenName } from './post-name.ts';
import { PostRow, rowId } from './post-row.tsx';
import { rowShape } from './row-height.ts';
import type { RowShape } from './row-height.ts';
import { useViewport } from './use-viewport.ts';

export interface PostListProps {
  readonly posts: readonly PostSummary[];
  readonly dialect: Dialect;
  readonly openId: PostId | undefined;
  readonly renaming: PostId | undefined;
  readonly onOpen: (id: PostId) => void;
  /** Enter: the post is opened and the writer wants to write. */
  readonly onEnter: (id: PostId) => void;
  readonly onMenu: (id: PostId) => void;
  readonly onTrash: (id: PostId) => void;
  readonly onStartRename: (id: PostId) => void;
  readonly onRename: (id: PostId, name: string | undefined) => void;
}

const fitsTitle = createFitsLine("600 14px 'Inter Variable', system-ui, sans-serif", 14);
const fitsSummary = createFitsLine("400 12.5px 'Inter Variable', system-ui, sans-serif", 12.5);

/** The posts as a list of any length: only the rows in view are drawn. */
export function PostList(props: PostListProps): ReactNode {
  const { posts, openId, renaming } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const now = useMinute();
  const { shapes, layout } = useMemo(() => measure(posts), [posts]);
  const [active, setActive] = useActive(openId);
  const activeIndex = useMemo(() => posts.findIndex((post) => post.id === active), [posts, active]);
  const view = useViewport(scroller);
  useReveal(scroller, layout, activeIndex, renaming);
  const { from, to } = rowsInView(layout, view.top, view.height);
  const shown = range(from, to, activeIndex);
  const page = Math.max(1, Math.floor(view.height / 110));
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label="Posts"
      aria-rowcount={posts.length}
      aria-activedescendant={activeIndex < 0 ? undefined : rowId(activeIndex)}
      className="post-list scrolls"
      onKeyDown={(event) => onListKey(event, props, { activeIndex, page, setActive })}
    >
      <div role="presentation" className="post-rows" style={{ height: layout.tops[layout.rows] ?? 0 }}>
        {shown.map((index) => {
          const post = posts[index];
          const shape = shapes[index];
          if (post === undefined || shape === undefined) return null;
          return (
            <PostRow
              key={post.id}
              post={post}
              index={index}
              top={layout.tops[index] ?? 0}
              shape={shape}
              isOpen={post.id === openId}
              isActive={index === activeIndex}
              renaming={post.id === renaming ? chosenName(post.id, props.dialect) : undefined}
              now={now}
              onOpen={props.onOpen}
              onMenu={props.onMenu}
              onRename={props.onRename}
            />
          );
        })}
      </div>
    </div>
  );
}

function measure(posts: readonly PostSummary[]): {
  readonly shapes: readonly RowShape[];
  readonly layout: RowLayout;
} {
  const shapes = posts.map(shapeOf);
  return { shapes, layout: layRows(shapes.map((shape) => shape.height)) };
}

const knownShapes = new WeakMap<PostSummary, RowShape>();

function shapeOf(post: PostSummary): RowShape {
  const known = knownShapes.get(post);
  if (known !== undefined) return known;
  const shape = rowShape(post, fitsTitle, fitsSummary);
  knownShapes.set(post, shape);
  return shape;
}

/** The row the keyboard is on: the open post, until the arrows lead away. */
function useActive(openId: PostId | undefined): [PostId | undefined, (id: PostId | undefined) => void] {
  const [active, setActive] = useState(openId);
  const [seen, setSeen] = useState(openId);
  if (seen !== openId) {
    setSeen(openId);
    setActive(openId);
  }
  return [active, setActive];
}

function useReveal(
  scroller: React.RefObject<HTMLDivElement | null>,
  layout: RowLayout,
  activeIndex: number,
  renaming: PostId | undefined,
): void {
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  }, [layout]);
  useEffect(() => {
    const target = scroller.current;
    if (target === null || activeIndex < 0) return;
    target.scrollTo({ top: scrollToRow(latest.current, activeIndex, target.scrollTop, target.clientHeight) });
  }, [scroller, activeIndex, renaming]);
}

/** The rows to draw: those in view and, wherever it is, the one that readers are told of. */
function range(from: number, to: number, active: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (active < 0 || (active >= from && active < to)) return rows;
  return active < from ? [active, ...rows] : [...rows, active];
}

interface KeyState {
  readonly activeIndex: number;
  readonly page: number;
  readonly setActive: (id: PostId | undefined) => void;
}

function onListKey(event: KeyboardEvent, props: PostListProps, state: KeyState): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { posts } = props;
  const intent = readListKey(event.key, state.activeIndex, posts.length, state.page);
  if (intent === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (intent.kind === 'move') {
    state.setActive(posts[intent.to]?.id);
    return;
  }
  const id = posts[state.activeIndex]?.id;
  if (id === undefined) return;
  const run = { open: props.onEnter, rename: props.onStartRename, trash: props.onTrash, menu: props.onMenu };
  run[intent.kind](id);
}
