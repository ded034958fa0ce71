import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { LibraryView } from '../../core/ipc/types.ts';
import type { Category } from '../../core/library/types.ts';
import { slugify } from '../../core/post/slug.ts';
import type { PostMeta, PostStatus } from '../../core/post/types.ts';
import { tally } from '../store/post-filter.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ComboField } from '../ui/combo-field.tsx';
import { TextLine } from '../ui/field.tsx';
import { TokenField } from '../ui/token-field.tsx';
import { DateField } from './date-field.tsx';
import type { EditMeta } from './use-meta.ts';

export interface PostSectionProps {
  readonly meta: PostMeta;
  readonly view: LibraryView;
  readonly edit: EditMeta;
  /** Adds a category to the library's list. */
  readonly onNewCategory: (category: Category) => void;
}

const statuses: readonly { readonly value: PostStatus; readonly label: string }[] = [
  { value: 'draft', label: 'Draft' },
  { value: 'published', label: 'Published' },
];

/** A search result and a social card show about this many characters of a summary. */
const goodSummary = 160;

/** Title, status, date, category, tags and summary. */
export function PostSection({ meta, view, edit, onNewCategory }: PostSectionProps): ReactNode {
  const chooseCategory = (name: string): void => {
    const known = view.settings.categories.some((category) => category.name === name);
    if (edit({ field: 'category', value: name === '' ? undefined : name }) && name !== '' && !known) {
      onNewCategory({ name, slug: slugify(name) });
    }
  };
  return (
    <>
      <TextLine
        label="Title"
        name="post-title"
        value={meta.title ?? ''}
        placeholder="Untitled"
        onChange={(text, leaving) =>
          edit({ field: 'title', value: leaving && text === '' ? undefined : text })
        }
      />
      <ChoiceField
        label="Status"
        choices={statuses}
        value={meta.status}
        onChange={(value) => edit({ field: 'status', value })}
      />
      <DateField
        value={meta.date?.text ?? ''}
        problem={
          meta.date !== undefined && meta.date.iso === undefined
            ? `“${meta.date.text}” is no date that Galley can read.`
            : undefined
        }
        onChange={(value) => edit({ field: 'date', value })}
      />
      <ComboField
        label="Category"
        value={categoryName(meta.category, view.settings.categories)}
        choices={useCategories(view)}
        placeholder="None"
        onCommit={chooseCategory}
      />
      <TokenField
        label="Tags"
        values={meta.tags}
        placeholder="Add a tag"
        onChange={(value) => edit({ field: 'tags', value })}
      />
      <Summary value={meta.summary ?? ''} edit={edit} />
    </>
  );
}

function Summary({ value, edit }: { readonly value: string; readonly edit: EditMeta }): ReactNode {
  const length = [...value].length;
  const hint =
    length > goodSummary ? `${length} characters; readers are shown about ${goodSummary}.` : undefined;
  return (
    <TextLine
      label="Summary"
      lines={3}
      value={value}
      placeholder="One or two sentences"
      hint={hint}
      onChange={(text, leaving) => {
        const line = text.replace(/\s*\n\s*/gu, ' ');
        edit({ field: 'summary', value: leaving && line.trim() === '' ? undefined : line });
      }}
    />
  );
}

function categoryName(written: string | undefined, categories: readonly Category[]): string {
  return categories.find((category) => category.slug === written)?.name ?? written ?? '';
}

function useCategories(view: LibraryView): readonly string[] {
  return useMemo(() => {
    const used = tally(view.posts, (post) => (post.category === undefined ? [] : [post.category]));
    const listed = view.settings.categories.map((category) => category.name);
    return [
      ...new Set([...listed, ...used.map(({ value }) => categoryName(value, view.settings.categories))]),
    ];
  }, [view.posts, view.settings.categories]);
}
