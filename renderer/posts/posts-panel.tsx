import { useCallback, useDeferredValue, useMemo, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { LibraryView } from '../../core/ipc/types.ts';
import type { PostId } from '../../core/post/types.ts';
import type { LibraryStore } from '../store/library.ts';
import type { NoticesStore } from '../store/notices.ts';
import type { PostActions } from '../store/post-actions.ts';
import { filterPosts, isNarrowed } from '../store/post-filter.ts';
import { counted } from '../ui/counted.ts';
import { useStore } from '../ui/use-store.ts';
import { FilterBar } from './filter-bar.tsx';
import { EmptyLibrary, NoResult, Scanning } from './list-states.tsx';
import { PostList } from './post-list.tsx';
import { SearchBox } from './search-box.tsx';
import { Unreadable } from './unreadable.tsx';
import './posts.css';

export interface PostsPanelProps {
  readonly library: LibraryStore;
  readonly posts: PostActions;
  readonly notices: NoticesStore;
  readonly openId: PostId | undefined;
  /** The keys that lead to the search field, as people read them. */
  readonly searchKeys: string;
  readonly onCreate: () => void;
  /** A post was chosen; `write`: and the writer wants to go on in its text. */
  readonly onChoose: (id: PostId, write: boolean) => void;
  readonly onMenu: (id: PostId) => void;
}

/** The posts of the library: search, filters and the list. */
export function PostsPanel(props: PostsPanelProps): ReactNode {
  const view = useStore(props.library, (state) => state.library);
  const filter = useStore(props.library, (state) => state.filter);
  const progress = useStore(props.library, (state) => state.progress);
  const panel = useRef<HTMLElement>(null);
  if (view === undefined) return <nav className="posts-panel" aria-label="Posts" data-pane="posts" />;
  const scanning = view.state === 'scanning';
  return (
    <nav className="posts-panel" aria-label="Posts" data-pane="posts" ref={panel}>
      <SearchBox
        placeholder={`Search ${counted(view.posts.length, 'post')}`}
        keys={props.searchKeys}
        value={filter.text}
        onChange={(text) => props.library.setFilter({ text })}
        onLeave={() => focusList(panel)}
      />
      <FilterBar
        posts={view.posts}
        authors={view.settings.authors}
        filter={filter}
        onChange={props.library.setFilter}
      />
      {scanning ? <Scanning found={progress?.found ?? 0} read={progress?.read ?? 0} /> : null}
      <ShownPosts {...props} view={view} />
      <Unreadable view={view} />
    </nav>
  );
}

function focusList(panel: RefObject<HTMLElement | null>): void {
  panel.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
}

function ShownPosts(props: PostsPanelProps & { readonly view: LibraryView }): ReactNode {
  const { library, posts: actions, notices, view, onChoose } = props;
  const filter = useDeferredValue(useStore(library, (state) => state.filter));
  const renaming = useStore(library, (state) => state.renaming);
  const shown = useMemo(() => filterPosts(view.posts, filter), [view.posts, filter]);
  const onRename = useCallback(
    (id: PostId, name: string | undefined) => {
      library.setRenaming(undefined);
      if (name === undefined) return;
      void actions.rename(id, name).then((answer) => {
        if (!answer.ok) notices.fail(answer.failure);
      });
    },
    [library, actions, notices],
  );
  const onOpen = useCallback((id: PostId) => onChoose(id, false), [onChoose]);
  if (shown.length === 0) {
    if (isNarrowed(filter)) return <NoResult onClear={library.clearFilter} />;
    return view.state === 'scanning' ? (
      <div className="list-state" />
    ) : (
      <EmptyLibrary onCreate={props.onCreate} />
    );
  }
  return (
    <PostList
      posts={shown}
      dialect={view.dialect}
      openId={props.openId}
      renaming={renaming}
      onOpen={onOpen}
      onEnter={(id) => onChoose(id, true)}
      onMenu={props.onMenu}
      onTrash={(id) => void actions.trash(id)}
      onStartRename={library.setRenaming}
      onRename={onRename}
    />
  );
}
