import type { Preset, WelfareAccountFile } from '../../assessment.js';
import type { Value } from '../../value.js';
import type { AccountBasis } from '../account-basis.js';
import type { Members } from '../actors.js';
import { declareEmploymentClause, writeEmploymentClause } from './employment-clause.js';
import { declareJobFactory, writeJobFactory } from './job-factory.js';
import type { PresetFigures } from './preset-result.js';
import { declareValoris, writeValoris } from './valoris.js';

/** What a preset is: an account of one year seen from the public budget, with figures of its own. */
interface PresetRules {
  readonly declare: (basis: AccountBasis) => void;
  readonly write: (
    file: WelfareAccountFile,
    parts: Members,
    value: (figure: string) => Value,
  ) => PresetFigures;
  /** The figure people ask for first. */
  readonly headline: string;
}

const presets: Readonly<Record<Exclude<Preset, 'basta'>, PresetRules>> = {
  valoris: { declare: declareValoris, write: writeValoris, headline: 'preset.perPerson.value' },
  'employment-clause': {
    declare: declareEmploymentClause,
    write: writeEmploymentClause,
    headline: 'preset.perJob.netCost',
  },
  'job-factory': {
    declare: declareJobFactory,
    write: writeJobFactory,
    headline: 'preset.perFullTimeYear.netCost',
  },
};

/** The rules of the preset of a file; undefined for the usual account. */
export function presetOf({ preset = 'basta' }: WelfareAccountFile): PresetRules | undefined {
  return preset === 'basta' ? undefined : presets[preset];
}
