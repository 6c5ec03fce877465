/**
 * A reporter of Vitest for the journeys: how long each file took.
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
  }
}
