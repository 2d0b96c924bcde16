// A reporter for jest: names that match no test are red, since a run in which nothing ran has shown nothing.

export default class NothingSelected {
  constructor(config) {
    this.pattern = config.testNamePattern;
    this.error = undefined;
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests }) {
    if (!this.pattern || numPassedTests + numFailedTests > 0) return;
    const sentence = `No test ran: no name in the chosen files matches "${this.pattern}".`;
    this.error = new Error(sentence);
    process.stderr.write(`${sentence}\n`);
  }

  /** What it returns makes jest's exit code 1. */
  getLastError() {
    return this.error;
  }
}
