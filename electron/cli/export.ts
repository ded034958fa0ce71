import path from 'node:path';
import { settingsName } from '../library/find-library-root.ts';
import { renderPost } from '../publish/render-post.ts';
import type { RenderedPost } from '../publish/render-post.ts';
import { writePage } from '../publish/write-page.ts';
import type { Request } from './arguments.ts';
import { locate } from './locate.ts';
import { complainOf, exitCodes, printable } from './world.ts';
import type { ExitCode, World } from './world.ts';

type ExportOrder = Extract<Request, { readonly kind: 'export' }>;

/** `galley export`: one post as one page. What was left out of it is told on standard error. */
export async function runExport(order: ExportOrder, world: World): Promise<ExitCode> {
  const located = await locate(order.post, order.library, world.folder);
  if (!located.ok) {
    complainOf(world, order.post, located.failure);
    return exitCodes.wrong;
  }
  if (located.value.kind === 'folder') {
    complainOf(world, order.post, {
      code: 'is-folder',
      message: 'This is a folder.',
      remedy: 'Name one post; a folder can be checked with `galley check`.',
    });
    return exitCodes.wrong;
  }
  const rendered = await renderPost(located.value);
  if (!rendered.ok) {
    complainOf(world, order.post, rendered.failure);
    return exitCodes.wrong;
  }
  const settings = path.join(path.relative(world.folder, located.value.root), settingsName);
  const remarks = remarksOf(order.post, settings, rendered.value);
  for (const remark of remarks) world.complain(printable(remark));
  if (order.strict && remarks.length > 0) {
    world.complain('galley: Nothing was written, because of --strict.');
    return exitCodes.wrong;
  }
  return write(order, rendered.value.html, world);
}

function remarksOf(
  post: string,
  settings: string,
  { problems, settingsProblems, leftOut }: RenderedPost,
): readonly string[] {
  return [
    ...settingsProblems.map(({ line, message }) => `${settings}:${line}: ${message}`),
    ...problems.map(({ line, message }) => `${post}:${line}: ${message}`),
    ...leftOut.map(({ url, reason }) => `${post}: The image ${url} was left out: ${reason}`),
  ];
}

async function write(order: ExportOrder, html: string, world: World): Promise<ExitCode> {
  if (order.output === '-') {
    await world.write(html);
    return exitCodes.fine;
  }
  const output = order.output ?? order.post.replace(/\.(?:md|markdown)$/i, '.html');
  const written = await writePage(path.resolve(world.folder, output), html);
  if (!written.ok) {
    complainOf(world, output, written.failure);
    return exitCodes.wrong;
  }
  await world.write(printable(`Wrote ${output} (${written.value} bytes)`) + '\n');
  return exitCodes.fine;
}
