// What a run of the SDK validation leaves behind, as one JSON file.
import Ajv, { type JSONSchemaType } from 'ajv';
import { InputError } from '../programs/errors';
import type { Check } from './check';
import type { Change } from './against';
import type { Problem } from './known';
import type { OwnBuild } from './own-build';
import type { SdkResult } from './run';
import type { Cell, Finding } from './types';

/** One of two builds that are compared; a pinned version has nothing but its number. */
type Compared = { readonly version: string } & Partial<Omit<OwnBuild, 'entry'>>;

export type SdkReport = {
  readonly formatVersion: 1;
  readonly package: string;
  readonly seed: number;
  /** Cases of each check that has more than one. */
  readonly runs: number;
  readonly sdk: readonly string[];
  readonly programs: readonly string[];
  readonly checks: readonly { readonly id: string; readonly says: string }[];
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly exitCode: number;
  /** A build that is not pinned, and which version's findings it was measured by. */
  readonly own?: Omit<OwnBuild, 'entry'> & {
    readonly measuredBy: string;
    /** Findings of that version that it no longer shows. */
    readonly gone: readonly string[];
  };
  /** Of a comparison of two builds: what differs. The list of known findings has no part in it. */
  readonly against?: {
    readonly after: Compared;
    readonly before: Compared;
    readonly changes: readonly Change[];
  };
};

export type ReportInput = Pick<
  SdkReport,
  'package' | 'seed' | 'runs' | 'sdk' | 'programs' | 'exitCode' | 'own' | 'against'
> & {
  readonly checks: readonly Check[];
  readonly result: SdkResult;
  readonly problems: readonly Problem[];
};

export const reportOf = ({ checks, result, ...about }: ReportInput): SdkReport => ({
  formatVersion: 1,
  ...about,
  checks: checks.map(({ id, says }) => ({ id, says })),
  cells: result.cells,
  findings: result.findings,
});

/** The parts that are read again. */
type Read = { formatVersion: number; findings: { id: string; reproduction: string }[] };
const SCHEMA: JSONSchemaType<Read> = {
  type: 'object',
  required: ['formatVersion', 'findings'],
  properties: {
    formatVersion: { type: 'number', const: 1 },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'reproduction'],
        properties: { id: { type: 'string' }, reproduction: { type: 'string' } },
      },
    },
  },
};

/** @throws InputError for a file that is something else. */
export function parseReport(text: string, name: string): SdkReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (new Ajv().validate(SCHEMA, value)) return value as unknown as SdkReport;
  throw new InputError(`${name} is no report of the SDK validation: run it again.`);
}

/** A finding's file name. */
export const reproductionPath = ({ id }: Finding): string => `reproductions/${id.replaceAll('/', '--')}.ts`;
