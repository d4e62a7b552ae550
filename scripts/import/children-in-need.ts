import { defineImporter, type ImportContext, type Row } from '../../src/analysis.ts';
import { SERIES_FILES, type SeriesFile } from './children-in-need/census-series.ts';
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
  type UnderlyingRelease,
} from './children-in-need/underlying-releases.ts';
import { type AreaFinder, createAreaFinder } from './official-files/find-area.ts';

/** The census of children in need: every stage from referral to plan, as each release prints it. */
export default defineImporter({
  id: 'children-in-need',
  title: 'Children in need census',
  reads: [...new Set([...UNDERLYING_RELEASES, ...SERIES_FILES, ...DETAIL_FILES].map(({ file }) => file))],
  needs: ['authorities', 'authority-codes'],
  produces: [STAGE_TABLE, DETAIL_TABLE],
  async run(context) {
    const finder = createAreaFinder(context);
    return {
      'children-in-need': markReleases([
        ...UNDERLYING_RELEASES.flatMap((release) => underlyingStages(context, finder, release)),
        ...SERIES_FILES.flatMap((file) => seriesStages(context, finder, file)),
      ]),
      'children-in-need-details': markReleases([
        ...UNDERLYING_RELEASES.flatMap((release) => underlyingDetails(context, finder, release)),
        ...DETAIL_FILES.flatMap((file) => seriesDetails(context, finder, file)),
      ]),
    };
  },
});

function inYear(year: number): (rule: ColumnRule | DetailRule) => boolean {
  return ({ first, last }) => first <= year && year <= last;
}

function underlyingStages(context: ImportContext, finder: AreaFinder, release: UnderlyingRelease): Row[] {
  const rules = STAGE_COLUMNS.filter(inYear(release.year)).map(stageRule);
  const note = 'stages from referral to plan; the columns of data confidence (DCI) are left out';
  return readUnderlying(context, finder, release, note, () => rules);
}

function seriesStages(context: ImportContext, finder: AreaFinder, source: SeriesFile): Row[] {
  const rules = source.columns.map(stageRule);
  const note = source.columns.map(({ measure }) => measure).join(', ');
  return readSeries(context, finder, source, note, (level, year) =>
    level === 'authority' && year < source.authoritiesFrom ? [] : rules,
  );
}

function stageRule({ measure, count, rate, percent }: Omit<ColumnRule, 'first' | 'last'>): FigureRule {
  return { fields: { measure }, columns: { count, rate, percent } };
}

function underlyingDetails(context: ImportContext, finder: AreaFinder, release: UnderlyingRelease): Row[] {
  const rulesOf = (columns: readonly DetailRule[]): readonly FigureRule[] =>
    columns.filter(inYear(release.year)).map(({ measure, division, category, count }) => ({
      fields: { measure, division, category },
      columns: { count },
    }));
  const national = rulesOf([...DETAIL_COLUMNS, ...NATIONAL_DETAIL_COLUMNS]);
  const everywhere = rulesOf(
    DETAIL_COLUMNS.filter(({ category }) => AUTHORITY_CATEGORIES.includes(category)),
  );
  const note = 'durations, categories of abuse, factors';
  return readUnderlying(context, finder, release, note, (level) =>
    level === 'country' ? national : everywhere,
  );
}

function seriesDetails(context: ImportContext, finder: AreaFinder, source: DetailFile): Row[] {
  const { measure, division, columns, forAuthorities, authoritiesFrom } = source;
  const all = Object.entries(columns).map(([category, count]) => ({
    fields: { measure, division, category },
    columns: { count },
  }));
  const some = all.filter(({ fields }) => forAuthorities?.includes(fields.category) ?? true);
  return readSeries(context, finder, source, `${measure} by ${division}`, (level, year) => {
    if (level !== 'authority') return all;
    return year < authoritiesFrom ? [] : some;
  });
}
