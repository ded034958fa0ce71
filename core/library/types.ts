/** A labelled link of an author; only http, https and mailto reach a page. */
export interface AuthorLink {
  readonly label: string;
  readonly url: string;
}

/** An author profile of `galley.yaml`. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly role?: string | undefined;
  readonly bio?: string | undefined;
  /** Path of an image relative to the library. */
  readonly avatar?: string | undefined;
  readonly links: readonly AuthorLink[];
}

/** A category of `galley.yaml`; a post may also name one that is not listed there. */
export interface Category {
  readonly name: string;
  readonly slug: string;
}

export interface SiteSettings {
  readonly title?: string | undefined;
  /** Absolute http(s) URL of the site's root, ending in a slash. */
  readonly url?: string | undefined;
  /** BCP 47 tag; `en` when nothing is said. */
  readonly language?: string | undefined;
}

/** What belongs to all posts of a library: `galley.yaml`, read. */
export interface LibrarySettings {
  readonly site: SiteSettings;
  readonly authors: readonly Author[];
  readonly categories: readonly Category[];
  /** Id of the author of posts that name none. */
  readonly author: string | undefined;
  /** Id of the profile whose card closes posts that name none. */
  readonly profile: string | undefined;
}

/** A part of `galley.yaml` that could not be used; everything else still is. */
export interface SettingsProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | undefined;
  /** 1-based line of `galley.yaml`. */
  readonly line: number;
}

/** One change of `galley.yaml`. */
export type SettingsEdit =
  | { readonly kind: 'author'; readonly author: Author }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'default-author'; readonly id: string | undefined }
  | { readonly kind: 'default-profile'; readonly id: string | undefined }
  | { readonly kind: 'site'; readonly site: SiteSettings };
