// The command `spec check`: whether the documents in a folder still say what the rules cite.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '../programs/root';
import { documentDrift, hasDrifted, knownOf, type KnownDocuments } from '../report/drift/drift';
import { EXIT } from '../report/exit-code';
import { driftText } from '../report/terminal/drift-text';
import { paintFor } from '../report/terminal/paint';
import known from '../spec/known-documents.json';
import { SECTION_OUTLINE } from '../spec/outline';
import type { DocumentName } from '../spec/rule';
import { shownPath } from '../programs/command-name';
import { onlyInClone } from './clone-only';
import { badInput } from './failure';

export type SpecFlags = { readonly documents: string; readonly update?: boolean };

const NAMES: readonly DocumentName[] = [...new Set(SECTION_OUTLINE.map(({ document }) => document))];

type Texts = ReadonlyMap<DocumentName, string>;

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw badInput(`${shownPath(path)} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** A folder of that name is passed by; a link that leads nowhere is refused, for its document is not looked at. */
function isFile(path: string): boolean {
  const found = reading(path, () => statSync(path, { throwIfNoEntry: false }));
  if (found === undefined)
    throw badInput(`${shownPath(path)} is a link to a file that is not there: mend or remove it.`);
  return found.isFile();
}

/** Every document below the folder by its file name; throws Failure with exit code 2 where there is none. */
function readDocuments(folder: string): Texts {
  if (folder === '') throw badInput('--documents names no folder: name one with the documents.');
  if (!existsSync(folder))
    throw badInput(`There is no folder ${shownPath(folder)}: name one with the documents.`);
  if (!statSync(folder).isDirectory())
    throw badInput(`${shownPath(folder)} is a file: name the folder that the documents lie in.`);
  const texts = new Map<DocumentName, string>();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const path of paths) {
    const name = NAMES.find((one) => one === basename(path));
    if (name === undefined || !isFile(join(folder, path))) continue;
    if (texts.has(name))
      throw badInput(`${shownPath(folder)} holds ${name} twice: name a folder with one of each.`);
    const document = join(folder, path);
    texts.set(
      name,
      reading(document, () => readFileSync(document, 'utf8')),
    );
  }
  if (texts.size > 0) return texts;
  throw badInput(`${shownPath(folder)} holds none of the documents: ${NAMES.join(', ')}.`);
}

/** Notes the sentences as those that the rules were written for; hashes only. */
function update(texts: Texts): number {
  const path = join(projectRoot(), 'spec', 'known-documents.json');
  const all: KnownDocuments = {
    ...(known as KnownDocuments),
    ...Object.fromEntries([...texts].map(([name, text]) => [name, knownOf(text)])),
  };
  const lines = Object.entries(all).map(([name, one]) => `  ${JSON.stringify(name)}: ${JSON.stringify(one)}`);
  writeFileSync(path, `{\n${lines.join(',\n')}\n}\n`);
  process.stdout.write(`Noted the sentences of ${[...texts.keys()].join(', ')} in ${shownPath(path)}.\n`);
  return EXIT.green;
}

/** Compares and prints. Returns 0, or 5 where something drifted. */
export function specCheck({ documents, update: isUpdate }: SpecFlags): number {
  if (isUpdate === true) onlyInClone('spec check --update');
  const texts = readDocuments(documents);
  if (isUpdate === true) return update(texts);
  const drifts = [...texts].map(([name, text]) => documentDrift(name, text, known as KnownDocuments));
  const absent = NAMES.filter((name) => !texts.has(name));
  process.stdout.write(`${driftText(drifts, absent, paintFor(process.stdout.isTTY, process.env))}\n`);
  return drifts.some(hasDrifted) ? EXIT.stale : EXIT.green;
}
