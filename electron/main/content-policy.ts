/** The placeholder for the nonce in built HTML; replaced anew in every response. */
export const noncePlaceholder = '__CSP_NONCE__';

/** Content-Security-Policy of the window's document. `nonce`: base64, fresh for each response. */
export function windowPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "frame-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types galley default',
  ].join('; ');
}

/** Content-Security-Policy of the preview's document: it shows and does nothing else. */
export const previewPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Content-Security-Policy of built scripts; it governs those that run as workers. */
export const scriptPolicy = "default-src 'none'; script-src 'self'; worker-src 'self'";

/** Content-Security-Policy of images of posts, so that an SVG opened by itself is a picture and not a page. */
export const mediaPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
