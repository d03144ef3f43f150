import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';

/** A browser with the libraries and fonts it needs on a machine that has neither. */
export interface BundledBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unpacks the browser that comes inside an npm package (Linux x64) into a folder of the project, once.
 *
 * It is unpacked under another name and renamed into place, so that two first uses at once and a killed one leave
 * nothing half done.
 *
 * @param cache the folder to unpack into
 * @returns undefined where this machine has no such package
 */
export async function bundledBrowser(cache: string): Promise<BundledBrowser | undefined> {
  const packed = packageFolder();
  if (!packed) return undefined;
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string };
  const place = join(cache, `chromium-${version}`);
  if (!existsSync(place)) await unpack(join(packed, 'bin'), place);
  return {
    executablePath: join(place, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(place, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(place, 'fonts.conf'),
      HOME: place,
    },
  };
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
