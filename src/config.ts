import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const environment = z.object({
  PUPPETEER_EXECUTABLE_PATH: z.string().min(1).optional(),
  BOKSLUT_CACHE: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL('../.cache', import.meta.url))),
});

/** Settings of this process; the one place that reads its environment. */
export const config = environment.parse(process.env);
