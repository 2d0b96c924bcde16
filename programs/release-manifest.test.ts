// Proves that a manifest with a mistake is refused with the place of the mistake.
import { InputError } from './errors';
import { parseManifest, readManifest, type Manifest } from './release-manifest';

const SYSTEM = 'bin/light_system_program_pinocchio.so';

/** The real manifest with one release changed. */
function changed(change: (release: Record<string, unknown>) => void): unknown {
  const manifest = structuredClone(readManifest()) as Manifest;
  change(manifest.releases['0.28.3'] as unknown as Record<string, unknown>);
  return manifest;
}

describe('the manifest', () => {
  it('pins seven versions', () => {
    expect(Object.keys(readManifest().releases)).toHaveLength(7);
  });

  it.each<[string, unknown, RegExp]>([
    ['an empty file', {}, /must have required property/],
    ['a default that is not pinned', { ...readManifest(), default: '1.0.0' }, /no pinned version "1\.0\.0"/],
    ['a weak hash', changed((r) => (r['integrity'] = 'sha1-abc')), /0\.28\.3\/integrity must match pattern/],
    ['an unknown property', changed((r) => (r['extra'] = 1)), /must NOT have additional properties/],
    ['a path that leaves', changed((r) => (r['files'] = { 'bin/../x': 'a'.repeat(64) })), /property name/],
    ['a hidden file', changed((r) => (r['files'] = { 'bin/.x': 'a'.repeat(64) })), /property name/],
    ['a hash that is none', changed((r) => (r['files'] = { [SYSTEM]: 'abc' })), /must match pattern/],
    [
      'a program without a hash',
      changed((r) => (r['files'] = {})),
      /pins no hash of bin\/light_system_program/,
    ],
  ])('refuses %s', (_, value, complaint) => {
    expect(() => parseManifest(JSON.stringify(value))).toThrow(InputError);
    expect(() => parseManifest(JSON.stringify(value))).toThrow(complaint);
  });

  it('refuses a file that is not JSON', () => {
    expect(() => parseManifest('{')).toThrow(/is not JSON/);
  });
});
