import type { Amount, WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { Inputs } from '../inputs.js';

/** What a career or a cohort says of whose doing its effect is. */
interface EffectDeclared {
  readonly attribution?: Amount | null | undefined;
  readonly displacement?: Amount | null | undefined;
}

/** The share of the gain that is the programme's own, and the share of its work that others would have done. */
export function readEffect(
  inputs: Inputs,
  file: WelfareAccountFile,
  declared: EffectDeclared,
  id: string,
  path: string,
  group: string,
  works: boolean,
): { readonly own: Expression; readonly displacement: Expression } {
  const { graph } = inputs;
  const read = (name: 'attribution' | 'displacement'): Expression =>
    inputs.share(
      declared[name],
      { id: `${id}.${name}`, path: `${path}/${name}`, label: { code: `group-${name}`, values: { group } } },
      group,
      name,
    );
  const attribution = read('attribution');
  const claimed =
    file.conventions.attributionMeans === 'share-claimed' && attribution.origin?.assessed !== false;
  return {
    own: claimed ? attribution : graph.complement(attribution),
    displacement: works ? read('displacement') : graph.constant(0),
  };
}
