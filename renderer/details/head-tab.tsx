import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { FrontMatterProblem, Post } from '../../core/post/types.ts';
import type { OpenPostStore } from '../store/open-post-types.ts';
import { Button } from '../ui/button.tsx';
import type { HeadEditor } from './head-editor.ts';
import { endsEarly, joinHead, splitHead } from './head-text.ts';
import type { HeadText } from './head-text.ts';

export interface HeadTabProps {
  readonly openPost: OpenPostStore;
  readonly post: Post;
  /** The front matter with its fences. */
  readonly head: string;
  readonly readOnly: boolean;
}

/** The front matter as it stands in the file, with what is wrong in it named by line. */
export function HeadTab({ openPost, post, head, readOnly }: HeadTabProps): ReactNode {
  const parts = splitHead(post, head);
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<HeadEditor | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>();
  const change = (content: string): void => setRefused(applyContent(openPost, content));
  useHeadEditor({ place, editor, parts, readOnly, change });
  const lineOf = (line: number) => (): void => editor.current?.goToLine(line);
  return (
    <div className="head-tab">
      <Problems problems={post.problems} onGoTo={lineOf} />
      {refused === undefined ? null : (
        <p className="head-problem" role="alert">
          This text is not in the post yet. {refused}
        </p>
      )}
      <div ref={place} className="head-editor" />
      <p className="head-hint">
        {head === ''
          ? 'This post has no front matter; what you write here becomes it.'
          : `The file’s front matter, ${parts.format.toUpperCase()}. Every character stays as you write it.`}
      </p>
    </div>
  );
}

/** Puts the content into the open post; answers one sentence when it was refused. */
function applyContent(openPost: OpenPostStore, content: string): string | undefined {
  const { post, head } = openPost.getState();
  if (post === undefined) return undefined;
  const parts = splitHead(post, head);
  if (endsEarly(content, parts.format)) {
    return `A line of only ${parts.format === 'yaml' ? '---' : '+++'} would end the front matter there.`;
  }
  const answer = openPost.replaceHead(joinHead(parts, content, head !== ''));
  return answer.ok ? undefined : [answer.failure.message, answer.failure.remedy].join(' ').trim();
}

interface EditorParts {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly editor: RefObject<HeadEditor | undefined>;
  readonly parts: HeadText;
  readonly readOnly: boolean;
  readonly change: (content: string) => void;
}

function useHeadEditor({ place, editor, parts, readOnly, change }: EditorParts): void {
  const { content, format } = parts;
  const linesBefore = parts.before.split('\n').length - 1;
  const latest = useRef({ content, change });
  useEffect(() => {
    latest.current = { content, change };
    editor.current?.setContent(content);
  });
  useEffect(() => {
    const parent = place.current;
    if (parent === null) return undefined;
    let gone = false;
    void import('./head-editor.ts').then(({ createHeadEditor }) => {
      if (gone) return;
      editor.current = createHeadEditor({
        parent,
        content: latest.current.content,
        format,
        linesBefore,
        readOnly,
        onChange: (text) => latest.current.change(text),
      });
    });
    return () => {
      gone = true;
      editor.current?.destroy();
      editor.current = undefined;
    };
  }, [place, editor, format, linesBefore, readOnly]);
}

interface ProblemsProps {
  readonly problems: readonly FrontMatterProblem[];
  readonly onGoTo: (line: number) => () => void;
}

function Problems({ problems, onGoTo }: ProblemsProps): ReactNode {
  if (problems.length === 0) return null;
  return (
    <ul className="head-problems">
      {problems.map((problem) => (
        <li key={`${problem.line}:${problem.code}`} className="head-problem">
          <span data-selectable>
            <strong>Line {problem.line}:</strong> {problem.message} {problem.remedy}
          </span>
          <Button className="link-button" look="quiet" onPress={onGoTo(problem.line)}>
            Go to line {problem.line}
          </Button>
        </li>
      ))}
    </ul>
  );
}
