import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Protocol } from 'electron';
import { appOrigin, previewPath } from '../../core/ipc/media-url.ts';
import { toPostId } from '../../core/post/post-id.ts';
import type { Library } from '../library/types.ts';
import { parseAppUrl } from './app-url.ts';
import type { AppRoute } from './app-url.ts';
import {
  mediaPolicy,
  noncePlaceholder,
  previewPolicy,
  scriptPolicy,
  windowPolicy,
} from './content-policy.ts';
import type { Log } from './log.ts';

const scheme = new URL(appOrigin).protocol.replace(':', '');

/** What the scheme's handler needs. */
export interface AppProtocolOptions {
  /** Absolute path of the built window; nothing outside is ever served. */
  readonly folder: string;
  readonly library: () => Library | undefined;
  readonly log: Log;
}

/** Must run before the app is ready: makes `app:` a standard, secure scheme that `fetch` may use. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the window, the preview and the posts' images. Everything else is a 404. */
export function serveApp(protocol: Protocol, options: AppProtocolOptions): void {
  protocol.handle(scheme, async (request) => {
    try {
      return await respond(request, options);
    } catch (error) {
      options.log.error('Serving a file of the window failed', error);
      return notFound();
    }
  });
}

async function respond(request: Request, options: AppProtocolOptions): Promise<Response> {
  const route = request.method === 'GET' ? parseAppUrl(request.url) : undefined;
  if (route === undefined) return notFound();
  return route.kind === 'file' ? serveFile(route, options) : serveMedia(route, options);
}

async function serveFile(
  route: Extract<AppRoute, { kind: 'file' }>,
  options: AppProtocolOptions,
): Promise<Response> {
  let bytes: Buffer<ArrayBuffer>;
  try {
    bytes = await readFile(path.join(options.folder, ...route.segments));
  } catch {
    options.log.warn(`There is no built file ${route.segments.join('/')}`);
    return notFound();
  }
  if (route.mediaType.startsWith('text/html')) return serveHtml(route.segments, bytes.toString('utf8'));
  const policy = route.mediaType.startsWith('text/javascript') ? scriptPolicy : mediaPolicy;
  return reply(bytes, route.mediaType, policy);
}

function serveHtml(segments: readonly string[], html: string): Response {
  const nonce = randomBytes(18).toString('base64');
  const isPreview = `/${segments.join('/')}` === previewPath;
  return reply(
    html.replaceAll(noncePlaceholder, nonce),
    'text/html; charset=utf-8',
    isPreview ? previewPolicy : windowPolicy(nonce),
  );
}

async function serveMedia(
  route: Extract<AppRoute, { kind: 'media' }>,
  options: AppProtocolOptions,
): Promise<Response> {
  const id = toPostId(route.id);
  const library = options.library();
  if (id === undefined || library === undefined) return notFound();
  const image = await library.readImage(id, route.url);
  if (!image.ok) return notFound();
  return reply(new Uint8Array(image.value.bytes), image.value.mediaType, mediaPolicy);
}

function reply(body: string | Uint8Array<ArrayBuffer>, mediaType: string, policy: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': mediaType,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      // An image that was replaced on disk must not be shown from a cache.
      'Cache-Control': 'no-cache',
    },
  });
}

function notFound(): Response {
  return new Response('Not found', {
    status: 404,
    headers: { 'Content-Type': 'text/plain', 'Content-Security-Policy': "default-src 'none'" },
  });
}
