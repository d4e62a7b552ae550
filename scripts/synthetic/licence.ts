/** Made-up records may be used by anyone for anything. */
export const CC0 = {
  name: 'CC0-1.0',
  title: 'Creative Commons Zero 1.0',
  path: 'https://creativecommons.org/publicdomain/zero/1.0/',
} as const;
