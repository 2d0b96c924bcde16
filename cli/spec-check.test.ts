// Documents that cannot be looked at are refused, and never passed by in silence.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECTION_OUTLINE } from '../spec/outline';
import { specCheck } from './spec-check';

const NAME = SECTION_OUTLINE[0]?.document ?? '';

describe('The check of documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  const path = join(folder, NAME);
  afterEach(() => rmSync(path, { recursive: true, force: true }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const refused = (sentence: RegExp): void => {
    let thrown: unknown;
    try {
      specCheck({ documents: folder });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ exitCode: 2, message: expect.stringMatching(sentence) as unknown });
  };

  it('refuses a link that leads nowhere', () => {
    symlinkSync(join(folder, 'nowhere'), path);
    refused(/is a link to a file that is not there: mend or remove it\.$/);
  });

  it('passes a folder of a document’s name by', () => {
    mkdirSync(path);
    refused(/holds none of the documents/);
  });

  it('refuses a document that cannot be read', () => {
    symlinkSync(path, path);
    refused(/cannot be read \(ELOOP\)\.$/);
  });
});
