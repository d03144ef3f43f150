import { constants, createReadStream, createWriteStream, existsSync } from 'node:fs';
import { access, chmod, lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { Explained } from '../platform/explained.js';

/** A browser with the libraries and fonts it needs on a machine that has neither. */
export interface BundledBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unpacks the browser that comes inside an npm package (Linux x64), once.
 *
 * It is unpacked under another name and renamed into place, so that two first uses at once and a killed one leave
 * nothing half done.
 *
 * @param cache the folder to unpack into; where this user may not, a private one among the temporary files
 * @returns undefined where this machine has no such package
 */
export async function bundledBrowser(cache: string): Promise<BundledBrowser | undefined> {
  const packed = packageFolder();
  if (!packed) return undefined;
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string };
  const unpacked = `chromium-${version}`;
  const place =
    (await placeIn(cache, unpacked, packed)) ?? (await placeIn(await privateFolder(), unpacked, packed));
  if (place === undefined)
    throw new Explained(
      `The browser that prints cannot be unpacked into ${cache}. Name a folder that can be written in BOKSLUT_CACHE.`,
    );
  return {
    executablePath: join(place, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(place, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(place, 'fonts.conf'),
      HOME: place,
    },
  };
}

/** Where the browser lies in a folder, unpacked if need be; undefined where this user may not. */
async function placeIn(folder: string, unpacked: string, packed: string): Promise<string | undefined> {
  const place = join(folder, unpacked);
  if (await runs(place)) return place;
  try {
    await unpack(join(packed, 'bin'), place);
  } catch (error) {
    if (NOT_ALLOWED.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  return (await runs(place)) ? place : undefined;
}

const NOT_ALLOWED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

const runs = (place: string): Promise<boolean> =>
  access(join(place, 'chromium'), constants.X_OK).then(
    () => true,
    () => false,
  );

async function privateFolder(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `bokslut-browser-${user}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(folder);
  if (uid === user && (mode & 0o77) === 0) return folder;
  throw new Explained(
    `${folder} belongs to somebody else or is open to others; remove it, or name a folder in BOKSLUT_CACHE.`,
  );
}

function packageFolder(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    const folder = entry.slice(0, entry.lastIndexOf('@sparticuz')) + join('@sparticuz', 'chromium');
    return existsSync(join(folder, 'bin', 'chromium.br')) ? folder : undefined;
  } catch {
    return undefined;
  }
}

async function unpack(bin: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  const work = await mkdtemp(`${place}-`);
  try {
    const packed = (name: string) => createReadStream(join(bin, name));
    await pipeline(
      packed('chromium.br'),
      createBrotliDecompress(),
      createWriteStream(join(work, 'chromium')),
    );
    await chmod(join(work, 'chromium'), 0o755);
    await pipeline(packed('al2023.tar.br'), createBrotliDecompress(), extract(join(work, 'al2023')));
    await pipeline(packed('fonts.tar.br'), createBrotliDecompress(), extract(join(work, 'fonts')));
    await writeFile(
      join(work, 'fonts.conf'),
      fontsConfiguration(join(place, 'fonts'), join(place, 'fontconfig')),
    );
    await rename(work, place).catch((error: unknown) => {
      // Another first use was quicker: its copy is as good.
      if (!existsSync(place)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function fontsConfiguration(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>
`;
}
