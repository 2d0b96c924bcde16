// Every row of the documents' error tables, with the rules that stand for it.
import { ERROR_ROWS } from './error-rows';
import type { InstructionName } from './plan';
import type { DocumentName } from './rule';
import { RULES } from './rules';

export type DocumentedError = {
  /** Custom error number; null where the documents give a name only. */
  readonly code: number | null;
  readonly name: string;
  readonly documents: readonly DocumentName[];
  /** The cause as the tables state it, in our words. */
  readonly cause: string;
  readonly rules: readonly string[];
};

export const DOCUMENTED_ERRORS: readonly DocumentedError[] = ERROR_ROWS.map(
  ([code, name, documents, cause]) => ({
    code,
    name,
    documents,
    cause,
    rules: RULES.filter(
      ({ provenance, expects }) =>
        provenance === 'documented' && expects.kind === 'rejects' && expects.error === name,
    ).map(({ id }) => id),
  }),
);

const codesIn = (documents: readonly DocumentName[]): ReadonlySet<number> =>
  new Set(
    DOCUMENTED_ERRORS.filter((row) => row.documents.some((name) => documents.includes(name))).flatMap(
      ({ code }) => code ?? [],
    ),
  );

const CPI: readonly DocumentName[] = ['INVOKE_CPI.md', 'CPI_CONTEXT.md'];
const READ_ONLY: DocumentName = 'INVOKE_CPI_WITH_READ_ONLY.md';

/** Numbers that the documents give a meaning to in an InvokeCpi: they must not appear with another. */
export const DOCUMENTED_CODES = codesIn(CPI);
/** The same for an initialisation: its own document's. */
export const DOCUMENTED_INITIALIZATION_CODES = codesIn(['INIT_CPI_CONTEXT_ACCOUNT.md']);

/** By instruction: what its own documents give a meaning to; that each page refers to the others is taken at its word. */
const BY_INSTRUCTION: Readonly<Record<InstructionName, ReadonlySet<number>>> = {
  Invoke: codesIn(['INVOKE.md']),
  InvokeCpi: DOCUMENTED_CODES,
  InvokeCpiWithReadOnly: codesIn([...CPI, READ_ONLY]),
  InvokeCpiWithAccountInfo: codesIn([...CPI, READ_ONLY, 'INVOKE_CPI_WITH_ACCOUNT_INFO.md']),
};

/** Of an instruction: the numbers that its own documents give a meaning to. */
export const documentedCodesOf = (instruction: InstructionName): ReadonlySet<number> =>
  BY_INSTRUCTION[instruction];
