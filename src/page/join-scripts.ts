import type { TemplateFile } from '../model/template-file.ts';

/**
 * The small scripts of `templates/page-script/` as one module, each in a block so that none sees what another
 * declares. Comments on lines of their own and indents are left out: they are for who reads the files.
 */
export function joinScripts(scripts: readonly TemplateFile[]): string {
  const blocks = scripts.map(({ text }) => {
    const lines = text.split('\n').map((line) => line.trim());
    return `{\n${lines.filter((line) => line !== '' && !line.startsWith('//')).join('\n')}\n}`;
  });
  return blocks.join('\n');
}
