// Tests of the page of several versions: each is linked, and texts stay texts.
import { greenReport, HOSTILE, hostileReport } from '../testing/hostile';
import { versionMatrix } from '../version-matrix';
import { writeVersionsPage } from './versions-page';

describe('the page of all versions', () => {
  const ids = ['accounts/good', 'accounts/new', 'accounts/known'];
  const runs = [
    { version: '1.0.0', report: greenReport() },
    { version: '2.0.0', report: hostileReport() },
  ];
  const text = writeVersionsPage(versionMatrix(runs, ids, 7));

  it('links each version, and says how many rules differ', () => {
    expect(text).toContain('href="1.0.0/index.html"');
    expect(text).toContain('href="2.0.0/index.html"');
    expect(text).toContain('1 of 3 rules and laws');
  });

  it('lets no observed text become markup', () => {
    expect(HOSTILE).toContain('<script');
    expect(text).not.toContain('<script');
  });
});
