export const HISTORY = {
  file: 'dfe_csc_outcomes_enablers/Childrens_social_care_in_England_2023_underlying_data.ods',
  sheet: 'LA_inspections_2009-2023',
  source: 'history 2023',
  title: 'Children’s social care in England 2023: underlying data, LA inspections 2009 to 2023',
} as const;
export const ILACS = {
  file: 'dfe_csc_outcomes_enablers/LA_Inspection_Outcomes_as_at_31_March_2025.ods',
  sheet: 'ILACS_inspection_history',
  source: 'ILACS history 2025',
  title: 'Local authority inspection outcomes as at 31 March 2025: ILACS inspection history',
} as const;
