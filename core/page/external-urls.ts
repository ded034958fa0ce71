import type { ElementContent } from 'hast';
import { appOrigin } from '../ipc/media-url.ts';

/** Attributes whose URL a browser fetches without being asked; links are not among them. */
const loading = [
  'src',
  'srcSet',
  'poster',
  'data',
  'background',
  'action',
  'formAction',
  'ping',
  'style',
] as const;

/** The URLs that showing these nodes would fetch from anywhere but the page itself and the app, each once. */
export function externalUrls(nodes: readonly ElementContent[]): readonly string[] {
  const found = new Set<string>();
  const open = [...nodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type !== 'element') continue;
    for (const name of loading) {
      const value = node.properties[name];
      const url = Array.isArray(value) ? value.join(', ') : String(value ?? '');
      if (url !== '' && !url.startsWith('data:') && !url.startsWith(`${appOrigin}/`)) found.add(url);
    }
    for (const child of node.children) open.push(child);
  }
  return [...found].sort();
}
