import { EVERY_ORGANISATION } from '../platform/database/owned.js';
import { Explained } from '../platform/explained.js';
import { before } from '../platform/http/pages-of.js';
import { Problem } from '../platform/http/problem.js';
import { sealingKey } from '../platform/sealing/sealing.js';
import { type KeptRecord, PersonRecordModel } from './people.model.js';
import { sealAnew } from './person-record.js';

/** What sealing anew came to. */
export interface Rotation {
  /** The key everything is sealed with now, but what could not be opened. */
  readonly key: string;
  readonly rewritten: number;
  /** Records that cannot be opened, and the keys they were sealed with. */
  readonly unopened: number;
  readonly missingKeys: readonly string[];
}

const AT_ONCE = 200;

/**
 * Seals anew, with the first key, everything that another key sealed. Each record is rewritten by itself, so that it
 * can be broken off and begun again, and the service may run meanwhile: what somebody changes in between is not
 * touched, and looked at again.
 *
 * @param told how many were rewritten so far
 * @throws Explained where there is no key
 */
export async function rotateKeys(told: (rewritten: number) => void): Promise<Rotation> {
  const key = sealingKey();
  if (key === undefined) throw new Explained('FIELD_KEYS is not set: there is no key to seal with.');
  let rewritten = 0;
  for (;;) {
    const unopened: string[] = [];
    let changedMeanwhile = 0;
    for (let below: string | undefined, ended = false; !ended;) {
      const found = await PersonRecordModel.find({ ...before(below) }, {}, EVERY_ORGANISATION)
        .sort({ _id: -1 })
        .limit(AT_ONCE)
        .lean();
      for (const record of found) {
        if (record.key === null || record.key === key) continue;
        const outcome = await rewrite(record);
        if (outcome === 'rewritten') rewritten++;
        else if (outcome === 'unopened') unopened.push(record.key);
        else changedMeanwhile++;
      }
      told(rewritten);
      below = String(found.at(-1)?._id);
      ended = found.length < AT_ONCE;
    }
    if (changedMeanwhile === 0) {
      return { key, rewritten, unopened: unopened.length, missingKeys: [...new Set(unopened)].sort() };
    }
  }
}

async function rewrite(record: KeptRecord): Promise<'rewritten' | 'unopened' | 'changed-meanwhile'> {
  const anew = opened(() => sealAnew(record));
  if (!anew) return 'unopened';
  const { organisation, programme, participant, revision } = record;
  const { matchedCount } = await PersonRecordModel.updateOne(
    { organisation, programme, participant, revision },
    { $set: { ...anew, revision: revision + 1 } },
  );
  return matchedCount === 1 ? 'rewritten' : 'changed-meanwhile';
}

/** Nothing where it cannot be opened; a fault of another kind goes on its way. */
function opened<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof Problem || isNotOurs(error)) return undefined;
    throw error;
  }
}

/** What the cipher says of bytes that were changed, moved, or sealed with another key of the same name. */
const isNotOurs = (error: unknown): boolean =>
  error instanceof Error && /unable to authenticate|authentication tag/i.test(error.message);
