import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The slowest journeys, the slowest first (at its end, `npm test` prints how long each took). A
 * clean checkout has no recorded times, and would begin with the largest files, two of which are
 * fast.
 */
export const longest: readonly string[] = [
  ...['hostile-pages', 'slow-pages', 'places', 'damaged-library', 'talk', 'shared-cases'],
  ...['seed', 'ways-of-seeing', 'golden', 'clipping', 'popup', 'adapters', 'moments', 'desk'],
  ...['pictures', 'nothing-lost', 'links', 'large-pages', 'overlays', 'loading-pictures'],
];

const isJourney = ({ project }: TestSpecification) => project.name === 'e2e';

/** Starts them first, so that no worker is left with a slow one when the others are done. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) =>
      longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`)) + 1 || longest.length + 1;
    const journeys = sorted.filter(isJourney).sort((a, b) => rank(a) - rank(b));
    return sorted.map((file) => (isJourney(file) ? (journeys.shift() ?? file) : file));
  }
}
