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

/** Working notes on the facts: sums over them, and figures for which no source was found. */
const WITHOUT_SOURCE = ['derived_checks', 'not_confirmed'] as const;

const file = (name: string): string => `published_facts/${name}.csv`;

/** Single figures found in public documents, each with the source that was seen. */
export default defineImporter({
  id: 'published-facts',
  title: 'Published facts',
  reads: [...COLLECTIONS, ...WITHOUT_SOURCE].map(file),
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
  ],
  async run(context) {
    for (const name of WITHOUT_SOURCE) {
      const records = readRecords(context.sheet(file(name)));
      context.log.read(file(name), records.length);
      context.log.dropped(file(name), records.length, 'a working note without a published source');
    }
    const rows = COLLECTIONS.flatMap((collection) => {
      const records = readRecords(context.sheet(file(collection)));
      context.log.read(file(collection), records.length);
      return records.map((record) => factRow(collection, record));
    });
    return { 'published-facts': rows };
  },
});

function factRow(collection: string, record: SourceRecord) {
  const value = record.text('value');
  return {
    id: record.text('id'),
    collection,
    measure: record.text('measure'),
    geography: record.text('geography'),
    period: record.text('period') || null,
    value,
    number: /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null,
    unit: record.text('unit') || null,
    definition: record.text('definition'),
    source_title: record.text('source_title'),
    source_publisher: record.text('source_publisher'),
    source_year: record.text('source_year'),
    source_address: record.text('source_address'),
    note: record.text('note') || null,
  };
}
