// Tests of what suggested commands need besides: which builds and baselines are somebody's own, by flags and by hashes.
import { ACCOUNT_COMPRESSION, readManifest, releaseOf } from '../programs/release-manifest';
import { requirePublished } from './codes';
import { namedRun, namedRunOf, sameFlags } from './same-run';

const { files, systemProgram } = releaseOf(readManifest(), '0.28.3');
const hashes = {
  systemProgram: files[systemProgram] ?? '',
  accountCompression: files[ACCOUNT_COMPRESSION] ?? '',
};
const other = '0'.repeat(64);
const loaded = (more: object = {}): Parameters<typeof namedRunOf>[0] => ({
  programs: { version: '0.28.3', caller: other, ...hashes, ...more },
});

describe('What a command needs to see the same again', () => {
  it('is nothing where all was published', () => {
    expect(sameFlags(namedRunOf(loaded()))).toBe('');
    expect(namedRun({ ownBuild: false, ownCompression: false, baseline: 'own' })).toEqual({});
  });

  it('is each build that was not, by a name that stands for it', () => {
    expect(sameFlags(namedRunOf(loaded({ systemProgram: other })))).toBe(
      ' --system-program your-system-program.so',
    );
    expect(sameFlags(namedRunOf(loaded({ accountCompression: other })))).toBe(
      ' --account-compression your-account-compression.so',
    );
  });

  it('is why a report of an own build is not frozen in the place of the published version', () => {
    expect(() => requirePublished(loaded(), 'report')).not.toThrow();
    for (const own of [{ systemProgram: other }, { accountCompression: other }])
      expect(() => requirePublished(loaded(own), 'report')).toThrow(/ is a report of a build of your own, /);
  });

  it('is the baseline that was named', () => {
    const ways = { ownBuild: false, ownCompression: false } as const;
    expect(sameFlags(namedRun({ ...ways, baseline: 'none' }))).toBe(' --baseline none');
    expect(sameFlags(namedRun({ ...ways, baseline: 'given' }))).toBe(' --baseline your-baseline.json');
  });
});
