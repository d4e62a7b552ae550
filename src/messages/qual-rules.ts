import type { Message, Place } from '../model/message.ts';
import { expectOneOf } from './expect-one-of.ts';
import { nearestName } from './nearest-name.ts';
import { errorAt, type Rules, warningAt } from './rule.ts';

/** What can be wrong with a qualitative project (REFI-QDA) and with what is quoted from it. */
export const qualRules: Rules = {
  'qual/damaged-archive': 'The bytes of a .qdpx file are not a ZIP archive that can be read.',
  'qual/hostile-archive':
    'A .qdpx archive holds something that no program writes: a path out of it, two files of one name, a link.',
  'qual/oversized': 'A project unpacks to more, or holds more, than Plumbline reads.',
  'qual/no-project-file': 'A .qdpx archive holds no project.qde, or several.',
  'qual/not-utf8': 'A text of a project is not UTF-8.',
  'qual/not-xml': 'A project file is not well-formed XML.',
  'qual/doctype': 'A project file declares a document type, which could define entities.',
  'qual/not-a-project': 'An XML file is not a REFI-QDA project.',
  'qual/missing-attribute': 'An element lacks an attribute that it must have.',
  'qual/bad-value': 'An attribute or value is not of the kind that the format demands.',
  'qual/duplicate-guid': 'Two things of a project have the same GUID.',
  'qual/duplicate-variable': 'Two variables of a project have the same name.',
  'qual/unknown-reference': 'A GUID is referred to that nothing in the project has.',
  'qual/position': 'A selection does not lie within its text.',
  'qual/missing-text': 'A source names a text that the file does not hold.',
  'qual/unread-part': 'A project holds parts that Plumbline does not read.',
  'qual/unknown-project': 'A quotation names a project that no analysis of the report reads.',
  'qual/unknown-source': 'A quotation names a source that no project of the report holds.',
  'qual/ambiguous-source': 'A quotation names a source that several projects of the report hold.',
  'qual/quote-differs': 'A quotation is not in the transcript, character for character.',
  'qual/no-consent': 'A participant is quoted who has not agreed to be quoted.',
  'qual/few-authorities':
    'A participant is quoted from a group of so few authorities that it can be told whose words they are.',
};

const EXPORT_AGAIN = 'export the project again from the program that made it';

export function damagedArchive(file: string, found: string): Message {
  return errorAt(
    'qual/damaged-archive',
    { file },
    { reason: `${found}; expected a REFI-QDA project, which is a ZIP archive`, remedy: EXPORT_AGAIN },
  );
}

export function hostileArchive(file: string, found: string, expected: string): Message {
  return errorAt(
    'qual/hostile-archive',
    { file },
    {
      reason: `${found}; expected ${expected}`,
      remedy: `do not open it with other programs; ask who sent it, or ${EXPORT_AGAIN}`,
    },
  );
}

export function oversizedProject(file: string, found: string, most: string): Message {
  return errorAt(
    'qual/oversized',
    { file },
    {
      reason: `${found}; expected at most ${most}`,
      remedy: 'look whether the file is what it should be; export a true one in parts',
    },
  );
}

export function noProjectFile(file: string, found: string): Message {
  return errorAt(
    'qual/no-project-file',
    { file },
    { reason: `the archive holds ${found}; expected one project.qde at its top`, remedy: EXPORT_AGAIN },
  );
}

export function textNotUtf8(place: Place, what: string): Message {
  return errorAt('qual/not-utf8', place, {
    reason: `${what} is not UTF-8; expected UTF-8, as the standard says, so that positions count characters`,
    remedy: EXPORT_AGAIN,
  });
}

export function notXml(place: Place, problem: string): Message {
  return errorAt('qual/not-xml', place, {
    reason: `the project is not well-formed XML: ${problem}; expected a file as a program exports it`,
    remedy: EXPORT_AGAIN,
  });
}

export function doctypeRefused(place: Place): Message {
  return errorAt('qual/doctype', place, {
    reason: 'a document type is declared here; expected none, because it could define entities that grow',
    remedy: 'no program for qualitative analysis writes one: ask who sent the file, or remove the line',
  });
}

export function notAProject(place: Place, found: string): Message {
  return errorAt('qual/not-a-project', place, {
    reason: `${found}; expected <Project> of urn:QDA-XML:project:1.0`,
    remedy: 'export the project (not only its codebook) as REFI-QDA',
  });
}

export function missingAttribute(place: Place, element: string, attribute: string): Message {
  return errorAt('qual/missing-attribute', place, {
    reason: `<${element}> has no ${attribute}; expected one`,
    remedy: EXPORT_AGAIN,
  });
}

export function badValue(place: Place, what: string, found: string, expected: string): Message {
  return errorAt('qual/bad-value', place, {
    reason: `${what} is ${JSON.stringify(found)}; expected ${expected}`,
    remedy: EXPORT_AGAIN,
  });
}

export function duplicateGuid(place: Place, guid: string, first: Place): Message {
  return errorAt('qual/duplicate-guid', place, {
    reason: `the GUID ${guid} stands a second time; expected one of its own`,
    remedy: EXPORT_AGAIN,
    cause: { place: first, label: 'stands first' },
  });
}

export function duplicateVariable(place: Place, name: string): Message {
  return errorAt('qual/duplicate-variable', place, {
    reason: `a second variable is named "${name}"; expected a name of its own, because values go by it`,
    remedy: 'rename one of the two in the program that made the project',
  });
}

export function unknownGuid(place: Place, what: string, guid: string): Message {
  return errorAt('qual/unknown-reference', place, {
    reason: `${what} refers to ${guid}, which nothing in the project has; expected the GUID of one`,
    remedy: EXPORT_AGAIN,
  });
}

/** @param inUnits whether the positions would fit if UTF-16 code units were counted */
export function badPosition(
  place: Place,
  start: number,
  end: number,
  length: number,
  inUnits: boolean,
): Message {
  return errorAt('qual/position', place, {
    reason: `the selection runs from ${start} to ${end}; expected within the text's ${length} Unicode characters, start before end`,
    remedy: inUnits
      ? 'the program seems to have counted UTF-16 units, in which an emoji is two: have it export Unicode code points'
      : EXPORT_AGAIN,
  });
}

export function missingText(place: Place, source: string, path: string): Message {
  return warningAt('qual/missing-text', place, {
    reason: `the text of "${source}" is ${path === '' ? 'nowhere' : path}, which the file does not hold; expected it inside`,
    remedy: 'export the project with its sources; codings are read, but positions cannot be checked',
  });
}

export function unreadPart(place: Place, found: string): Message {
  return warningAt('qual/unread-part', place, {
    reason: `${found}: not read; expected codes, variables, cases, texts with selections, and notes`,
    remedy: 'nothing is to be done unless an analysis needs them',
  });
}

export function unknownProject(place: Place, name: string, known: readonly string[]): Message {
  const near = nearestName(name, known);
  return errorAt('qual/unknown-project', place, {
    reason: `"${name}" is not a project of this report; ${expectOneOf(known, 'projects that its analyses read')}`,
    remedy: near === undefined ? 'name the resource as the data package does' : `did you mean "${near}"?`,
  });
}

export function unknownSource(place: Place, name: string, known: readonly string[]): Message {
  const near = nearestName(name, known);
  return errorAt('qual/unknown-source', place, {
    reason:
      known.length === 0
        ? `"${name}" is quoted, but no analysis of the report reads a qualitative project; expected one that does`
        : `"${name}" is not a source of the report's projects; expected one of their ${known.length} names`,
    remedy: near === undefined ? 'name the interview as its project names it' : `did you mean "${near}"?`,
  });
}

export function ambiguousSource(place: Place, name: string, projects: readonly string[]): Message {
  return errorAt('qual/ambiguous-source', place, {
    reason: `"${name}" is a source of ${projects.join(' and ')}; expected it of one project`,
    remedy: `write {{#quote "${name}" of="${projects[0] ?? '…'}"}}…{{/quote}}`,
  });
}

export function quoteDiffers(place: Place, name: string, words: string, found: string | undefined): Message {
  const looksSame = found?.normalize('NFKC') === words.normalize('NFKC');
  return errorAt('qual/quote-differs', place, {
    reason:
      found === undefined
        ? `the words are not in "${name}"; expected them there, character for character`
        : `the words are not in "${name}"; the nearest passage there is “${found}”; expected the words as they stand there`,
    remedy: looksSame
      ? 'the two look alike, but an accent or a blank is another character: copy the passage from the transcript'
      : 'copy the passage from the transcript; what is left out is written […]',
  });
}

export function noConsent(place: Place, name: string, found: string, variable: string): Message {
  return errorAt('qual/no-consent', place, {
    reason: `the participant of "${name}" ${found}; expected ${variable} = true for every case of the source`,
    remedy: 'quote somebody who agreed, say it in words of your own, or ask for consent and record it',
  });
}

export function fewAuthorities(place: Place, source: string, group: string, least: number): Message {
  return errorAt('qual/few-authorities', place, {
    reason: `fewer than ${least} authorities stand behind those who could have said what "${source}" said, in the same group of ${group}; expected ${least} or more, as the rules of the project ask`,
    remedy: 'leave the quotation out, or quote somebody of a larger group',
  });
}
