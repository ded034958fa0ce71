import type { BlockPlugin } from '../plugin.ts';
import { eachElement, textProperty } from '../tree.ts';

/**
 * Brings links to one spelling (scheme in lower case, `https:` for a bare `//host`) and marks those that leave the
 * page's own site, so that the other side learns nothing of where the reader came from.
 */
export const links: BlockPlugin = (tree) => {
  eachElement(tree, (element) => {
    if (element.tagName !== 'a') return;
    delete element.properties['rel'];
    const written = textProperty(element, 'href');
    if (written === undefined) return;
    const href = normalHref(written);
    element.properties['href'] = href;
    if (/^https?:/.test(href)) element.properties['rel'] = ['noopener', 'noreferrer'];
  });
};

function normalHref(written: string): string {
  // Browsers drop these characters before they look for a scheme.
  const href = written.replace(/[\t\n\r]/g, '').trim();
  if (/^[\\/]{2}/.test(href)) return `https://${href.slice(2)}`;
  return href.replace(/^[a-z][a-z\d+.-]*:/i, (scheme) => scheme.toLowerCase());
}
