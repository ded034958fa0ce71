/** Whether keys typed there are text of a field of the window, not of the post. */
export function isTextField(element: Element | null): boolean {
  if (element === null) return false;
  // The fields of the search panel lie within the post's editor.
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return true;
  return element.closest('.cm-editor') !== null && element.closest('[data-pane="editor"]') === null;
}

/** Puts the focus on the first match as soon as it is there, for at most half a second. */
function focusSoon(selector: string, then: (element: HTMLElement) => void): void {
  const until = performance.now() + 500;
  const look = (): void => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null) then(element);
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** The field that searches the posts. */
export function focusSearch(): void {
  focusSoon('[data-search-posts]', (input) => {
    input.focus();
    if (input instanceof HTMLInputElement) input.select();
  });
}

/** The text of the post, ready to be typed in, unless the person is somewhere already. */
export function focusText(): void {
  focusSoon('.editor-view:not([hidden]) .cm-content', (text) => {
    if (document.activeElement === document.body) text.focus({ preventScroll: true });
  });
}

/** The title in the details, ready to be typed over. */
export function focusTitle(): void {
  focusSoon('input[name="post-title"]', (input) => {
    input.focus();
    if (input instanceof HTMLInputElement) input.select();
  });
}

const paneOrder = ['posts', 'editor', 'preview', 'details', 'bar'] as const;

const firstStop: Record<(typeof paneOrder)[number], string> = {
  posts: 'input',
  editor: '.cm-content',
  preview: 'iframe',
  details: 'input, button, .cm-content',
  bar: 'button',
};

/** Moves the focus to the next pane that can be seen (`step` 1), or the one before (-1). */
export function cyclePanes(step: 1 | -1): void {
  const stops = paneOrder
    .map((pane) => {
      const place = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
      const stop = place?.querySelector<HTMLElement>(firstStop[pane]) ?? null;
      return { place, stop };
    })
    .filter(({ stop }) => stop !== null && stop.checkVisibility());
  if (stops.length === 0) return;
  const here = stops.findIndex(({ place }) => place?.contains(document.activeElement) === true);
  const next = here === -1 ? 0 : (here + step + stops.length) % stops.length;
  stops[next]?.stop?.focus();
}
