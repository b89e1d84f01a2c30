/** Prints each step when it ends: Jest's own reporters are silent until a whole suite has ended. */
module.exports = class LiveSteps {
  onTestFileStart(test) {
    this.headings = '';
    process.stderr.write(`\n${test.path.replace(/.*\/e2e\//, '')}\n`);
  }

  onTestCaseResult(_test, { status, title, ancestorTitles, duration }) {
    const headings = ancestorTitles.join(' > ');
    if (headings !== this.headings) {
      process.stderr.write(` ${headings}\n`);
      this.headings = headings;
    }
    const mark = { passed: 'ok     ', failed: 'FAILED ', pending: 'not run' }[status] ?? status;
    const time = duration ? ` (${(duration / 1000).toFixed(1)} s)` : '';
    process.stderr.write(`  ${mark} ${title}${time}\n`);
  }
};
