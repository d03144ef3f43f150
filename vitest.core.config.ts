import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Cheap tests come first: what is caught there needs no other. */
const FOLDERS = ['/test/core/', '/test/cases/', '/test/properties/', '/test/golden/'];

class CheapFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      FOLDERS.findIndex((folder) => moduleId.includes(folder));
    return Promise.resolve(files.toSorted((one, other) => place(one) - place(other)));
  }
}

/** The tests of the core alone, which need nothing built and no service: what mutation testing runs. */
export default defineConfig({
  test: {
    include: ['test/{core,cases,properties,golden}/**/*.test.ts'],
    sequence: { sequencer: CheapFirst },
    testTimeout: 60_000,
  },
});
