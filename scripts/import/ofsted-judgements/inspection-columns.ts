/** Frameworks under which Ofsted inspected authorities' services for children since 2009. */
export const FRAMEWORKS = [
  'SLAC',
  'SLAC re-inspection of safeguarding',
  'SLAC re-inspection of looked-after children',
  'child protection',
  'child protection re-inspection',
  'targeted looked-after children',
  'SIF',
  'SIF re-inspection',
  'ILACS standard',
  'ILACS short',
] as const;

export const JUDGEMENTS = [
  'overall effectiveness',
  'safeguarding',
  'looked-after children',
  'help and protection',
  'looked-after children and permanence',
  'adoption',
  'care leavers',
  'leadership',
  'children in care and care leavers',
  'children in care',
] as const;

export type Framework = (typeof FRAMEWORKS)[number];
export type Judgement = (typeof JUDGEMENTS)[number];

export interface InspectionColumns {
  readonly framework: Framework;
  /** Column with the date of the published report. */
  readonly published: string;
  readonly judgements: readonly { readonly column: string; readonly judgement: Judgement }[];
}

function columns(
  framework: Framework,
  published: string,
  judgements: Record<string, Judgement>,
): InspectionColumns {
  return {
    framework,
    published,
    judgements: Object.entries(judgements).map(([column, judgement]) => ({ column, judgement })),
  };
}

/** Columns of one inspection each in the sheet LA_inspections_2009-2023, names with single blanks. */
export const BEFORE_ILACS: readonly InspectionColumns[] = [
  columns('SLAC', 'Safeguarding & Looked After Children (SLAC) Inspection publication date', {
    'SLAC Safeguarding Overall effectiveness (OE)': 'safeguarding',
    'SLAC Looked After Children Overall Effectiveness (OE)': 'looked-after children',
  }),
  columns('SLAC re-inspection of safeguarding', 'SLAC re-inspection of Safeguarding publication date', {
    'SLAC re-inspection Safeguarding OE': 'safeguarding',
  }),
  columns(
    'SLAC re-inspection of looked-after children',
    'SLAC re-inspection of services for Children Looked After publication date',
    { 'SLAC re-inspection of services Children Looked After OE': 'looked-after children' },
  ),
  columns('child protection', 'Child Protection Inspections (CPI) publication date', {
    'CPI Overall Effectiveness (OE)': 'help and protection',
  }),
  columns('child protection re-inspection', 'Child Protection Re-Inspection (CPRI) publication date', {
    'CPRI Overall Effectiveness (OE)': 'help and protection',
  }),
  columns(
    'targeted looked-after children',
    'Targeted Looked After Children (TLAC) inspection publication date',
    {
      'TLAC Overall Effectiveness (OE)': 'looked-after children',
    },
  ),
  columns('SIF', "Single Inspection of LA Children's Services (SIF) First SIF publication date", {
    'First SIF Overall Judgement (OE)': 'overall effectiveness',
    'First SIF children who need help and protection': 'help and protection',
    'First SIF children looked after and achieving permanence': 'looked-after children and permanence',
    'First SIF CLA Sub: Adoption Performance': 'adoption',
    'First SIF CLA Sub: Experiences and progress of care leavers': 'care leavers',
    'First SIF leadership, management and governance': 'leadership',
  }),
  columns(
    'SIF re-inspection',
    "Single Inspection of LA Children's Services (SIF) SIF Re-inspection publication date",
    {
      'SIF Re-inspection Overall Judgement (OE)': 'overall effectiveness',
      'SIF Re-inspection children who need help and protection': 'help and protection',
      'SIF Re-inspection children looked after and achieving permanence':
        'looked-after children and permanence',
      'SIF Re-inspection CLA Sub: Adoption Performance': 'adoption',
      'SIF Re-inspection CLA Sub: Experiences and progress of care leavers': 'care leavers',
      'SIF Re-inspection leadership, management and governance': 'leadership',
    },
  ),
];

/** Judgements of the sheet ILACS_inspection_history. */
export const ILACS_JUDGEMENTS: Readonly<Record<string, Judgement>> = {
  'Overall effectiveness': 'overall effectiveness',
  'The impact of leaders on social work practice with children and families': 'leadership',
  'The experiences and progress of children who need help and protection': 'help and protection',
  'The experiences and progress of children in care': 'children in care',
  'The experiences and progress of care leavers': 'care leavers',
};

/** From this day care leavers were judged on their own; before, together with children in care. */
export const CARE_LEAVERS_APART_FROM = '2023-01-01';
