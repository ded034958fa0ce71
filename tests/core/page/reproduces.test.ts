import { readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import type { LibrarySettings } from '../../../core/library/types.ts';
import { all, hrefs, one, renderedPage, summaryOf, textOf } from './page-helpers.ts';

const text = readFileSync(new URL('../../fixtures/page/example-post.md', import.meta.url), 'utf8');

const settings: LibrarySettings = {
  site: { title: 'Field Notes', url: 'https://notes.example/', language: 'en' },
  authors: [
    { id: 'admin', name: 'Admin User', role: 'Author', links: [] },
    {
      id: 'mara',
      name: 'Mara Lindqvist',
      role: 'Editor',
      bio: 'Edits a trade journal by day and writes about how teams talk by *night*.',
      links: [
        { label: 'Portfolio', url: 'https://mara.example/' },
        { label: 'About', url: 'https://mara.example/about' },
        { label: 'Get in touch', url: 'mailto:mara@mara.example' },
      ],
    },
  ],
  categories: [
    { name: 'Craft', slug: 'craft' },
    { name: 'Engineering', slug: 'engineering' },
  ],
  author: 'admin',
  profile: 'mara',
};

const related = [
  summaryOf(
    '---\ntitle: A quiet year of smaller releases\ncategory: engineering\ndate: 2026-11-14\n---\nx',
    'quiet-year.md',
  ),
  summaryOf(
    '---\ntitle: The estimate that was a wish\ncategory: Craft\ndate: 2026-10-11\n---\nx',
    'estimate.md',
  ),
];

const { html, page, root } = renderedPage(text, settings, related);

/** The children of the article and of what follows it, by their first class. */
function order(parent: Element): readonly string[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const names = child.properties['className'];
    return [Array.isArray(names) ? String(names[0]) : child.tagName];
  });
}

describe('the page of the example post', () => {
  test('has its parts in order', () => {
    expect(order(one(root, 'main'))).toEqual(['h-entry', 'related']);
    expect(order(one(root, 'article'))).toEqual([
      'category',
      'p-name',
      'byline',
      'e-content',
      'sources',
      'share',
      'card',
    ]);
  });

  test('names category and title, and the title once', () => {
    expect(textOf(one(root, 'p.p-category'))).toBe('Craft');
    expect(all(root, 'h1').map(textOf)).toEqual(['What the lock keeper taught me about meetings']);
    expect(textOf(one(root, 'title'))).toBe('What the lock keeper taught me about meetings');
    expect(textOf(one(root, '.e-content'))).not.toContain('What the lock keeper taught me about meetings');
  });

  test('has the byline "A / Admin User / Author"', () => {
    const author = one(root, '.p-author.h-card');
    expect(textOf(one(author, '.avatar'))).toBe('A');
    expect(one(author, '.avatar').properties['ariaHidden']).toBe('true');
    expect(textOf(one(author, '.p-name'))).toBe('Admin User');
    expect(textOf(one(author, '.p-job-title'))).toBe('Author');
  });

  test('states date, reading time and views', () => {
    const facts = one(root, '.byline-facts');
    const time = one(facts, 'time.dt-published');
    expect(textOf(time)).toBe('22 November 2026');
    expect(time.properties['dateTime']).toBe('2026-11-22T09:30:00+01:00');
    expect(textOf(facts)).toBe('22 November 2026 4 min read 3 views');
    expect(one(facts, 'data.u-url').properties['value']).toBe('https://notes.example/lock-keeper.html');
  });

  test('has five sections below the title', () => {
    expect(
      all(one(root, '.e-content'), 'h2').map((heading) => [heading.properties['id'], textOf(heading)]),
    ).toEqual([
      ['two-gates-one-boat', 'Two gates, one boat'],
      ['say-what-floats-in', 'Say what floats in'],
      ['shut-the-gate-behind-you', 'Shut the gate behind you'],
      ['let-the-water-do-it', 'Let the water do it'],
      ['open-and-let-go', 'Open, and let go'],
    ]);
    expect(page.headings).toHaveLength(5);
    expect(page.headings.every(({ level }) => level === 2)).toBe(true);
  });

  test('cites its source in a sentence', () => {
    const sources = one(root, '.sources');
    expect(textOf(one(sources, '.sources-label'))).toBe('Source');
    const sentence = textOf(one(sources, '.sources-sentence'));
    expect(sentence).toMatch(/^This post was inspired by “One Gate at a Time”.* by .*The Waterway Review/);
    expect(sentence).toContain('Read the original article');
    expect(new Set(hrefs(sources))).toEqual(new Set(['https://waterway.example/one-gate']));
  });

  test('can be shared', () => {
    const share = one(root, 'nav.share');
    expect(textOf(one(share, '.share-label'))).toBe('Share this article');
    expect(all(share, 'a').map(textOf)).toEqual(['Mastodon', 'LinkedIn', 'X', 'Email']);
    const address = encodeURIComponent('https://notes.example/lock-keeper.html');
    const [mastodon = '', linkedIn = '', x = '', mail = ''] = hrefs(share);
    expect(mastodon).toMatch(/^https:\/\/share\.joinmastodon\.org\/#text=What%20the%20lock/);
    for (const href of [mastodon, linkedIn, x, mail]) expect(href).toContain(address);
    expect(mail).toMatch(/^mailto:\?subject=What%20the%20lock%20keeper[^&]*&body=https/);
  });

  test('closes with the card of another profile', () => {
    const card = one(root, 'aside.card');
    expect(textOf(one(card, '.card-label'))).toBe('Written by');
    expect(textOf(one(card, '.card-name'))).toBe('Mara Lindqvist');
    expect(textOf(one(card, '.card-bio'))).toBe(
      'Edits a trade journal by day and writes about how teams talk by night.',
    );
    expect(textOf(one(one(card, '.card-bio'), 'em'))).toBe('night');
    expect(textOf(one(card, '.card-links'))).toBe('Portfolio · About · Get in touch');
    expect(hrefs(card)).toEqual([
      'https://mara.example/',
      'https://mara.example/about',
      'mailto:mara@mara.example',
    ]);
  });

  test('leads to related articles', () => {
    const section = one(root, '.related');
    expect(textOf(one(section, 'h2'))).toBe('Related articles');
    expect(all(section, '.related-card').map(textOf)).toEqual([
      'EngineeringA quiet year of smaller releases14 Nov · 1 min read',
      'CraftThe estimate that was a wish11 Oct · 1 min read',
    ]);
    expect(hrefs(section)).toEqual([
      'https://notes.example/quiet-year.html',
      'https://notes.example/estimate.html',
    ]);
  });

  test('says the same to machines', () => {
    const head = one(root, 'head');
    const metas = all(head, 'meta').map(({ properties }) => [
      properties['name'] ?? properties['property'],
      properties['content'],
    ]);
    expect(metas).toContainEqual(['og:type', 'article']);
    expect(metas).toContainEqual(['og:title', 'What the lock keeper taught me about meetings']);
    expect(metas).toContainEqual(['og:site_name', 'Field Notes']);
    expect(metas).toContainEqual(['article:published_time', '2026-11-22T09:30:00+01:00']);
    expect(metas).toContainEqual(['article:section', 'Craft']);
    expect(metas).toContainEqual(['article:tag', 'teams']);
    expect(metas.find(([name]) => name === 'description')?.[1]).toMatch(/^A lock has two gates and one rule/);
    expect(all(head, 'link').map(({ properties }) => properties['href'])).toEqual([
      'https://notes.example/lock-keeper.html',
    ]);
    const data = JSON.parse(textOf(one(head, 'script'))) as Record<string, unknown>;
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'BlogPosting',
      headline: 'What the lock keeper taught me about meetings',
      url: 'https://notes.example/lock-keeper.html',
      datePublished: '2026-11-22T09:30:00+01:00',
      inLanguage: 'en',
      author: [{ '@type': 'Person', name: 'Admin User', jobTitle: 'Author' }],
      articleSection: 'Craft',
      keywords: 'meetings, teams',
      timeRequired: 'PT4M',
      citation: [
        {
          '@type': 'CreativeWork',
          name: 'One Gate at a Time',
          author: { '@type': 'Person', name: 'Oda Fenn' },
          publisher: { '@type': 'Organization', name: 'The Waterway Review' },
          url: 'https://waterway.example/one-gate',
        },
      ],
    });
    expect(data).not.toHaveProperty('isBasedOn');
    expect(data['wordCount']).toBeGreaterThan(660);
  });

  test('loads nothing and runs nothing', () => {
    expect(page.externalUrls).toEqual([]);
    expect(page.leftOut).toEqual([]);
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<link[^>]+stylesheet|@import|url\(/i);
    expect(all(root, 'script').map(({ properties }) => properties['type'])).toEqual(['application/ld+json']);
  });

  test('is the same bytes every time', () => {
    expect(renderedPage(text, settings, related).html).toBe(html);
  });
});
