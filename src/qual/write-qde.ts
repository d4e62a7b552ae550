import type {
  QualCase,
  QualCode,
  QualCoding,
  QualProject,
  QualSource,
  QualValues,
  QualVariable,
} from '../model/qual.ts';
import { element, listElement, textElement } from './xml-text.ts';

type Lines = readonly string[];

/**
 * The project as a .qde file (REFI-QDA Project 1.0), valid by its schema. No clock is read: the format's times
 * of creation, which are optional, are left out, so that the same project always gives the same text.
 *
 * @param texts whether the sources' texts stand in the file, or beside it in an archive
 * @throws where a name or text holds a character that XML cannot, or a value has no variable
 */
export function writeQde(project: QualProject, texts: 'inside' | 'beside' = 'inside'): string {
  const { users, codes, variables, cases, sources, notes } = project;
  const lines = element(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: project.name,
      origin: project.origin === '' ? null : project.origin,
    },
    [
      listElement(
        'Users',
        users.map(({ guid, name }) => element('User', { guid, name })),
      ),
      listElement('CodeBook', codes.length === 0 ? [] : [listElement('Codes', codeTree(codes, null))]),
      listElement('Variables', variables.map(variableLines)),
      listElement(
        'Cases',
        cases.map((one) => caseLines(one, variables)),
      ),
      listElement(
        'Sources',
        sources.map((source) => sourceLines(source, variables, texts)),
      ),
      listElement(
        'Notes',
        notes.map(({ guid, name, description, text }) =>
          element('Note', { guid, name }, [
            textElement('Description', description),
            textElement('PlainTextContent', text),
          ]),
        ),
      ),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
}

/** Where a source's text stands in an archive, beneath the folder Sources. */
export function textFileName({ guid }: Pick<QualSource, 'guid'>): string {
  return `${guid}.txt`;
}

function codeTree(codes: readonly QualCode[], parent: string | null): readonly Lines[] {
  return codes
    .filter((code) => code.parent === parent)
    .map(({ guid, name, isCodable, color, description, notes }) =>
      element('Code', { guid, name, isCodable: String(isCodable), color }, [
        textElement('Description', description),
        ...noteRefs(notes),
        ...codeTree(codes, guid),
      ]),
    );
}

function variableLines({ guid, name, type, description }: QualVariable): Lines {
  return element('Variable', { guid, name, typeOfVariable: type }, [textElement('Description', description)]);
}

function caseLines(one: QualCase, variables: readonly QualVariable[]): Lines {
  return element('Case', { guid: one.guid, name: one.name }, [
    textElement('Description', one.description),
    ...one.codes.map((guid) => reference('CodeRef', guid)),
    ...valueLines(one.values, variables),
    ...one.sources.map((guid) => reference('SourceRef', guid)),
    ...one.selections.map((guid) => reference('SelectionRef', guid)),
  ]);
}

function sourceLines(
  source: QualSource,
  variables: readonly QualVariable[],
  texts: 'inside' | 'beside',
): Lines {
  const isInside = texts === 'inside' && source.text !== null;
  const plainTextPath = isInside ? null : `internal://${textFileName(source)}`;
  return element('TextSource', { guid: source.guid, name: source.name, plainTextPath }, [
    textElement('Description', source.description),
    // An empty text is a text: it must not come back as a missing one.
    isInside
      ? source.text === ''
        ? ['<PlainTextContent/>']
        : textElement('PlainTextContent', source.text ?? '')
      : [],
    ...source.selections.map(({ guid, name, description, start, end, codings, notes }) =>
      element(
        'PlainTextSelection',
        {
          guid,
          name: name === '' ? null : name,
          startPosition: String(start),
          endPosition: String(end),
        },
        [textElement('Description', description), ...codings.map(codingLines), ...noteRefs(notes)],
      ),
    ),
    ...source.codings.map(codingLines),
    ...noteRefs(source.notes),
    ...valueLines(source.values, variables),
  ]);
}

function codingLines({ guid, code, user, notes }: QualCoding): Lines {
  return element('Coding', { guid, creatingUser: user }, [reference('CodeRef', code), ...noteRefs(notes)]);
}

function valueLines(values: QualValues, variables: readonly QualVariable[]): readonly Lines[] {
  return Object.entries(values).map(([name, value]) => {
    const variable = variables.find((one) => one.name === name);
    if (variable === undefined) throw new Error(`the project has no variable "${name}"`);
    const text = typeof value === 'number' ? decimalText(value) : String(value);
    const held = textElement(`${variable.type}Value`, text);
    return element('VariableValue', {}, [
      reference('VariableRef', variable.guid),
      held.length > 0 ? held : [`<${variable.type}Value/>`],
    ]);
  });
}

/** XML's decimals have no exponent. */
function decimalText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no value that a project can hold`);
  const text = String(value);
  if (!text.includes('e')) return text;
  if (Math.abs(value) >= 1) return BigInt(value).toString();
  const [digits = '', exponent = ''] = text.replace(/^-/, '').split('e-');
  const zeros = '0'.repeat(Number(exponent) - 1);
  return `${value < 0 ? '-' : ''}0.${zeros}${digits.replace('.', '')}`;
}

function reference(name: string, targetGUID: string): Lines {
  return element(name, { targetGUID });
}

function noteRefs(notes: readonly string[]): readonly Lines[] {
  return notes.map((guid) => reference('NoteRef', guid));
}
