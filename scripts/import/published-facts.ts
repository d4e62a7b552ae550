import { defineImporter } from '../../src/analysis.ts';
import { optionalText, textField } from './official-files/fields.ts';
import { SINGLE_FACTS } from './official-files/licences.ts';
import { readRecords, type SourceRecord } from './official-files/read-records.ts';

const COLLECTIONS = [
  'innovation_programme_coverage',
  'national_history',
  'nuffield_and_liverpool',
  'planned_spending',
  'statistical_conventions',
  'what_works_studies',
] as const;

/** Sums over the facts: working notes, which our own analyses replace. */
const CHECKS = 'derived_checks';

/** Figures in circulation for which no source was found that a reader could check. */
const UNCONFIRMED = 'not_confirmed';

const file = (name: string): string => `published_facts/${name}.csv`;

/** Single figures found in public documents, each with the source that was seen. */
export default defineImporter({
  id: 'published-facts',
  title: 'Published facts',
  reads: [...COLLECTIONS, CHECKS, UNCONFIRMED].map(file),
  produces: [
    {
      name: 'published-facts',
      title: 'Single figures and statements found in public documents, each with its source',
      description:
        'For comparison with what the data say. Some come from the press or a reprint, as source_publisher shows. number is value where that is a number.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        {
          title: 'Public documents, each given in its row',
          publisher: 'As given in each row',
          year: '1996 to 2025',
        },
      ],
      licenses: [SINGLE_FACTS],
      synthetic: false,
      schema: {
        fields: [
          {
            ...textField('id', 'Id'),
            constraints: { required: true, unique: true, pattern: '^[a-z]{2}[0-9]{3}$' },
          },
          {
            ...textField('collection', 'Collection'),
            constraints: { required: true, enum: [...COLLECTIONS] },
          },
          textField('measure', 'Measure'),
          textField('geography', 'Geography'),
          optionalText('period', 'Period'),
          textField('value', 'Value', 'As printed'),
          { name: 'number', type: 'number', title: 'Number' },
          optionalText('unit', 'Unit'),
          textField('definition', 'Definition'),
          textField('source_title', 'Source'),
          textField('source_publisher', 'Publisher'),
          textField('source_year', 'Year of the source', 'n.d. where the page seen has no date'),
          textField('source_address', 'Address'),
          optionalText('note', 'Note'),
        ],
        primaryKey: ['id'],
      },
    },
    {
      name: 'unconfirmed-figures',
      title: 'Figures in circulation that no source found confirms as printed',
      description:
        'Quoted in news and in texts of the studies themselves. One row for each figure printed; number is empty where words stand.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [{ title: 'News and project texts, as state says', publisher: 'As state says', year: '2018' }],
      licenses: [SINGLE_FACTS],
      synthetic: false,
      schema: {
        fields: [
          {
            ...textField('id', 'Id'),
            constraints: { required: true, pattern: '^[a-z]{2}[0-9]{2}$' },
          },
          {
            name: 'position',
            type: 'integer',
            title: 'Position among the figures of the row',
            constraints: { required: true, minimum: 1 },
          },
          textField('fact', 'Fact'),
          textField('printed', 'Figure', 'As printed'),
          { name: 'number', type: 'number', title: 'Number' },
          optionalText('state', 'What was found'),
        ],
        primaryKey: ['id', 'position'],
      },
    },
  ],
  async run(context) {
    const checks = readRecords(context.sheet(file(CHECKS)));
    context.log.read(file(CHECKS), checks.length);
    context.log.dropped(file(CHECKS), checks.length, 'a sum over other rows, not a source');
    const unconfirmed = readRecords(context.sheet(file(UNCONFIRMED)));
    context.log.read(file(UNCONFIRMED), unconfirmed.length);
    const rows = COLLECTIONS.flatMap((collection) => {
      const records = readRecords(context.sheet(file(collection)));
      context.log.read(file(collection), records.length);
      return records.map((record) => factRow(collection, record));
    });
    return { 'published-facts': rows, 'unconfirmed-figures': unconfirmed.flatMap(figureRows) };
  },
});

/** `3.79; 4.16; 370.1` is three figures. */
function figureRows(record: SourceRecord) {
  return record
    .text('figure_in_circulation')
    .split(';')
    .map((figure, index) => ({
      id: record.text('id'),
      position: index + 1,
      fact: record.text('fact'),
      printed: figure.trim(),
      number: numberIn(figure.trim()),
      state: record.text('state') || null,
    }));
}

function numberIn(printed: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(printed) ? Number(printed) : null;
}

function factRow(collection: string, record: SourceRecord) {
  const value = record.text('value');
  return {
    id: record.text('id'),
    collection,
    measure: record.text('measure'),
    geography: record.text('geography'),
    period: record.text('period') || null,
    value,
    number: numberIn(value),
    unit: record.text('unit') || null,
    definition: record.text('definition'),
    source_title: record.text('source_title'),
    source_publisher: record.text('source_publisher'),
    source_year: record.text('source_year'),
    source_address: record.text('source_address'),
    note: record.text('note') || null,
  };
}
