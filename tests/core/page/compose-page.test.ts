import type { Element, ElementContent, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toHtml } from 'hast-util-to-html';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { createBlockRenderer } from '../../../core/markdown/blocks.ts';
import type { ImageResolver } from '../../../core/markdown/types.ts';
import type { LibrarySettings } from '../../../core/library/types.ts';
import { pageFileName, pageUrl } from '../../../core/page/address.ts';
import { composePage, parsePost } from '../../../core/page/compose-page.ts';
import { externalUrls } from '../../../core/page/external-urls.ts';
import { pageBody } from '../../../core/page/page-body.ts';
import { pageHtml } from '../../../core/page/page-html.ts';
import { pageImageUrls } from '../../../core/page/page-images.ts';
import { renderPage } from '../../../core/page/render-page.ts';
import { skeleton } from '../../../core/page/skeleton.ts';
import {
  all,
  hrefs,
  noSettings,
  one,
  postOf,
  quietCss,
  renderedPage,
  someImages,
  summaryOf,
  textOf,
} from './page-helpers.ts';

const site: LibrarySettings = { ...noSettings, site: { url: 'https://notes.example/blog' } };
const withAuthors: LibrarySettings = {
  ...noSettings,
  authors: [
    { id: 'mara', name: 'Mara', avatar: 'ok-mara.png', links: [] },
    { id: 'jo', name: 'Jo', avatar: 'missing.png', links: [] },
  ],
  author: 'mara',
  profile: 'jo',
};

function input(text: string, settings = noSettings) {
  return { post: postOf(text), settings, related: [], images: someImages };
}

describe('the address of a page', () => {
  test.each([
    [noSettings, 'a-post', undefined, undefined],
    [site, 'a-post', undefined, 'https://notes.example/blog/a-post.html'],
    [site, 'größe 東京', undefined, 'https://notes.example/blog/grosse-%E6%9D%B1%E4%BA%AC.html'],
    [site, 'a-post', 'https://else.example/x', 'https://else.example/x'],
    [site, 'a-post', 'javascript:alert(1)', 'https://notes.example/blog/a-post.html'],
    [{ ...noSettings, site: { url: 'file:///home' } }, 'a-post', undefined, undefined],
  ])('%# is where the library or the post says', (settings, slug, canonicalUrl, url) => {
    expect(pageUrl(settings, { slug, canonicalUrl })).toBe(url);
  });

  test('is one plain file name', () => {
    expect(pageFileName({ slug: '../../etc/passwd' })).toBe('etc-passwd.html');
    expect(pageFileName({ slug: '' })).toBe('post.html');
  });
});

describe('a page', () => {
  test('is the skeleton with its blocks', () => {
    const page = composePage(input('---\ntitle: T\n---\ntext', withAuthors));
    const body = pageBody(page);
    const main = one({ type: 'root', children: [body] }, skeleton.main.tagName);
    const article = main.children[0] as Element;
    expect(article.properties).toEqual({ className: [...skeleton.article.className] });
    const content = article.children.find(
      (child) =>
        child.type === 'element' &&
        Array.isArray(child.properties['className']) &&
        child.properties['className'][0] === skeleton.content.className[0],
    ) as Element;
    const nodes = (blocks: typeof page.content) => blocks.flatMap((block) => [...block.nodes]);
    expect(content.children).toEqual(nodes(page.content));
    expect(article.children).toEqual([...nodes(page.header), content, ...nodes(page.footer)]);
    expect(main.children.slice(1)).toEqual(nodes(page.after));
  });

  test('is read by a browser as it was made', () => {
    const { html, page } = renderedPage(
      '---\ntitle: A <b> & "c"\n---\n# x\n\n> y\n\n<table><tr><td>z',
      withAuthors,
    );
    const document = fromParse5(parse(html)) as Root;
    const body = one(document, 'body');
    // A parser moves the line breaks after </body> into it.
    expect(toHtml(body.children).trimEnd()).toBe(toHtml(pageBody(page).children));
  });

  test('has one key for each block of a list', () => {
    const page = composePage(input('same\n\nsame', withAuthors));
    for (const blocks of [page.header, page.content, page.footer, page.after]) {
      expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
    }
  });

  test('keeps the blocks of its other parts when the text changes', () => {
    const keys = (text: string) => composePage(input(`---\ntitle: T\n---\n${text}`, withAuthors));
    const [before, after] = [keys('one'), keys('two')];
    expect(after.header.map(({ key }) => key)).toEqual(before.header.map(({ key }) => key));
    expect(after.footer.map(({ key }) => key)).toEqual(before.footer.map(({ key }) => key));
    expect(after.content.map(({ key }) => key)).not.toEqual(before.content.map(({ key }) => key));
  });

  test('made with a kept renderer makes only what changed anew, and is the same', () => {
    const renderer = createBlockRenderer();
    const body = Array.from({ length: 20 }, (_, index) => `Paragraph ${index}.`).join('\n\n');
    composePage(input(body), renderer);
    const before = renderer.work();
    const changed = body.replace('Paragraph 7', 'Paragraph seven');
    const page = composePage(input(changed), renderer);
    expect(renderer.work().rendered - before.rendered).toBe(1);
    expect(page).toEqual(composePage(input(changed)));
  });

  test('is called after its first heading, else after its file', () => {
    expect(composePage(input('# The *first*\n\nx')).title).toBe('The first');
    expect(composePage(input('# The *first*\n\nx')).content).toHaveLength(1);
    expect(composePage(input('no heading')).title).toBe('a-post');
  });

  test('speaks the language of the post, else of the library', () => {
    const german: LibrarySettings = { ...noSettings, site: { language: 'de' } };
    expect(renderedPage('x', german).html).toContain('<html lang="de" dir="ltr">');
    expect(textOf(one(renderedPage('x', german).root, '.share-label'))).toBe('Diesen Artikel teilen');
    expect(renderedPage('---\nlang: ar\n---\nx', german).html).toContain('<html lang="ar" dir="rtl">');
  });
});

describe('without a site', () => {
  test('only mail can share, and related posts are no links', () => {
    const { root } = renderedPage('---\ntitle: A & B\n---\nx', noSettings, [
      summaryOf('# Other\n\nx', 'other.md'),
    ]);
    expect(hrefs(one(root, 'nav.share'))).toEqual(['mailto:?subject=A%20%26%20B']);
    expect(hrefs(one(root, '.related'))).toEqual([]);
    expect(textOf(one(root, '.related-title'))).toBe('Other');
    expect(all(root, 'link')).toEqual([]);
    expect(all(root, 'data')).toEqual([]);
  });
});

describe('parts that a post has nothing for', () => {
  test('are not there', () => {
    const { root } = renderedPage('x');
    for (const name of [
      'category',
      'byline-authors',
      'cover',
      'sources',
      'card',
      'related',
      'dt-published',
    ]) {
      expect(all(root, `.${name}`)).toEqual([]);
    }
    expect(textOf(one(root, '.byline-facts'))).toBe('1 min read');
  });

  test('related posts are three at most', () => {
    const posts = Array.from({ length: 5 }, (_, index) => summaryOf(`# Post ${index}`, `p${index}.md`));
    expect(all(renderedPage('x', noSettings, posts).root, '.related-card')).toHaveLength(3);
  });

  test('views of none are views', () => {
    expect(textOf(one(renderedPage('---\nviews: 0\n---\nx').root, '.byline-facts'))).toBe(
      '1 min read 0 views',
    );
  });
});

describe('images of a page', () => {
  const text =
    '---\ncover: ok-cover.png\ncover_alt: A cover\nauthors: [mara]\n---\n![a](ok.png) ![b](gone.png) ![c](https://x.example/c.png)';

  test('are all named before they are asked for', () => {
    const post = postOf(text);
    const asked = new Set<string>();
    composePage({
      post,
      settings: withAuthors,
      related: [],
      images: (url) => (asked.add(url), someImages(url)),
    });
    const named = pageImageUrls(post, withAuthors, parsePost(post, withAuthors));
    expect(named).toEqual([
      'ok-cover.png',
      'ok.png',
      'gone.png',
      'https://x.example/c.png',
      'library:ok-mara.png',
      'library:missing.png',
    ]);
    expect([...asked].sort()).toEqual([...named].sort());
  });

  test('are shown, or reported as left out', () => {
    const { root, page } = renderedPage(text, withAuthors);
    expect(one(root, 'img.u-featured').properties).toMatchObject({ alt: 'A cover', width: 640, height: 480 });
    expect(one(root, 'img.avatar').properties).toMatchObject({ alt: '', src: 'data:image/png;base64,AA==' });
    expect(textOf(one(one(root, '.card'), '.avatar'))).toBe('J');
    expect(page.leftOut).toEqual([
      { url: 'gone.png', reason: 'There is no such file.' },
      { url: 'https://x.example/c.png', reason: 'It is on another host.' },
      { url: 'missing.png', reason: 'There is no such file.' },
    ]);
    expect(page.externalUrls).toEqual([]);
  });

  test.each([
    '/home/jane/Pictures/cat.png',
    '../../jane/cat.png',
    'C:\\Users\\jane\\cat.png',
    'file:///home/jane/cat.png',
  ])('that cannot be shown tell nobody where the writer keeps them: %s', (path) => {
    const refuse: ImageResolver = (url) => ({ kind: 'refused', reason: `“${url}” was not found.` });
    const text = `---\ntitle: x\ncover: ${JSON.stringify(path)}\n---\n![](<${path}>) <video src="${path}"></video>\n`;
    const { html } = renderPage(postOf(text), noSettings, [], refuse, '');
    expect(html).not.toMatch(/jane/);
    expect(html.match(/title="“cat\.png” was not found\."/g)).toHaveLength(2);
  });

  test('a link to a file of the machine is its words alone', () => {
    const { html } = renderedPage('---\ntitle: x\n---\n[the plan](file:///home/jane/plan.pdf)\n');
    expect(html).toContain('<p><a>the plan</a></p>');
    expect(html).not.toMatch(/jane/);
  });

  test('of endless names are reported in short', () => {
    const url = `data:image/png;base64,${'A'.repeat(50_000)}`;
    const { page, html } = renderedPage(`---\ntitle: x\n---\n![](${url})\n`);
    expect(page.leftOut.map((image) => image.url.length)).toEqual([200]);
    expect(html.length).toBeLessThan(5000 + quietCss.length);
  });

  test('that would be fetched are found out', () => {
    const image: ElementContent = {
      type: 'element',
      tagName: 'img',
      properties: { src: 'https://x.example/a.png' },
      children: [],
    };
    const nested: ElementContent = { type: 'element', tagName: 'p', properties: {}, children: [image] };
    expect(externalUrls([nested])).toEqual(['https://x.example/a.png']);
  });

  test('on another host never reach an image element', () => {
    const remote = renderedPage('---\ncover: https://x.example/c.png\n---\nx');
    expect(all(remote.root, 'img')).toEqual([]);
    expect(hrefs(one(remote.root, '.cover'))).toEqual(['https://x.example/c.png']);
    const lying = renderedPage('![a](ok.png)', noSettings, [], () => ({
      kind: 'image',
      src: 'https://tracker.example/a.png',
      width: 1,
      height: 1,
    }));
    expect(lying.html).not.toContain('tracker.example');
    expect(lying.page.externalUrls).toEqual([]);
  });
});

describe('hostile front matter', () => {
  const evil = '</title></style><script>alert(1)</script><img src=x onerror=alert(1)>"\'&\u2028';
  const quoted = JSON.stringify(evil);
  const settings: LibrarySettings = {
    site: { title: evil, url: 'https://notes.example/', language: `en"><script>` },
    authors: [
      {
        id: evil,
        name: evil,
        role: evil,
        bio: `${evil} [x](javascript:alert(1)) <iframe src=javascript:alert(1)> ![p](https://evil.example/p.png) # h`,
        avatar: evil,
        links: [
          { label: evil, url: 'javascript:alert(1)' },
          { label: evil, url: 'https://ok.example/"><script>' },
        ],
      },
    ],
    categories: [{ name: evil, slug: 'evil' }],
    author: evil,
    profile: evil,
  };
  const text = `---\ntitle: ${quoted}\ncategory: evil\ntags: [${quoted}]\ncover: ${quoted}\ncover_alt: ${quoted}\ncanonical_url: "javascript:alert(1)"\ndescription: ${quoted}\nslug: ${quoted}\ndate: ${quoted}\nsource: { title: ${quoted}, author: ${quoted}, site: ${quoted}, url: "javascript:alert(1)" }\n---\nx`;
  const related = [
    {
      ...summaryOf('x', 'o.md'),
      title: evil,
      category: evil,
      date: evil,
      canonicalUrl: 'javascript:alert(1)',
    },
  ];
  const { root, page } = renderedPage(text, settings, related);

  test('runs and loads nothing', () => {
    expect(all(root, 'script').map(({ properties }) => properties['type'])).toEqual(['application/ld+json']);
    expect(all(root, 'style')).toHaveLength(1);
    expect(all(root, 'iframe')).toEqual([]);
    expect(all(root, 'img')).toEqual([]);
    expect(hrefs(root).filter((href) => !/^(?:https:|mailto:)/.test(href))).toEqual([]);
    const attributes = all(root, '').flatMap(({ properties }) => Object.keys(properties));
    expect(attributes.filter((name) => /^on|^style$/i.test(name))).toEqual([]);
    expect(page.externalUrls).toEqual([]);
    expect(page.lang).toBe('en');
  });

  test('is shown as the text that it is', () => {
    expect(textOf(one(root, 'h1'))).toBe(evil.replace('\u2028', ''));
    const data = textOf(one(root, 'script'));
    expect(data).not.toContain('<');
    expect(JSON.parse(data)).toMatchObject({ '@type': 'BlogPosting', headline: evil.replace('\u2028', '') });
  });

  test('cannot leave the stylesheet', () => {
    const page = composePage(input('x'));
    const made = fromParse5(
      parse(pageHtml(page, [], `a{} </style><script>x</script><!-- ${quietCss}`)),
    ) as Root;
    expect(all(made, 'script')).toEqual([]);
    expect(all(made, 'style')).toHaveLength(1);
  });
});

describe('structured data', () => {
  const dataOf = (source: string) => {
    const { root } = renderedPage(`---\nsource:\n${source}\n---\nx`);
    return JSON.parse(textOf(one(root, 'script'))) as Record<string, unknown>;
  };

  test.each([
    ['inspired by', false],
    ['quoted', false],
    ['adapted from', true],
    ['translated from', true],
  ])('a work that is %s is cited, and a basis: %s', (relation, basis) => {
    const data = dataOf(`  title: A Work\n  relation: ${relation}`);
    const work = { '@type': 'CreativeWork', name: 'A Work' };
    expect(data['citation']).toEqual([work]);
    expect(data['isBasedOn']).toEqual(basis ? [work] : undefined);
  });
});
