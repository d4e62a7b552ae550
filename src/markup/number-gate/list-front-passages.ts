import type { Place } from '../../model/message.ts';
import type { FrontMatter, Report } from '../../model/report.ts';
import { expandTemplate } from '../expand-template.ts';
import { indexLines } from '../source-map.ts';
import { alignOffsets } from './align-offsets.ts';
import { BOTH_BRANCHES } from './list-body-passages.ts';
import type { Passage } from './passage.ts';

/**
 * The passages of a report's front matter: whatever of it a reader gets as words. Names, addresses, codes,
 * dates and licences are none.
 */
export function listFrontPassages(report: Report): Passage[] {
  return readTexts(report.frontMatter).flatMap(({ text, path }): Passage[] => {
    const found = report.frontMatterPlaces.get(path);
    return text === '' || found === undefined ? [] : [readTemplate(text, found.place, found.source)];
  });
}

function readTexts(front: FrontMatter): { text: string; path: string }[] {
  const { project } = front;
  return [
    { text: front.title, path: 'title' },
    { text: front.subtitle, path: 'subtitle' },
    { text: front.shortTitle, path: 'short-title' },
    { text: front.kind, path: 'kind' },
    { text: front.funder, path: 'funder' },
    { text: front.standfirst, path: 'standfirst' },
    { text: front.pullOut, path: 'pull-out' },
    { text: project?.award ?? '', path: 'project.award' },
    { text: front.acknowledgements, path: 'acknowledgements' },
    { text: front.alternativeFormats, path: 'alternative-formats' },
    { text: front.rights, path: 'rights' },
    ...front.keyFigures.flatMap(({ label, change = '' }, index) => [
      { text: label, path: `key-figures.${index}.label` },
      { text: change, path: `key-figures.${index}.change` },
    ]),
    ...front.about.flatMap(({ name, text }, index) => [
      { text: name, path: `about.${index}.name` },
      { text, path: `about.${index}.text` },
    ]),
    ...front.team.map(({ role = '' }, index) => ({ text: role, path: `team.${index}.role` })),
    ...front.contributors.map((text, index) => ({ text, path: `contributors.${index}` })),
    { text: front.release.next ?? '', path: 'release.next' },
    { text: front.release.revisions ?? '', path: 'release.revisions' },
    { text: front.supersededBy?.title ?? '', path: 'superseded-by.title' },
    ...front.release.preRelease.map((text, index) => ({ text, path: `release.pre-release.${index}` })),
    ...front.qualityLog.map(({ check }, index) => ({ text: check, path: `quality-log.${index}.check` })),
    ...front.keywords.map((text, index) => ({ text, path: `keywords.${index}` })),
  ];
}

/**
 * A text with tags that stands in another file.
 * @param place where its source begins
 * @param source the text as that file has it, quotes and indents included
 */
export function readTemplate(template: string, place: Place, source: string): Passage {
  const expanded = expandTemplate(template, () => place, BOTH_BRANCHES, []);
  const text = expanded?.text ?? template;
  let offsets: readonly number[] | undefined;
  return {
    text,
    placeOf(offset) {
      offsets ??= alignOffsets(template, source);
      const at = offsets[expanded?.toSource(offset) ?? offset] ?? 0;
      const { line, column } = indexLines(source).point(at);
      const { line: firstLine = 1, column: firstColumn = 1, file } = place;
      return { file, line: firstLine + line - 1, column: line === 1 ? firstColumn + column - 1 : column };
    },
  };
}
