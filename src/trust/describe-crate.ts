import type { Tool } from '../model/manifest.ts';
import type { FrontMatter } from '../model/report.ts';
import type { Licence, Resource } from '../model/resource.ts';
import { CrateGraph, type CrateReference, compacted, fileId } from './crate-entities.ts';

const SPECIFICATION = 'https://w3id.org/ro/crate/1.2';
const PROFILE = 'https://w3id.org/ro/wfrun/process/0.5';
/** The one word that RO-Crate's own context lacks: of the profile's vocabulary. */
const SHA256 = 'https://w3id.org/ro/terms/workflow-run#sha256';

/** The folder that is described as a whole. */
const SOURCE = 'src/';

/** A file of the package. */
export interface CrateFile {
  readonly path: string;
  readonly role: 'input' | 'data' | 'output' | 'support';
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export interface CrateInput {
  readonly report: string;
  readonly title: string;
  readonly description: string;
  /** ISO date. */
  readonly date: string;
  readonly frontMatter: Pick<FrontMatter, 'authors' | 'publisher' | 'licence' | 'keywords'>;
  readonly files: readonly CrateFile[];
  /** The datasets, those included that are not packed. */
  readonly resources: readonly Resource[];
  readonly tools: readonly Tool[];
}

/**
 * `ro-crate-metadata.json`: the package as an RO-Crate 1.2 that conforms to the Process Run Crate profile 0.5. One
 * action, the build, turned the sources into the edition. It carries no time, because no clock is read; the date is
 * that of the edition.
 */
export function describeCrate(input: CrateInput): string {
  const graph = new CrateGraph();
  graph.add({
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': SPECIFICATION },
  });
  const people = input.frontMatter.authors.map((author, at) => addAuthor(author, at, input, graph));
  const publisher = graph.add(organisation(input.frontMatter.publisher));
  const licences = listLicences(input).map((licence) => addLicence(licence, graph));
  const described = input.files.filter(({ path }) => !path.startsWith(SOURCE));
  const files = described.map((file) => ({ role: file.role, id: addFile(file, input, graph) }));
  const source = graph.add({
    '@id': SOURCE,
    '@type': 'Dataset',
    name: 'Source of Plumbline',
    description: 'The program that made the edition: TypeScript, run as it is by Node',
  });
  const unpacked = input.resources.flatMap((resource) =>
    resource.confidential === undefined ? [] : [addUnpacked(resource, graph)],
  );
  const ofRole = (...roles: CrateFile['role'][]) =>
    files.flatMap(({ role, id }) => (roles.includes(role) ? [id] : []));
  const action = graph.add({
    '@id': `#build-${input.report}`,
    '@type': 'CreateAction',
    name: `Build of ${input.report}`,
    description: `npm ci && npm run build-report -- ${input.report}`,
    instrument: addTools(input.tools, graph),
    agent: publisher,
    object: compacted([...ofRole('input', 'data'), ...unpacked]),
    result: compacted(ofRole('output')),
    actionStatus: { '@id': 'http://schema.org/CompletedActionStatus' },
  });
  graph.add({
    '@id': './',
    '@type': 'Dataset',
    name: input.title,
    description: input.description || input.title,
    datePublished: input.date,
    license: compacted(licences),
    author: compacted(people),
    publisher,
    keywords: input.frontMatter.keywords.join(', ') || undefined,
    creditText: attributionOf(input.resources) || undefined,
    conformsTo: graph.add({
      '@id': PROFILE,
      '@type': ['CreativeWork', 'Profile'],
      name: 'Process Run Crate',
      version: '0.5',
    }),
    mentions: action,
    hasPart: compacted([source, ...files.map(({ id }) => id)]),
  });
  const context = [`${SPECIFICATION}/context`, { sha256: SHA256 }];
  return `${JSON.stringify({ '@context': context, '@graph': graph.entities() }, null, 2)}\n`;
}

function addAuthor(
  { name, affiliation, orcid }: FrontMatter['authors'][number],
  at: number,
  { frontMatter }: CrateInput,
  graph: CrateGraph,
): CrateReference {
  // A body that signs its reports as a whole is no person.
  if (orcid === undefined && name === frontMatter.publisher) return graph.add(organisation(name));
  return graph.add({
    '@id': orcid === undefined ? `#author-${at + 1}` : `https://orcid.org/${orcid}`,
    '@type': 'Person',
    name,
    affiliation: affiliation === undefined ? undefined : graph.add(organisation(affiliation)),
  });
}

function organisation(name: string) {
  return { '@id': `#organisation-${slug(name)}`, '@type': 'Organization', name };
}

/** Of the report, of the code, and of each dataset, one of a name. */
function listLicences({ frontMatter, resources }: CrateInput): readonly Licence[] {
  const own = KNOWN_LICENCES.find(({ title }) => title === frontMatter.licence);
  const all = [
    own ?? { name: slug(frontMatter.licence), title: frontMatter.licence, path: '' },
    ...KNOWN_LICENCES.filter(({ name }) => name === 'MIT'),
    ...resources.flatMap(({ licenses }) => licenses),
  ];
  return [...new Map(all.map((licence) => [licenceId(licence), licence])).values()];
}

const KNOWN_LICENCES: readonly Licence[] = [
  {
    name: 'OGL-UK-3.0',
    title: 'Open Government Licence v3.0',
    path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  { name: 'CC-BY-4.0', title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  { name: 'MIT', title: 'MIT licence', path: 'https://spdx.org/licenses/MIT' },
];

function licenceId({ name, path }: Licence): string {
  return isAddress(path) ? path : `#licence-${slug(name)}`;
}

/** A path is one from `data/`, as the data package has it. */
function isAddress(path: string): boolean {
  return /^https?:\/\//.test(path);
}

function addLicence(licence: Licence, graph: CrateGraph): CrateReference {
  const isMit = licence.name === 'MIT';
  return graph.add({
    '@id': licenceId(licence),
    '@type': 'CreativeWork',
    name: licence.title,
    description: isMit ? 'Of the code: see LICENSE' : `Of the report or of datasets in it: ${licence.name}`,
    identifier: isAddress(licence.path) ? licence.path : undefined,
    url: isAddress(licence.path) || licence.path === '' ? undefined : fileId(`data/${licence.path}`),
  });
}

function addFile(file: CrateFile, { resources, report }: CrateInput, graph: CrateGraph): CrateReference {
  const resource = resources.find(({ path }) => `data/${path}` === file.path);
  const about = resource === undefined ? describeFile(file, report) : describeData(resource, graph);
  return graph.add({
    '@id': fileId(file.path),
    '@type': 'File',
    ...about,
    encodingFormat: mediaType(file.path),
    contentSize: String(file.bytes),
    sha256: file.sha256,
  });
}

function describeFile({ path, role }: CrateFile, report: string) {
  const roles = {
    input: `source of ${report}`,
    data: 'description of the datasets',
    output: `edition of ${report}`,
    support: 'needed to build and verify',
  };
  return { name: path.slice(path.lastIndexOf('/') + 1), description: roles[role] };
}

function describeData(resource: Resource, graph: CrateGraph) {
  return {
    name: resource.title,
    description: [resource.description ?? 'dataset', resource.synthetic ? 'Made-up records.' : '']
      .join(' ')
      .trim(),
    license: compacted(resource.licenses.map((licence) => addLicence(licence, graph))),
    creditText: attributionOf([resource]) || undefined,
  };
}

/** A confidential dataset is named and not packed: it is no file of the crate (an id with `#`). */
function addUnpacked(resource: Resource, graph: CrateGraph): CrateReference {
  return graph.add({
    '@id': `#not-packed-${resource.name}`,
    '@type': 'CreativeWork',
    name: resource.title,
    description: `Confidential, and not packed. Its hash is ${resource.hash}.`,
  });
}

/** `Contains public sector information …`, and whose. */
function attributionOf(resources: readonly Resource[]): string {
  const open = resources.filter(({ licenses }) => licenses.some(({ name }) => name.startsWith('OGL')));
  if (open.length === 0) return '';
  const publishers = [
    ...new Set(open.flatMap(({ sources }) => sources.flatMap(({ publisher }) => publisher ?? []))),
  ];
  const whose = publishers.length === 0 ? '' : ` Sources: ${publishers.sort().join('; ')}.`;
  return `Contains public sector information licensed under the Open Government Licence v3.0.${whose}`;
}

/** The program that was run, with what it needs. */
function addTools(tools: readonly Tool[], graph: CrateGraph): CrateReference {
  const [own, ...others] = [...tools].sort(
    (a, b) => Number(b.name === 'plumbline') - Number(a.name === 'plumbline'),
  );
  const requirements = others.map(({ name, version }) =>
    graph.add({
      '@id': `#tool-${slug(name)}`,
      '@type': 'SoftwareApplication',
      name,
      softwareVersion: version,
    }),
  );
  return graph.add({
    '@id': '#plumbline',
    '@type': 'SoftwareApplication',
    name: 'Plumbline',
    description: `Its source is in src/${own?.hash === undefined ? '' : `: ${own.hash}`}`,
    softwareVersion: own?.version ?? '',
    softwareRequirements: compacted(requirements),
  });
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  css: 'text/css',
  hbs: 'text/x-handlebars-template',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  parquet: 'application/vnd.apache.parquet',
  pdf: 'application/pdf',
  pem: 'application/x-pem-file',
  png: 'image/png',
  qdpx: 'application/zip',
  R: 'text/x-r-source',
  svg: 'image/svg+xml',
  ts: 'text/x-typescript',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function mediaType(path: string): string {
  return MEDIA_TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
