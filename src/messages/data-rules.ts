import { dataDescriptionRules } from './data-description-rules.ts';
import { dataFileRules } from './data-file-rules.ts';
import { dataPackageRules } from './data-package-rules.ts';
import { dataTableRules } from './data-table-rules.ts';
import type { Rules } from './rule.ts';

/** Everything that can be wrong with data: files, tables in them, and the package that describes them. */
export const dataRules: Rules = {
  ...dataFileRules,
  ...dataTableRules,
  ...dataPackageRules,
  ...dataDescriptionRules,
};
