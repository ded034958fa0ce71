import { SearchQuery } from '@codemirror/search';
import { expect, it } from 'vitest';
import { matchCount } from '../../../renderer/editor/extensions/match-count.ts';
import { stateOf } from '../../helpers/cursor.ts';

it.each([
  ['|tide and tide', { search: 'tide' }, '2 found'],
  ['tide and ‹tide›', { search: 'tide' }, '2 of 2'],
  ['|tide and Tide', { search: 'Tide', caseSensitive: true }, '1 found'],
  ['|tide', { search: 'ebb' }, 'Not found'],
  ['|tide', { search: '' }, ''],
  ['|tide', { search: '(', regexp: true }, 'Not a valid expression'],
  [`|${'a '.repeat(3000)}`, { search: 'a' }, 'More than 1999'],
])('%j searched for %j: %s', (text, query, words) => {
  expect(matchCount(stateOf(text), new SearchQuery(query))).toBe(words);
});
