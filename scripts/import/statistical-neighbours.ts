import { defineImporter, type ImportContext, type Row } from '../../src/analysis.ts';
import { areaField, textField, yearField } from './official-files/fields.ts';
import { type AreaFinder, createAreaFinder } from './official-files/find-area.ts';
import { OPEN_GOVERNMENT_LICENCE } from './official-files/licences.ts';
import { cellText } from './official-files/read-records.ts';

/** Former authorities stand below the others; in the file of 2025 with their neighbours of 2021. */
export const MODELS = [
  { model: 2021, file: 'dfe_lait/sn_april_2021.xlsx', withFormer: true },
  { model: 2025, file: 'dfe_lait/sn_may_2025.xlsx', withFormer: false },
] as const;

export const SHEET = 'LA SN Groups';

const HEADER_ROWS = 3;

/** Columns of a row: number, name, number again, region twice, then ten pairs of neighbour and closeness. */
const FIRST_NEIGHBOUR = 5;
const NEIGHBOURS = 10;

const CLOSENESS = ['extremely close', 'very close', 'close', 'somewhat close', 'not close'];

/** The ten authorities that the Department for Education takes for an authority's statistical neighbours. */
export default defineImporter({
  id: 'statistical-neighbours',
  title: 'Statistical neighbours',
  reads: MODELS.map(({ file }) => file),
  needs: ['authorities', 'authority-codes'],
  produces: [
    {
      name: 'statistical-neighbours',
      title: 'Children’s services statistical neighbours, models of 2021 and 2025',
      description:
        'Ten rows for each model and authority, nearest first. The model of 2021 has none for the authorities of 2023, and has those of authorities that ended in 2019 to 2021.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        {
          title: 'Local Authority Interactive Tool: statistical neighbours of April 2021 and May 2025',
          publisher: 'Department for Education',
          year: '2021 to 2025',
        },
      ],
      licenses: [OPEN_GOVERNMENT_LICENCE],
      synthetic: false,
      schema: {
        fields: [
          yearField('model', 'Model', 'Year of the model'),
          areaField(),
          {
            name: 'place',
            type: 'integer',
            title: 'Place',
            description: '1 is the nearest',
            constraints: { required: true, minimum: 1, maximum: NEIGHBOURS },
          },
          areaField('neighbour', 'Neighbour'),
          { ...textField('closeness', 'Closeness'), constraints: { required: true, enum: CLOSENESS } },
        ],
        primaryKey: ['model', 'area', 'place'],
        foreignKeys: ['area', 'neighbour'].map((field) => ({
          fields: [field],
          reference: { resource: 'authorities', fields: ['area'] },
        })),
      },
    },
  ],
  async run(context) {
    const finder = createAreaFinder(context);
    return { 'statistical-neighbours': MODELS.flatMap((model) => readModel(context, finder, model)) };
  },
});

function readModel(context: ImportContext, finder: AreaFinder, source: (typeof MODELS)[number]): Row[] {
  const { model, file, withFormer } = source;
  const sheet = context.sheet(file, SHEET);
  const rows: Row[] = [];
  let read = 0;
  let former = false;
  for (const [i, cells] of sheet.rows.entries()) {
    const texts = cells.map(cellText);
    if (texts[1] === 'Old SNs:') former = true;
    const laCode = texts[0] ?? '';
    if (i < HEADER_ROWS || laCode === '') continue;
    read++;
    const place = `${file} [${SHEET}]:${sheet.lines[i] ?? i + 1}`;
    if (former && !withFormer) {
      context.log.dropped(file, 1, 'a former authority, with its neighbours of the model of 2021');
      continue;
    }
    const pairs = texts.slice(FIRST_NEIGHBOUR, FIRST_NEIGHBOUR + 2 * NEIGHBOURS);
    if (pairs.every((text) => text === '-' || text === '')) {
      context.log.dropped(file, 1, 'an authority without neighbours in this model');
      continue;
    }
    const areaOf = (code: string): string =>
      finder.find(file, place, { level: 'authority', gssCode: '', laCode: code, name: code });
    for (let at = 0; at < NEIGHBOURS; at++) {
      const [neighbour = '', closeness = ''] = pairs.slice(2 * at, 2 * at + 2);
      rows.push({
        model,
        area: areaOf(laCode),
        place: at + 1,
        neighbour: areaOf(neighbour),
        closeness: closeness.toLowerCase(),
      });
    }
  }
  context.log.read(file, read);
  return rows;
}
