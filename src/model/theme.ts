/** A colour on paper and light screens, and on dark ones: `#12436d`. */
export interface Shade {
  readonly light: string;
  readonly dark: string;
}

/** A family of fonts, from a package of `@fontsource` that is installed. */
export interface ThemeFont {
  /** As CSS names it: `Source Sans 3`. */
  readonly family: string;
  /** `@fontsource/source-sans-3` */
  readonly package: string;
}

/**
 * What makes the documents of one research body look like its own, from `templates/theme/theme.json`. Layouts
 * and style sheets draw on it and hold no colour, font or size of paper themselves.
 */
export interface Theme {
  readonly name: string;
  /** In millimetres, upright. */
  readonly paper: { readonly width: number; readonly height: number };
  /** File beside the theme, or `''`. */
  readonly logo: string;
  readonly fonts: { readonly sans: ThemeFont; readonly serif: ThemeFont };
  /** Colours of pages, by the name of their custom property without its dashes: `ink`. */
  readonly colours: Readonly<Record<string, Shade>>;
  /** Colours that charts may name. */
  readonly charts: Readonly<Record<string, Shade>>;
}
