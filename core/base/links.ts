/**
 * A link that may leave the program or stand on a page: absolute http, https or mailto, normalised
 * as the URL standard does. Everything else (other schemes, relative links, nonsense) is undefined.
 */
export function safeLink(url: string): string | undefined {
  const trimmed = url.trim();
  if (!/^(https?:\/\/|mailto:)/i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const parsed = new URL(trimmed);
  return ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed.href : undefined;
}

/** A `safeLink` that leads to a web page: http or https only. */
export function webLink(url: string): string | undefined {
  const link = safeLink(url);
  return link === undefined || link.startsWith('mailto:') ? undefined : link;
}
