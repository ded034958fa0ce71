import type { ReactNode } from 'react';
import type { AuthorLink } from '../../core/library/types.ts';
import { Button } from '../ui/button.tsx';
import { TextLine } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';

export interface AuthorLinksProps {
  readonly links: readonly AuthorLink[];
  readonly onChange: (links: readonly AuthorLink[]) => void;
}

/** An author's labelled links, to be changed, added and removed. */
export function AuthorLinks({ links, onChange }: AuthorLinksProps): ReactNode {
  const change = (at: number, patch: Partial<AuthorLink>): void =>
    onChange(links.map((link, index) => (index === at ? { ...link, ...patch } : link)));
  return (
    <div className="field field-row" role="group" aria-label="Links">
      <span className="field-label" aria-hidden="true">
        Links
      </span>
      <div className="field-control">
        {links.map((link, at) => (
          <div key={at} className="link-line">
            <TextLine
              layout="bare"
              label={`Label of link ${at + 1}`}
              placeholder="Portfolio"
              value={link.label}
              onChange={(label) => change(at, { label })}
            />
            <TextLine
              layout="bare"
              label={`Address of link ${at + 1}`}
              placeholder="https://…"
              value={link.url}
              error={linkProblem(link.url)}
              onChange={(url) => change(at, { url })}
            />
            <Button
              look="icon"
              aria-label={`Remove link ${at + 1}`}
              onPress={() => onChange(links.filter((_, index) => index !== at))}
            >
              <Icon name="close" size={12} />
            </Button>
          </div>
        ))}
        <Button small className="row-button" onPress={() => onChange([...links, { label: '', url: '' }])}>
          <Icon name="plus" size={12} /> Add a link
        </Button>
      </div>
    </div>
  );
}

/** One sentence for an address that a page would not link to. */
export function linkProblem(url: string): string | undefined {
  if (url.trim() === '') return undefined;
  const valid = URL.canParse(url.trim()) && /^(?:https?|mailto):$/u.test(new URL(url.trim()).protocol);
  return valid ? undefined : 'A link begins with https:// or mailto:.';
}
