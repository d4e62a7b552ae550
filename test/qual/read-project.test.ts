import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contentDigest } from '../../src/data/content-hash.ts';
import type { Resource } from '../../src/model/resource.ts';
import { sliceCodePoints } from '../../src/qual/code-points.ts';
import { readProject, readQde, readQdpx } from '../../src/qual/read-project.ts';
import { zipFixture } from '../data/zip-fixture.ts';
import { HARD_TEXT } from './sample-project.ts';

const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const encode = (text: string) => new TextEncoder().encode(text);

function project(inside: string, attributes = 'name="Invented"'): Uint8Array {
  return encode(`<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" ${attributes}>
${inside}
</Project>`);
}

function source(start: number, end: number, text = HARD_TEXT.replaceAll('\r', '&#13;')): string {
  return `<CodeBook><Codes><Code guid="${guid(1)}" name="need" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="${guid(2)}" name="one"><PlainTextContent>${text}</PlainTextContent>
<PlainTextSelection guid="${guid(3)}" startPosition="${start}" endPosition="${end}"><Coding guid="${guid(4)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection>
</TextSource></Sources>`;
}

function rulesOf(bytes: Uint8Array): readonly string[] {
  return readQde('a.qde', bytes).messages.map(({ rule, place }) => `${rule}@${place.line}`);
}

/** The words of the one selection. */
function selected(bytes: Uint8Array): string {
  const { value, messages } = readQde('a.qde', bytes);
  assert.deepEqual(messages, []);
  const [first] = value?.sources ?? [];
  const [selection] = first?.selections ?? [];
  assert.ok(first?.text && selection);
  return sliceCodePoints(first.text, selection.start, selection.end);
}

describe('positions', () => {
  const characters = [...HARD_TEXT];
  const at = (word: string) => [...HARD_TEXT.slice(0, HARD_TEXT.indexOf(word))].length;

  test('count an emoji as its code points', () => {
    const start = at('👩‍👧');
    assert.equal(start, 12);
    assert.equal(selected(project(source(start, start + 3))), '👩‍👧');
    assert.equal(selected(project(source(at('😀'), at('😀') + 1))), '😀');
  });

  test('count an accent apart where it is written apart', () => {
    assert.equal(selected(project(source(at('cafe\u0301'), at('cafe\u0301') + 5))), 'cafe\u0301');
    assert.equal(selected(project(source(at('café'), at('café') + 4))), 'café');
  });

  test('count a Windows line end as two', () => {
    assert.equal(selected(project(source(0, 9))), 'Q: Why?\r\n');
    assert.equal(selected(project(source(at('That'), characters.length))), 'That was it.');
  });

  test('beyond the text are an error that says where, and when UTF-16 was counted', () => {
    const { length } = characters;
    assert.ok(HARD_TEXT.length > length);
    const [beyond] = readQde('a.qde', project(source(0, HARD_TEXT.length))).messages;
    assert.equal(beyond?.rule, 'qual/position');
    assert.match(
      beyond?.reason ?? '',
      new RegExp(`from 0 to ${HARD_TEXT.length}; expected within the text's ${length} `),
    );
    assert.match(beyond?.remedy ?? '', /UTF-16/);
    assert.deepEqual(rulesOf(project(source(5, 4))), ['qual/position@7']);
    assert.deepEqual(rulesOf(project(source(-1, 4))), ['qual/position@7']);
  });

  test('are taken from a text file without its byte order mark, its line ends kept', () => {
    const inside = source(9, 11).replace(
      / name="one">.*?<\/PlainTextContent>/s,
      ' name="one" plainTextPath="internal://1.txt">',
    );
    const bytes = zipFixture([
      { name: 'project.qde', content: project(inside) },
      { name: 'sources/1.TXT', content: `\ufeff${HARD_TEXT}` },
    ]);
    const { value, messages } = readQdpx('a.qdpx', bytes);
    assert.deepEqual(messages, []);
    assert.equal(value?.sources[0]?.text, HARD_TEXT);
  });
});

describe('a project file', () => {
  test('of a dialect is read, with one warning for what is not', () => {
    const extra = `${source(0, 1)}<Sets><Set guid="${guid(9)}" name="x"/></Sets><Extras xmlns="urn:other"><Thing/></Extras>`;
    const { value, messages } = readQde('a.qde', project(extra));
    assert.equal(value?.sources.length, 1);
    assert.deepEqual(
      messages.map(({ rule, severity }) => `${severity} ${rule}`),
      ['warning qual/unread-part'],
    );
    assert.match(messages[0]?.reason ?? '', /1 Set, 1 Thing/);
  });

  test('may write GUIDs in capitals and braces', () => {
    const bytes = project(
      source(0, 1).replace(`targetGUID="${guid(1)}"`, `targetGUID="{${guid(1).toUpperCase()}}"`),
    );
    const { value, messages } = readQde('a.qde', bytes);
    assert.deepEqual(messages, []);
    assert.equal(value?.sources[0]?.selections[0]?.codings[0]?.code, guid(1));
  });

  test('whose reference leads nowhere is refused at its line', () => {
    assert.deepEqual(
      rulesOf(project(source(0, 1).replace(`targetGUID="${guid(1)}"`, `targetGUID="${guid(77)}"`))),
      ['qual/unknown-reference@7'],
    );
  });

  test('with a GUID twice, no GUID or half of one is refused', () => {
    const text = source(0, 1);
    assert.deepEqual(rulesOf(project(text.replace(guid(3), guid(1)))), ['qual/duplicate-guid@7']);
    assert.deepEqual(rulesOf(project(text.replace(` guid="${guid(3)}"`, ''))), ['qual/missing-attribute@7']);
    assert.deepEqual(rulesOf(project(text.replace(guid(3), 'abc'))), ['qual/bad-value@7']);
  });

  test('with values of the wrong type, or two variables of one name, is refused', () => {
    const variable = (n: number, type: string) =>
      `<Variable guid="${guid(n)}" name="years" typeOfVariable="${type}"/>`;
    const value = (kind: string, text: string) =>
      `<Cases><Case guid="${guid(20)}"><VariableValue><VariableRef targetGUID="${guid(10)}"/><${kind}>${text}</${kind}></VariableValue></Case></Cases>`;
    const of = (type: string, held: string) =>
      rulesOf(project(`<Variables>${variable(10, type)}</Variables>${held}`));
    assert.deepEqual(of('Integer', value('IntegerValue', '12')), []);
    assert.deepEqual(of('Integer', value('IntegerValue', 'a dozen')), ['qual/bad-value@3']);
    assert.deepEqual(of('Boolean', value('BooleanValue', 'yes')), ['qual/bad-value@3']);
    assert.deepEqual(of('Colour', ''), ['qual/bad-value@3']);
    assert.deepEqual(
      rulesOf(project(`<Variables>${variable(10, 'Text')}${variable(11, 'Text')}</Variables>`)),
      ['qual/duplicate-variable@3'],
    );
  });

  test('that is no project, no XML or no UTF-8 is refused', () => {
    assert.deepEqual(rulesOf(encode('<Project name="x"/>')), ['qual/not-a-project@1']);
    assert.deepEqual(rulesOf(encode('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>')), [
      'qual/not-a-project@1',
    ]);
    assert.deepEqual(rulesOf(encode('<Project\n<')), ['qual/not-xml@2']);
    assert.deepEqual(rulesOf(encode('')), ['qual/not-xml@1']);
    assert.deepEqual(rulesOf(new Uint8Array([0xff, 0xfe, 0x3c, 0])), ['qual/not-utf8@undefined']);
  });

  test('without its text is read with a warning, positions unchecked', () => {
    const bytes = project(
      source(0, 9999).replace(
        / name="one">.*?<\/PlainTextContent>/s,
        ' name="one" plainTextPath="internal://1.txt">',
      ),
    );
    const { value, messages } = readQde('a.qde', bytes);
    assert.equal(value?.sources[0]?.text, null);
    assert.deepEqual(
      messages.map(({ rule, severity }) => `${severity} ${rule}`),
      ['warning qual/missing-text'],
    );
  });

  test('whose bytes the data package does not describe is refused', () => {
    const bytes = project('');
    const resource = {
      path: 'a.qde',
      format: 'qde',
      hash: contentDigest(bytes),
      bytes: bytes.length,
    } as Resource;
    const place = { file: 'data/datapackage.json' };
    assert.deepEqual(readProject(resource, bytes, place).messages, []);
    const [message] = readProject({ ...resource, hash: contentDigest('else') }, bytes, place).messages;
    assert.equal(message?.rule, 'data/hash');
  });
});
