import type { ReactNode } from 'react';
import { languageName } from '../details/language.ts';
import { counted } from '../ui/counted.ts';
import { useStore } from '../ui/use-store.ts';
import type { Workbench } from './compose.ts';
import { fileOf } from './post-title.ts';
import { saveWords } from './save-words.ts';

/** The foot of the window: where the text is, how long it is, where the cursor is. */
export function StatusBar({ bench }: { readonly bench: Workbench }): ReactNode {
  const isOpen = useStore(bench.openPost, (state) => state.post !== undefined);
  return (
    <footer className="status-bar" aria-label="Status">
      {isOpen ? (
        <>
          <SaveStatus bench={bench} />
          <Counts bench={bench} />
          <span className="status-gap" />
          <Place bench={bench} />
          <Format bench={bench} />
        </>
      ) : null}
    </footer>
  );
}

function SaveStatus({ bench }: { readonly bench: Workbench }): ReactNode {
  const save = useStore(bench.openPost, (state) => state.save);
  const id = useStore(bench.openPost, (state) => state.id ?? '');
  const { tone, text } = saveWords(save, fileOf(id));
  return (
    <span className="save-status" role="status" data-save={save.kind}>
      <span className={`save-dot save-${tone}`} aria-hidden="true" />
      <span className="save-text">{text}</span>
    </span>
  );
}

function Counts({ bench }: { readonly bench: Workbench }): ReactNode {
  const { words, minutes } = useStore(bench.openPost, (state) => state.counts);
  return (
    <>
      <span className="status-words">{counted(words, 'word')}</span>
      <span className="status-minutes">{minutes} min read</span>
    </>
  );
}

function Place({ bench }: { readonly bench: Workbench }): ReactNode {
  const caret = useStore(bench.panes, (state) => state.caret);
  if (caret === undefined) return null;
  return <span className="status-caret">{`Ln ${caret.line}, Col ${caret.column}`}</span>;
}

function Format({ bench }: { readonly bench: Workbench }): ReactNode {
  const stated = useStore(bench.openPost, (state) => state.post?.meta.lang);
  const usual = useStore(bench.library, (state) => state.library?.settings.site.language);
  return (
    <>
      <span className="status-format">Markdown</span>
      <span>{languageName(stated ?? usual ?? 'en')}</span>
    </>
  );
}
