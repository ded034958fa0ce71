import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search';
import { runScopeHandlers } from '@codemirror/view';
import type { Command, EditorView, Panel, ViewUpdate } from '@codemirror/view';
import { matchCount } from './match-count.ts';

type Option = 'caseSensitive' | 'wholeWord' | 'regexp';

const options: readonly (readonly [Option, string, string])[] = [
  ['caseSensitive', 'Aa', 'Match case'],
  ['wholeWord', 'W', 'Whole words'],
  ['regexp', '.*', 'Regular expression'],
];

/** The panel that finds and replaces in the post. */
export function createSearchPanel(view: EditorView): Panel {
  return new SearchPanel(view);
}

class SearchPanel implements Panel {
  readonly dom: HTMLElement;
  readonly top = true;
  readonly #view: EditorView;
  readonly #find: HTMLInputElement;
  readonly #replace: HTMLInputElement;
  readonly #count = element('output', 'find-count');
  readonly #options: readonly (readonly [Option, HTMLButtonElement])[];
  #query: SearchQuery;

  constructor(view: EditorView) {
    this.#view = view;
    this.#query = getSearchQuery(view.state);
    this.#find = field('Find in post', this.#query.search);
    this.#find.setAttribute('main-field', 'true');
    this.#replace = field('Replace with', this.#query.replace);
    this.#options = options.map(([option, sign, label]) => [option, this.#toggle(option, sign, label)]);
    this.dom = element('div', 'find-panel');
    this.dom.setAttribute('role', 'search');
    this.dom.setAttribute('aria-label', 'Find in post');
    this.dom.append(this.#findRow(), this.#replaceRow());
    this.dom.addEventListener('keydown', (event) => this.#onKey(event));
    this.dom.addEventListener('input', () => this.#commit());
    this.#show();
  }

  mount(): void {
    this.#find.select();
  }

  update(update: ViewUpdate): void {
    const query = getSearchQuery(update.state);
    const isOther = !query.eq(this.#query);
    if (isOther) {
      this.#query = query;
      this.#find.value = query.search;
      this.#replace.value = query.replace;
    }
    if (isOther || update.docChanged || update.selectionSet) this.#show();
  }

  #findRow(): HTMLElement {
    const row = element('div', 'find-row');
    row.append(
      this.#find,
      this.#count,
      ...this.#options.map(([, button]) => button),
      this.#button('↑', 'Previous match', findPrevious),
      this.#button('↓', 'Next match', findNext),
      this.#button('×', 'Close search', closeSearchPanel),
    );
    this.#count.setAttribute('aria-live', 'polite');
    return row;
  }

  #replaceRow(): HTMLElement {
    const row = element('div', 'find-row');
    row.append(
      this.#replace,
      this.#button('Replace', 'Replace this match', replaceNext),
      this.#button('Replace all', 'Replace all matches', replaceAll),
    );
    return row;
  }

  #button(text: string, label: string, command: Command): HTMLButtonElement {
    const button = element('button', 'find-button');
    button.type = 'button';
    button.textContent = text;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => command(this.#view));
    return button;
  }

  #toggle(option: Option, sign: string, label: string): HTMLButtonElement {
    return this.#button(sign, label, () => {
      this.#set({ [option]: !this.#query[option] });
      return true;
    });
  }

  #commit(): void {
    this.#set({ search: this.#find.value, replace: this.#replace.value });
  }

  #set(change: Partial<ConstructorParameters<typeof SearchQuery>[0]>): void {
    const { search, replace, caseSensitive, wholeWord, regexp, literal } = this.#query;
    const query = new SearchQuery({ search, replace, caseSensitive, wholeWord, regexp, literal, ...change });
    if (query.eq(this.#query)) return;
    this.#query = query;
    this.#view.dispatch({ effects: setSearchQuery.of(query) });
    this.#show();
  }

  #show(): void {
    this.#count.textContent = matchCount(this.#view.state, this.#query);
    for (const [option, button] of this.#options) {
      button.setAttribute('aria-pressed', String(this.#query[option]));
    }
  }

  #onKey(event: KeyboardEvent): void {
    // A key that an input method uses is its own.
    if (event.isComposing) return;
    if (runScopeHandlers(this.#view, event, 'search-panel')) event.preventDefault();
    else if (event.key === 'Enter' && event.target === this.#find) {
      event.preventDefault();
      (event.shiftKey ? findPrevious : findNext)(this.#view);
    } else if (event.key === 'Enter' && event.target === this.#replace) {
      event.preventDefault();
      replaceNext(this.#view);
    }
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function field(label: string, value: string): HTMLInputElement {
  const input = element('input', 'find-field');
  input.type = 'text';
  input.value = value;
  input.placeholder = label;
  input.setAttribute('aria-label', label);
  return input;
}
