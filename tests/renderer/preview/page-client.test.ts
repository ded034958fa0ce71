import { beforeEach, describe, expect, it } from 'vitest';
import type { PostId } from '../../../core/post/types.ts';
import { PageClient } from '../../../renderer/preview/page-client.ts';
import type { PageAnswer, PageContext, PageRequest } from '../../../renderer/preview/worker/protocol.ts';
import { settled } from '../../helpers/fake-clock.ts';

const insert = (text: string): readonly [{ from: number; to: number; insert: string }] => [
  { from: 0, to: 0, insert: text },
];
const context = { id: 'a.md' as PostId } as PageContext;
const page = { kind: 'page', id: 'a.md', page: {}, unknownImages: [] } as unknown as PageAnswer;

let requests: PageRequest[];
let frames: (() => void)[];
let answer: (answer: PageAnswer) => void;
let fault: (message: string) => void;
let complete: boolean;
let failures: string[];
let text: string;
let client: PageClient;

beforeEach(() => {
  requests = [];
  frames = [];
  complete = true;
  failures = [];
  text = 'one';
  client = new PageClient({
    worker: {
      send: (request) => requests.push(request),
      listen: (onAnswer, onFault) => {
        answer = onAnswer;
        fault = onFault;
      },
      terminate: () => undefined,
    },
    text: () => text,
    nextFrame: (task) => frames.push(task),
    show: () => Promise.resolve(complete),
    onFailure: (message) => failures.push(message),
  });
});

function frame(): void {
  for (const task of frames.splice(0)) task();
}

describe('PageClient', () => {
  it('sends everything first, in one request, at the next frame', () => {
    client.setContext(context);
    client.replaceText();
    client.edit(insert('ignored: the whole text has it'));
    text = 'the newest';
    expect(requests).toEqual([]);
    frame();
    expect(requests).toEqual([{ context, text: { kind: 'whole', text: 'the newest' }, fresh: true }]);
  });

  it('sends edits afterwards, and one request at a time', async () => {
    client.setContext(context);
    frame();
    client.edit(insert('a'));
    client.edit(insert('b'));
    frame();
    expect(requests).toHaveLength(1);
    answer(page);
    await settled();
    frame();
    expect(requests[1]).toEqual({
      context: undefined,
      text: { kind: 'edits', batches: [insert('a'), insert('b')] },
      fresh: false,
    });
  });

  it('asks for nothing when nothing has changed', async () => {
    client.replaceText();
    frame();
    answer(page);
    await settled();
    expect(frames).toEqual([]);
  });

  it('asks for all blocks again when the frame missed one', async () => {
    client.replaceText();
    frame();
    complete = false;
    answer(page);
    await settled();
    frame();
    expect(requests[1]).toEqual({ context: undefined, text: undefined, fresh: true });
  });

  it('tells of failures and goes on', async () => {
    client.replaceText();
    frame();
    answer({ kind: 'failed', message: 'too deep' });
    await settled();
    client.edit(insert('a'));
    frame();
    fault('the worker stopped');
    client.edit(insert('b'));
    frame();
    expect(failures).toEqual(['too deep', 'the worker stopped']);
    expect(requests).toHaveLength(3);
  });
});
