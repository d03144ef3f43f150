import type { Assessment } from '../assessment.js';

/** A place in which two files differ. */
export interface FileDifference {
  /** JSON Pointer into the first file, or into the second where the first has nothing there. */
  readonly path: string;
  /** What stands there; null where nothing does. A part with fields of its own is named, not written out. */
  readonly first: string | number | boolean | null;
  readonly second: string | number | boolean | null;
}

export interface FileDifferences {
  /** What figures may depend on, the numbers left out that are compared as inputs. */
  readonly structure: readonly FileDifference[];
  /** In how many places only words differ: names, sources, what the report says. */
  readonly words: number;
}

/** Parts of a file in which there are only words, or what no figure of its own depends on. */
const WORDS_WITHIN = [
  '$schema',
  'title',
  'organisation',
  'context',
  'source',
  'evidence',
  'scenarios',
  'period',
];

/** Fields that are words wherever they stand. */
const WORDS = [
  'name',
  'label',
  'description',
  'source',
  'outcome',
  'indicator',
  'notValued',
  'unit',
  'how',
  'when',
  'consulted',
  'targetGroups',
];

/**
 * Where two files differ. Items of lists are held against each other by their id or year, so that their order is no
 * difference.
 *
 * @param isInput whether two places, one of each file, hold the same input; undefined where a file has nothing there
 */
export function fileDifferences(
  first: Assessment,
  second: Assessment,
  isInput: (first: string | undefined, second: string | undefined) => boolean,
): FileDifferences {
  const structure: FileDifference[] = [];
  let words = 0;
  const visit = (
    one: unknown,
    other: unknown,
    paths: readonly [one: string, other: string],
    wordsOnly: boolean,
  ): void => {
    const places = [
      one === undefined ? undefined : paths[0],
      other === undefined ? undefined : paths[1],
    ] as const;
    if (Object.is(one, other) || isInput(...places)) return;
    if (isTree(one) && isTree(other) && Array.isArray(one) === Array.isArray(other)) {
      for (const { key, values, keys } of childrenOf(one, other)) {
        const top = paths[0] === '' && WORDS_WITHIN.includes(key);
        const deeper = [`${paths[0]}/${keys[0]}`, `${paths[1]}/${keys[1]}`] as const;
        visit(...values, deeper, wordsOnly || top || WORDS.includes(key));
      }
      return;
    }
    if (wordsOnly) words += 1;
    else
      structure.push({
        path: one === undefined ? paths[1] : paths[0],
        first: shown(one),
        second: shown(other),
      });
  };
  visit(first, second, ['', ''], false);
  return { structure, words };
}

type Tree = Readonly<Record<string, unknown>> | readonly unknown[];

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

interface Child {
  readonly key: string;
  readonly value: unknown;
}

/** The parts of two trees, each held against the one that is identified by the same. */
function childrenOf(one: Tree, other: Tree) {
  const [ones, others] = [byIdentity(one), byIdentity(other)];
  return [...new Map([...ones, ...others]).keys()].map((key) => {
    const [child, otherChild] = [ones.get(key), others.get(key)];
    // Where one has nothing, it would stand under the key of the other.
    const [here, there] = [child ?? otherChild, otherChild ?? child] as [Child, Child];
    return { key, values: [child?.value, otherChild?.value], keys: [here.key, there.key] } as const;
  });
}

/** The parts of a tree under what identifies them: a field's name, an item's id or year, or else its place. */
const byIdentity = (tree: Tree): ReadonlyMap<string, Child> =>
  new Map(
    Object.entries(tree).map(([key, value]) => [
      Array.isArray(tree) ? identity(value, key) : key,
      { key, value: value },
    ]),
  );

function identity(item: unknown, place: string): string {
  const { id, year } = Object(item) as Readonly<Record<string, unknown>>;
  return typeof id === 'string' ? `id ${id}` : typeof year === 'number' ? `year ${year}` : place;
}

/** The first of these that a part has stands for it. */
const TELLING = ['id', 'outcome', 'name', 'description', 'distribution'];

function shown(value: unknown): FileDifference['first'] {
  if (!isTree(value)) return (value ?? null) as FileDifference['first'];
  const telling = TELLING.map((key) => (value as Readonly<Record<string, unknown>>)[key]).find(
    (one) => typeof one === 'string',
  );
  return telling ?? (Array.isArray(value) ? `${value.length} items` : 'given');
}
