/**
 * What a page calls something that it cannot show: the last part of its path, because the folders above it say where
 * the writer's files lie; nothing of a `data:` URL's content. At most 100 characters.
 */
export function resourceName(url: string): string {
  if (/^data:/i.test(url)) return 'data:';
  const path = url.split(/[?#]/)[0] ?? '';
  const last = path
    .split(/[/\\]|%5c|%2f/i)
    .filter(Boolean)
    .at(-1);
  return short(last ?? url);
}

/** A reason that may quote a URL (in “”), as a page says it: with the name alone. */
export function publicReason(reason: string, url: string): string {
  return reason.replace(/“.*”/s, () => `“${resourceName(url)}”`);
}

function short(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
