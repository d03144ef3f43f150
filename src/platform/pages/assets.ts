import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { PUBLIC } from '../http/mount.js';
import { notFound } from '../http/problem.js';
import { type AnyPageRoute, pageRoute } from './page-route.js';

/** A file every page may load, under an address that changes with it. */
interface Asset {
  readonly bytes: Buffer;
  readonly type: string;
  readonly hash: string;
}

const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
} as const;

const FACES = [
  { family: 'Source Sans 3', slug: 'source-sans-3', weights: [400, 600, 700] },
  { family: 'Source Serif 4', slug: 'source-serif-4', weights: [400, 600] },
] as const;

const templates = new URL('../../../templates/pages/', import.meta.url);
const HASH_SHOWN = 12;

const assetOf = (bytes: Buffer, type: string): Asset => ({
  bytes,
  type,
  hash: createHash('sha256').update(bytes).digest('hex').slice(0, HASH_SHOWN),
});

const assets: ReadonlyMap<string, Asset> = readAssets();

function readAssets(): ReadonlyMap<string, Asset> {
  const found = new Map<string, Asset>();
  const rules: string[] = [];
  for (const { family, slug, weights } of FACES) {
    for (const weight of weights) {
      for (const [subset, range] of Object.entries(RANGES)) {
        const name = `${slug}-${subset}-${weight}-normal.woff2`;
        const file = fileURLToPath(import.meta.resolve(`@fontsource/${slug}/files/${name}`));
        const font = assetOf(readFileSync(file), 'font/woff2');
        found.set(name, font);
        rules.push(
          `@font-face{font-family:'${family}';font-weight:${weight};font-style:normal;font-display:swap;src:url(/assets/${name}?v=${font.hash}) format('woff2');unicode-range:${range}}`,
        );
      }
    }
  }
  const style = readFileSync(new URL('site.css', templates), 'utf8');
  found.set('site.css', assetOf(Buffer.from(`${rules.join('\n')}\n${style}`), 'text/css'));
  found.set('icon.svg', assetOf(readFileSync(new URL('icon.svg', templates)), 'image/svg+xml'));
  return found;
}

/** The address of an asset, with the hash of what is in it. */
export function assetAddress(name: string): string {
  const asset = assets.get(name);
  if (!asset) throw new Error(`there is no asset ${name}`);
  return `/assets/${name}?v=${asset.hash}`;
}

export const assetRoutes: readonly AnyPageRoute[] = [
  pageRoute({
    method: 'get',
    path: '/assets/{name}',
    summary: 'Style sheet, fonts and icon',
    access: PUBLIC,
    params: z.strictObject({ name: z.string().regex(/^[a-z0-9.-]{1,80}$/) }),
    query: z.strictObject({ v: z.string().max(64).optional() }),
    handle({ params, query }) {
      const asset = assets.get(params.name);
      if (!asset) throw notFound('file');
      return { file: asset.bytes, type: asset.type, lasting: query.v === asset.hash };
    },
  }),
];
