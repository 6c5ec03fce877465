import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The journeys that take longest, the longest first (`npm test` says at its end how long each took). A clean
 * checkout knows no times, and would begin with the largest files: two of these are small.
 */
export const longest: readonly string[] = [
  ...['hostile-pages', 'slow-pages', 'places', 'damaged-library', 'talk', 'shared-cases'],
  ...['seed', 'ways-of-seeing', 'golden', 'clipping', 'popup', 'adapters', 'moments', 'desk'],
  ...['pictures', 'nothing-lost', 'links', 'large-pages', 'overlays', 'loading-pictures'],
];

const isJourney = ({ project }: TestSpecification) => project.name === 'e2e';

/** Starts them first, so that no worker is left with a long one when the others are done. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) =>
      longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`)) + 1 || longest.length + 1;
    const journeys = sorted.filter(isJourney).sort((a, b) => rank(a) - rank(b));
    return sorted.map((file) => (isJourney(file) ? (journeys.shift() ?? file) : file));
  }
}
