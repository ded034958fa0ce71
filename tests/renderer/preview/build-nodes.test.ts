import { describe, expect, it } from 'vitest';
import { attributesOf } from '../../../renderer/preview/build-nodes.ts';

describe('attributesOf', () => {
  it('spells HAST properties as attributes', () => {
    const attributes = attributesOf({
      className: ['u-photo', 'wide'],
      htmlFor: ['name'],
      dateTime: '2026-11-14',
      colSpan: 2,
      ariaLabel: 'Back',
      ariaDescribedBy: ['note'],
      dataFootnoteRef: true,
      open: true,
      hidden: false,
      title: undefined,
      alt: '',
    });
    expect(Object.fromEntries(attributes)).toEqual({
      class: 'u-photo wide',
      for: 'name',
      datetime: '2026-11-14',
      colspan: '2',
      'aria-label': 'Back',
      'aria-describedby': 'note',
      'data-footnote-ref': '',
      open: '',
      alt: '',
    });
  });

  it('keeps the names of other languages', () => {
    expect(attributesOf({ viewBox: '0 0 8 8' }, false)).toEqual([['viewBox', '0 0 8 8']]);
  });
});
