import { defineImporter } from '../../src/analysis.ts';
import { AREA_REFERENCE, areaField, optionalText, textField } from './official-files/fields.ts';
import { createAreaFinder } from './official-files/find-area.ts';
import { SINGLE_FACTS } from './official-files/licences.ts';
import { readRecords } from './official-files/read-records.ts';

const FILE = 'published_facts/innovation_programme_authorities.csv';

const ROUNDS: Readonly<Record<string, string>> = {
  'round 1 (2014-16)': '1',
  'round 2 (2016-20)': '2',
  'targeted opportunity (2017-20)': 'targeted opportunity',
};

/**
 * Authorities that a source names as lead, host or partner of an Innovation Programme project. An authority
 * that no source names is not known, which is not the same as none.
 */
export default defineImporter({
  id: 'innovation-programme',
  title: 'Authorities named in projects of the Children’s Social Care Innovation Programme',
  reads: [FILE],
  needs: ['authorities', 'authority-codes'],
  produces: [
    {
      name: 'innovation-programme',
      title: 'Authorities that a source names in projects of the Children’s Social Care Innovation Programme',
      description:
        'One row for each authority, project and source. The list is incomplete: round 1 has 42 authorities here, while officials spoke of 47% of authorities as lead or partner in July 2015. An authority that is not in it is not known to have taken part, and not known not to have.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        {
          title:
            'Pages and reports that name projects and authorities of the programme, each given in its row',
          publisher: 'Department for Education and others',
          year: '2014 to 2020',
        },
      ],
      licenses: [SINGLE_FACTS],
      synthetic: false,
      schema: {
        fields: [
          { ...textField('id', 'Id'), constraints: { required: true, unique: true } },
          areaField(),
          textField('authority', 'Authority', 'As the source names it'),
          { ...textField('round', 'Round'), constraints: { required: true, enum: Object.values(ROUNDS) } },
          textField('period', 'Period'),
          textField('project', 'Project'),
          textField('role', 'Role'),
          optionalText('announced', 'Announced', 'Year, month or day, as far as the source says'),
          textField('definition', 'Definition'),
          textField('source_title', 'Source'),
          textField('source_publisher', 'Publisher'),
          textField('source_year', 'Year of the source', 'n.d. where the page seen has no date'),
          textField('source_address', 'Address'),
          optionalText('note', 'Note'),
        ],
        primaryKey: ['id'],
        foreignKeys: [AREA_REFERENCE],
      },
    },
  ],
  async run(context) {
    const finder = createAreaFinder(context);
    const records = readRecords(context.sheet(FILE));
    context.log.read(FILE, records.length);
    const rows = records.map((record) => {
      const period = record.text('round');
      const round = ROUNDS[period];
      if (round === undefined) throw new Error(`${record.place}: "${period}" is no round of the programme`);
      const authority = record.text('geography');
      const gssCode = record.text('new_la_code');
      const laCode = record.text('la_code');
      return {
        id: record.text('id'),
        area: finder.find(FILE, record.place, { level: 'authority', gssCode, laCode, name: authority }),
        authority,
        round,
        period: period.replace(/^.*\((.*)\)$/, '$1'),
        project: record.text('project'),
        role: record.text('role'),
        announced: record.text('announced') || null,
        definition: record.text('definition'),
        source_title: record.text('source_title'),
        source_publisher: record.text('source_publisher'),
        source_year: record.text('source_year'),
        source_address: record.text('source_address'),
        note: record.text('note') || null,
      };
    });
    return { 'innovation-programme': rows };
  },
});
