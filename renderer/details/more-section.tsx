import { Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { ReactNode } from 'react';
import type { PostMeta } from '../../core/post/types.ts';
import { Button } from '../ui/button.tsx';
import { TextLine } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import { languageProblem, languageName } from './language.ts';
import type { EditMeta } from './use-meta.ts';

export interface MoreSectionProps {
  readonly meta: PostMeta;
  readonly edit: EditMeta;
  /** BCP 47 tag of posts that name no language. */
  readonly libraryLanguage: string;
}

/** What few posts need: language, slug, canonical address. */
export function MoreSection({ meta, edit, libraryLanguage }: MoreSectionProps): ReactNode {
  const set =
    (field: 'lang' | 'slug' | 'canonicalUrl') =>
    (text: string, leaving: boolean): void => {
      const value = text.trim() === '' ? undefined : text.trim();
      if (leaving || value !== undefined) edit({ field, value });
    };
  return (
    <Disclosure className="more">
      <Heading className="more-title">
        <Button look="quiet" small slot="trigger" className="section-button">
          More
          <Icon name="chevron" size={12} />
        </Button>
      </Heading>
      <DisclosurePanel className="more-panel">
        <TextLine
          label="Language"
          value={meta.lang ?? ''}
          placeholder={`${libraryLanguage} (${languageName(libraryLanguage)})`}
          error={languageProblem(meta.lang)}
          onChange={set('lang')}
        />
        <TextLine
          label="Slug"
          value={meta.slug ?? ''}
          placeholder="from the file name"
          onChange={set('slug')}
        />
        <TextLine
          label="Canonical"
          type="url"
          value={meta.canonicalUrl ?? ''}
          placeholder="https://…"
          error={addressProblem(meta.canonicalUrl)}
          onChange={set('canonicalUrl')}
        />
      </DisclosurePanel>
    </Disclosure>
  );
}

function addressProblem(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const valid = URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
  return valid ? undefined : 'This is no whole address; it begins with https://.';
}
