/** A group of people that cities see left behind. */
export interface TargetGroup {
  /** Stable: it is written into files. */
  readonly id: string;
  readonly name: string;
  /** Belonging to it is sensitive under data protection law, so that it is counted and not recorded for a person. */
  readonly sensitive: boolean;
  /**
   * The common output indicators of the European Social Fund Plus that come near it. Its codes follow the order of the
   * annex and were not confirmed; the definitions differ, so a count of the group is not one of the indicator.
   */
  readonly esfPlus: readonly string[];
}

type Row = readonly [id: string, name: string, esfPlus: readonly string[], sensitive?: 'sensitive'];

const rows: readonly Row[] = [
  ['homeless', 'Homeless people', ['EECO16']],
  ['disability', 'People with disabilities', ['EECO12'], 'sensitive'],
  ['mental-ill-health', 'People with mental ill-health', [], 'sensitive'],
  ['substance-misuse', 'People who misuse substances', [], 'sensitive'],
  ['older', 'Older people', ['EECO08']],
  ['migrants', 'Migrants', ['EECO13', 'EECO14']],
  ['low-skilled', 'People with few skills', ['EECO09']],
  ['working-poor', 'Working poor', ['EECO05']],
  ['single-parents', 'Single parents and separated men', []],
  ['young', 'Young graduates and young people', ['EECO07']],
  ['older-workers', 'Workers over 45, 50 or 55', ['EECO08']],
  ['children', 'Children', ['EECO06']],
  ['neet', 'Young people in neither work nor training', ['EECO02', 'EECO04']],
  ['ethnic-minorities', 'Ethnic minorities such as Roma', ['EECO15'], 'sensitive'],
];

/** The fourteen groups that the network of European cities (EUROCITIES) names. */
export const targetGroups: readonly TargetGroup[] = rows.map(
  ([id, name, esfPlus, sensitive]): TargetGroup => ({
    id,
    name,
    sensitive: sensitive !== undefined,
    esfPlus,
  }),
);
