import { PageRenderer } from './page-renderer.ts';
import type { PageAnswer, PageRequest } from './protocol.ts';

/** What this thread is, as far as it uses it; the window sends a request only after the answer to the last. */
declare const self: {
  onmessage: ((event: { readonly data: PageRequest }) => void) | null;
  postMessage: (answer: PageAnswer) => void;
};

const renderer = new PageRenderer();

self.onmessage = ({ data }) => self.postMessage(renderer.answer(data));
