/**
 * A Vitest reporter for the journeys: prints how long each file took, and which tests passed only
 * at a second try, with the first error.
 * @implements {import('vitest/reporters').Reporter}
 */
export default class JourneyReport {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    const files = modules
      .map((module) => ({
        name: module.relativeModuleId,
        seconds: module.diagnostic().duration / 1_000,
      }))
      .sort((a, b) => b.seconds - a.seconds);
    const whole = files.reduce((sum, { seconds }) => sum + seconds, 0);
    console.log(`\nSeconds a file (${Math.round(whole)} in all):`);
    for (const { name, seconds } of files)
      console.log(`${seconds.toFixed(1).padStart(8)}  ${name}`);
    const flaky = modules.flatMap((module) => [...module.children.allTests()].filter(isFlaky));
    console.log(`\nPassed at a second try only: ${flaky.length}`);
    for (const test of flaky) {
      console.log(`- ${test.module.relativeModuleId}: ${test.fullName}`);
      for (const { message } of test.result().errors ?? []) {
        console.log(`  ${message.split('\n')[0]?.slice(0, 300)}`);
      }
    }
  }
}

/** @param {import('vitest/node').TestCase} test */
function isFlaky(test) {
  return test.diagnostic()?.flaky ?? false;
}
