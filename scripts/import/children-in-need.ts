import { defineImporter, type Row } from '../../src/analysis.ts';
import { SERIES_FILES } from './children-in-need/census-series.ts';
import { DETAIL_TABLE, STAGE_TABLE } from './children-in-need/census-tables.ts';
import {
  AUTHORITY_CATEGORIES,
  DETAIL_COLUMNS,
  type DetailRule,
  NATIONAL_DETAIL_COLUMNS,
} from './children-in-need/detail-columns.ts';
import { DETAIL_FILES, type DetailFile } from './children-in-need/detail-files.ts';
import { markReleases } from './children-in-need/mark-releases.ts';
import { type FigureRule, readSeries, readUnderlying } from './children-in-need/read-figures.ts';
import {
  type ColumnRule,
  STAGE_COLUMNS,
  UNDERLYING_RELEASES,
} from './children-in-need/underlying-releases.ts';
import { createAreaFinder, type PrintedArea } from './official-files/find-area.ts';

type Level = PrintedArea['level'];

/** Files with a row for each year and area, each once: several figures may come from one. */
const SERIES = new Map(
  [...SERIES_FILES, ...DETAIL_FILES].map(({ file, published }) => [file, { file, published }]),
);

/** The census of children in need: every stage from referral to plan, as each release prints it. */
export default defineImporter({
  id: 'children-in-need',
  title: 'Children in need census',
  reads: [...UNDERLYING_RELEASES.map(({ file }) => file), ...SERIES.keys()],
  needs: ['authorities', 'authority-codes'],
  produces: [STAGE_TABLE, DETAIL_TABLE],
  async run(context) {
    const finder = createAreaFinder(context);
    const rows: Row[] = [
      ...UNDERLYING_RELEASES.flatMap((release) =>
        readUnderlying(context, finder, release, (level) => underlyingRules(release.year, level)),
      ),
      ...[...SERIES.values()].flatMap((source) =>
        readSeries(context, finder, source, (level, year) => seriesRules(source.file, level, year)),
      ),
    ];
    return {
      'children-in-need': markReleases(rows.filter(({ division }) => division === undefined)),
      'children-in-need-details': markReleases(rows.filter(({ division }) => division !== undefined)),
    };
  },
});

function underlyingRules(year: number, level: Level): readonly FigureRule[] {
  const inYear = ({ first, last }: ColumnRule | DetailRule): boolean => first <= year && year <= last;
  const details =
    level === 'country'
      ? [...DETAIL_COLUMNS, ...NATIONAL_DETAIL_COLUMNS]
      : DETAIL_COLUMNS.filter(({ category }) => AUTHORITY_CATEGORIES.includes(category));
  return [
    ...STAGE_COLUMNS.filter(inYear).map(stageRule),
    ...details.filter(inYear).map(({ measure, division, category, count }) => ({
      fields: { measure, division, category },
      columns: { count },
    })),
  ];
}

function seriesRules(file: string, level: Level, year: number): readonly FigureRule[] {
  const wanted = <Source extends { file: string; authoritiesFrom: number }>(source: Source): boolean =>
    source.file === file && (level !== 'authority' || year >= source.authoritiesFrom);
  return [
    ...SERIES_FILES.filter(wanted).flatMap(({ columns }) => columns.map(stageRule)),
    ...DETAIL_FILES.filter(wanted).flatMap((source) => detailRules(source, level)),
  ];
}

function stageRule({ measure, count, rate, percent }: Omit<ColumnRule, 'first' | 'last'>): FigureRule {
  return { fields: { measure }, columns: { count, rate, percent } };
}

function detailRules(source: DetailFile, level: Level): readonly FigureRule[] {
  const { measure, division, columns, forAuthorities } = source;
  return Object.entries(columns)
    .filter(([category]) => level !== 'authority' || (forAuthorities?.includes(category) ?? true))
    .map(([category, count]) => ({ fields: { measure, division, category }, columns: { count } }));
}
