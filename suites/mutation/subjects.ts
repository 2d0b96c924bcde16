// What mutants are tried on: the program as it is, and for claims about valid proofs the program with the keys of these proofs.
import type { Backend, BackendOptions } from '../../harness/backend';
import { rekeyOf } from '../../harness/mutation/keys';
import { rekeyedVersion } from '../../spec/versions';
import { loadRecorder } from '../../programs/recorder/load';
import type { Fences } from '../../generators/settings';
import type { Runner } from '../runner';
import { isRecorded } from '../asked';
import type { MutationInput } from './engine';
import { openTraced } from './open-traced';
import type { Subject } from './traced-runners';

type World = Pick<Runner, 'shape' | 'rules' | 'unasked'>;

export type SubjectsInput = Pick<BackendOptions, 'programs' | 'fixtures'> & {
  readonly version: string;
  readonly seed: number;
  readonly runnerOf: Subject['runnerOf'];
  /** Opens a validator of its own. */
  readonly open: (options: BackendOptions) => Promise<Pick<Backend, 'replace'> & Runner>;
  /** Those that are open already, and hold the program as it is. */
  readonly opened: readonly Pick<Backend, 'replace'>[];
  /** Errors that no document names, as the program's baseline has frozen them, and as that of the keys' version has. */
  readonly frozen: Subject['frozen'];
  readonly frozenWithKeys: Subject['frozen'];
  readonly worldOf: (version: string) => World;
  readonly fencesFor: (version: string) => Fences;
};

const isAboutProofs = (claim: string): boolean => claim.startsWith('proofs/');

/** The program with other keys, in a validator that opens when it is first asked for. */
function rekeyed(input: SubjectsInput, version: string, rekey: (file: Buffer) => Buffer) {
  const { programs, fixtures, seed, open, worldOf, fencesFor } = input;
  const own = { programs: { ...programs, systemProgram: rekey(programs.systemProgram) }, fixtures };
  const about = worldOf(version);
  const recording = { ...own, programs: { ...own.programs, accountCompression: loadRecorder() } };
  const openings = new Map<boolean, Promise<Pick<Backend, 'replace'> & Runner>>();
  const holding = new Set<Pick<Backend, 'replace'>>();
  const opened = (isRecording: boolean) =>
    openings.get(isRecording) ?? open(isRecording ? { ...recording, records: 'raw', aged: true } : own);
  const subject: Subject = {
    seed,
    frozen: input.frozenWithKeys,
    fences: fencesFor(version),
    runnerOf: async (claim) => {
      const isRecording = isRecorded(claim);
      const opening = opened(isRecording);
      openings.set(isRecording, opening);
      const backend = await opening;
      holding.add(backend);
      return { ...backend, ...about };
    },
    openTraced: async (compression) => {
      const traced = await openTraced(own, about, compression);
      return { ...traced, replace: (elf) => traced.replace(rekey(elf)) };
    },
  };
  const replace = (elf: Buffer): void => {
    for (const backend of holding) backend.replace(rekey(elf));
  };
  return { subject, replace };
}

/** The subjects of a program, and how a mutant is put into all that are open. */
export function subjectsOf(input: SubjectsInput): Pick<MutationInput, 'subjectOf' | 'replace'> {
  const { programs, fixtures, seed, version, runnerOf, opened, frozen, worldOf, fencesFor } = input;
  const plain: Subject = {
    ...{ runnerOf, seed, frozen, fences: fencesFor(version) },
    openTraced: (compression) => openTraced({ programs, fixtures }, worldOf(version), compression),
  };
  const [rekey, name] = [rekeyOf(programs.systemProgram), rekeyedVersion(version)];
  const other = rekey === null || name === null ? null : rekeyed(input, name, rekey);
  return {
    subjectOf: (claim) => (other !== null && isAboutProofs(claim) ? other.subject : plain),
    replace: (elf) => {
      for (const backend of opened) backend.replace(elf);
      other?.replace(elf);
    },
  };
}
