import { describe, expect, test } from 'vitest';
import { avatarColour, avatarColours, initial } from '../../../core/page/avatar-colour.ts';
import { pageDirection, pageLanguage } from '../../../core/page/language.ts';
import { libraryImage, libraryImagePath } from '../../../core/page/library-image.ts';
import { optionalLine, plainLine } from '../../../core/page/plain-text.ts';
import { pageWords } from '../../../core/page/words.ts';

describe('the language of a page', () => {
  test.each([
    [['de-AT', 'en'], 'de-AT'],
    [[undefined, 'fr'], 'fr'],
    [[undefined, undefined], 'en'],
    [['not a tag"><', ' es '], 'es'],
    [['pt_BR'], 'pt-BR'],
  ])('%j is %s', (tags, lang) => {
    expect(pageLanguage(...tags)).toBe(lang);
  });

  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['uz-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['az-AZ', 'ltr'],
    ['en', 'ltr'],
  ])('%s runs %s', (lang, direction) => {
    expect(pageDirection(lang)).toBe(direction);
  });
});

describe('the words of a page', () => {
  test('are those of the language, else English', () => {
    expect(pageWords('de-CH').source).toBe('Quelle');
    expect(pageWords('FR').writtenBy).toBe('Écrit par');
    expect(pageWords('es-MX').share).toBe('Compartir este artículo');
    expect(pageWords('nl')).toBe(pageWords('en'));
  });

  test.each([
    ['en', 0, '0 views'],
    ['en', 1, '1 view'],
    ['en', 3, '3 views'],
    ['en', 1234567, '1,234,567 views'],
    ['de', 1, '1 Aufruf'],
    ['de', 4321, '4.321 Aufrufe'],
    ['fr', 0, '0 vue'],
    ['fr', 12000, '12\u202F000 vues'],
    ['es', 2, '2 visitas'],
  ])('in %s count %i views as "%s"', (lang, count, text) => {
    expect(pageWords(lang).views(count)).toBe(text);
  });
});

describe('texts of the front matter', () => {
  test('become one clean line', () => {
    expect(plainLine('  a\n\tb\u0000c\u0085d \uD800e\uDC00 😀 ')).toBe('a b c d \uFFFDe\uFFFD 😀');
    expect(optionalLine(' \n ')).toBeUndefined();
    expect(optionalLine(undefined)).toBeUndefined();
  });
});

describe('initials', () => {
  test.each([
    ['Mara Lindqvist', 'M'],
    ['  émile', 'É'],
    ['“Anon”', 'A'],
    ['東京', '東'],
    ['ßeta', 'SS'],
    ['***', ''],
  ])('%s -> %s', (name, letter) => {
    expect(initial(name)).toBe(letter);
  });

  test('have one of eight colours, always the same for one author', () => {
    const colours = Array.from({ length: 400 }, (_, index) => avatarColour(`author-${index}`));
    expect(new Set(colours).size).toBe(avatarColours);
    expect(colours.every((colour) => Number.isInteger(colour) && colour >= 0 && colour < avatarColours)).toBe(
      true,
    );
    expect(avatarColour('mara')).toBe(avatarColour('mara'));
  });
});

describe('images of the library', () => {
  test('are told apart from those of a post', () => {
    expect(libraryImagePath(libraryImage('assets/mara.jpg'))).toBe('assets/mara.jpg');
    expect(libraryImagePath('assets/mara.jpg')).toBeUndefined();
  });
});
