import { seal, sealingKey, unseal } from '../platform/sealing/sealing.js';
import {
  classOfMeasure,
  classOfService,
  classOfTargetGroup,
  type DataClass,
  isSensitive,
} from './data-classes.js';
import { NOTHING_RECORDED, type PersonData, type RecordedSpell, SPELL_STATUSES } from './people.contract.js';
import { type KeptRecord, SEALED_PARTS, type SealedPart } from './people.model.js';

/** The services of a programme, by which spells are told apart. */
export type Services = readonly { readonly id: string; readonly category?: string | undefined }[];

export const isStatus = (kind: string): boolean => SPELL_STATUSES.some((status) => status === kind);

/** The class of a spell; of a service nobody can place, undefined. */
export function classOfSpell(
  { kind }: Pick<RecordedSpell, 'kind'>,
  services: Services,
): DataClass | undefined {
  if (isStatus(kind)) return 'statuses';
  return classOfService(services.find((service) => service.id === kind) ?? { id: kind });
}

type Whose = Pick<KeptRecord, 'organisation' | 'participant'>;
type Sealed = Pick<KeptRecord, 'plain' | 'key' | 'sealed'>;

/**
 * Puts what is recorded of a person into the form in which it is kept: what is sensitive sealed, part by part.
 *
 * @param sealing whether sensitive data are switched on for the programme; then all parts are sealed, also empty ones
 */
export function sealRecord(data: PersonData, services: Services, whose: Whose, sealing: boolean): Sealed {
  // What nobody can place (any more) is sealed, where anything is.
  const secret = (one: DataClass | undefined) => sealing && (one === undefined || isSensitive(one));
  const [openGroups, sealedGroups] = apart(data.targetGroups, (group) => secret(classOfTargetGroup(group)));
  const [openSpells, sealedSpells] = apart(data.spells, (spell) => secret(classOfSpell(spell, services)));
  const [openMeasures, sealedMeasures] = apart(data.measures, ({ kind }) => secret(classOfMeasure(kind)));
  const plain = { ...data, targetGroups: openGroups, spells: openSpells, measures: openMeasures };
  if (!sealing) return { plain, key: null, sealed: null };
  const parts = { targetGroups: sealedGroups, spells: sealedSpells, measures: sealedMeasures };
  return { plain, ...sealParts(whose, (part) => JSON.stringify(parts[part])) };
}

/** What is recorded of a person, opened. */
export function openRecord(kept: (Sealed & Whose) | null | undefined): PersonData {
  if (!kept) return NOTHING_RECORDED;
  const { plain } = kept;
  const text = openedParts(kept);
  if (!text) return plain;
  const part = <P extends SealedPart>(name: P) => JSON.parse(text(name)) as PersonData[P];
  return {
    ...plain,
    targetGroups: [...plain.targetGroups, ...part('targetGroups')],
    spells: inOrder([...plain.spells, ...part('spells')]),
    measures: [...plain.measures, ...part('measures')].sort((one, other) =>
      one.date < other.date ? -1 : Number(one.date > other.date),
    ),
  };
}

/** The same parts under the key that seals now. */
export function sealAnew(kept: Sealed & Whose): Pick<KeptRecord, 'key' | 'sealed'> {
  const text = openedParts(kept);
  return text ? sealParts(kept, text) : { key: kept.key, sealed: kept.sealed };
}

function sealParts(whose: Whose, textOf: (part: SealedPart) => string): Pick<KeptRecord, 'key' | 'sealed'> {
  const sealed = SEALED_PARTS.map((part) => [part, seal(placeOf(whose, part), textOf(part))]);
  return { key: sealingKey() ?? null, sealed: Object.fromEntries(sealed) as Record<SealedPart, string> };
}

function openedParts(kept: Sealed & Whose): ((part: SealedPart) => string) | undefined {
  const { key, sealed } = kept;
  return key !== null && sealed ? (part) => unseal(key, placeOf(kept, part), sealed[part]) : undefined;
}

const placeOf = ({ organisation, participant }: Whose, part: SealedPart): readonly string[] => [
  organisation,
  participant,
  part,
];

/** In the order of time, so that it does not show which of them were sealed. */
const inOrder = (spells: readonly RecordedSpell[]): readonly RecordedSpell[] =>
  [...spells].sort((one, other) => {
    const [a, b] = [one, other].map(({ from, kind }) => `${from} ${kind}`) as [string, string];
    return a < b ? -1 : Number(a > b);
  });

function apart<T>(items: readonly T[], isSecret: (item: T) => boolean): readonly [open: T[], secret: T[]] {
  return [items.filter((item) => !isSecret(item)), items.filter(isSecret)];
}
