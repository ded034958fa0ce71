import { useState } from 'react';
import type { ReactNode } from 'react';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import type { LibraryView } from '../../core/ipc/types.ts';
import type { SettingsEdit } from '../../core/library/types.ts';
import type { Post } from '../../core/post/types.ts';
import type { DetailsTab, LayoutStore } from '../store/layout.ts';
import type { LibraryStore } from '../store/library.ts';
import type { NoticesStore } from '../store/notices.ts';
import type { OpenPostStore } from '../store/open-post-types.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useStore } from '../ui/use-store.ts';
import { AuthorSection } from './author-section.tsx';
import { CoverSection } from './cover-section.tsx';
import { HeadTab } from './head-tab.tsx';
import { isUnclosed, isUnreadable } from './head-text.ts';
import { MoreSection } from './more-section.tsx';
import { PostSection } from './post-section.tsx';
import { SourceSection } from './source-section.tsx';
import { useEditMeta } from './use-meta.ts';
import './details.css';

export interface DetailsPanelProps {
  readonly openPost: OpenPostStore;
  readonly library: LibraryStore;
  readonly bridge: GalleyApi;
  readonly notices: NoticesStore;
  readonly layout: LayoutStore;
}

/** What the open post says of itself, as a form or as the file's own text. */
export function DetailsPanel(props: DetailsPanelProps): ReactNode {
  const post = useStore(props.openPost, (state) => state.post);
  const view = useStore(props.library, (state) => state.library);
  const [tab, setTab] = useTab(post, props.layout);
  const raw = post?.block?.format === 'toml' ? 'TOML' : 'YAML';
  return (
    <aside className="details-panel" aria-label="Details" data-pane="details">
      <header className="details-head">
        <h2 className="details-title">Details</h2>
        <Segmented
          label="Show details as"
          value={tab}
          onChange={setTab}
          segments={[
            { value: 'form', label: 'Form' },
            { value: 'raw', label: raw },
          ]}
        />
      </header>
      {post === undefined || view === undefined ? (
        <p className="details-none">Open a post to see its details.</p>
      ) : (
        <DetailsBody {...props} key={post.id} post={post} view={view} tab={tab} onRaw={() => setTab('raw')} />
      )}
    </aside>
  );
}

/**
 * The tab that was chosen. A post whose front matter cannot be read opens as raw text, and stays so while it is
 * mended, until another tab or post is chosen.
 */
function useTab(post: Post | undefined, layout: LayoutStore): [DetailsTab, (tab: DetailsTab) => void] {
  const chosen = useStore(layout, (state) => state.detailsTab);
  const [seen, setSeen] = useState<Post['id'] | undefined>();
  const [mending, setMending] = useState(false);
  if (post !== undefined && post.id !== seen) {
    setSeen(post.id);
    setMending(isUnreadable(post));
  }
  const choose = (tab: DetailsTab): void => {
    setMending(false);
    layout.setDetailsTab(tab);
  };
  return [mending ? 'raw' : chosen, choose];
}

interface DetailsBodyProps extends DetailsPanelProps {
  readonly post: Post;
  readonly view: LibraryView;
  readonly tab: DetailsTab;
  readonly onRaw: () => void;
}

function DetailsBody(props: DetailsBodyProps): ReactNode {
  const { openPost, post, tab, onRaw } = props;
  const head = useStore(openPost, (state) => state.head);
  const readOnly = useStore(openPost, (state) => state.save.kind === 'read-only');
  if (isUnclosed(post))
    return <Refused post={post} text="The front matter stands in the text of the post." />;
  if (tab === 'raw') return <HeadTab openPost={openPost} post={post} head={head} readOnly={readOnly} />;
  if (isUnreadable(post)) {
    return (
      <Refused
        post={post}
        text="The form is closed until the front matter can be read. The text of the post is not affected."
      >
        <Button onPress={onRaw}>Show the raw text</Button>
      </Refused>
    );
  }
  return (
    <div className="details-scroll scrolls">
      <fieldset className="details-form" disabled={readOnly}>
        <legend className="visually-hidden">Details of the post</legend>
        <DetailsForm {...props} />
      </fieldset>
    </div>
  );
}

interface RefusedProps {
  readonly post: Post;
  readonly text: string;
  readonly children?: ReactNode;
}

function Refused({ post, text, children }: RefusedProps): ReactNode {
  const [problem] = post.problems;
  return (
    <div className="details-none" role="status">
      {problem === undefined ? null : (
        <p>
          <strong>Line {problem.line}:</strong> {problem.message} {problem.remedy}
        </p>
      )}
      <p>{text}</p>
      {children}
    </div>
  );
}

function DetailsForm({ openPost, library, bridge, notices, post, view }: DetailsBodyProps): ReactNode {
  const edit = useEditMeta(openPost, notices);
  const editSettings = async (edits: readonly SettingsEdit[]): Promise<boolean> => {
    const answer = await library.editSettings(edits);
    if (!answer.ok) notices.fail(answer.failure);
    return answer.ok;
  };
  const { meta } = post;
  const libraryLanguage = view.settings.site.language ?? 'en';
  return (
    <>
      <section className="details-section" aria-label="Post">
        <h3 className="section-title">Post</h3>
        <PostSection
          meta={meta}
          view={view}
          edit={edit}
          onNewCategory={(category) => void editSettings([{ kind: 'category', category }])}
        />
        <CoverSection id={post.id} meta={meta} edit={edit} bridge={bridge} notices={notices} />
      </section>
      <AuthorSection
        id={post.id}
        meta={meta}
        settings={view.settings}
        edit={edit}
        editSettings={editSettings}
      />
      <SourceSection meta={meta} edit={edit} lang={meta.lang ?? libraryLanguage} />
      <MoreSection meta={meta} edit={edit} libraryLanguage={libraryLanguage} />
    </>
  );
}
