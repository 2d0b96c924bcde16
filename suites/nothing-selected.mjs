// A reporter for jest: names that match no test are red, since a run in which nothing ran has shown nothing.

export default class NothingSelected {
  constructor(config) {
    this.pattern = config.testNamePattern;
    this.error = undefined;
  }

  /** Of a file that could not be loaded nobody knows which names it has, and jest is red without us. */
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    if (!this.pattern || numPassedTests + numFailedTests + numRuntimeErrorTestSuites > 0) return;
    const sentence = `No test ran: no name in the chosen files matches "${this.pattern}".`;
    this.error = new Error(sentence);
    process.stderr.write(`${sentence}\n`);
  }

  /** What it returns makes jest's exit code 1. */
  getLastError() {
    return this.error;
  }
}
