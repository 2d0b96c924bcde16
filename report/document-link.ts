// Where a section of a document can be read: the address of the page and the heading's anchor.
import type { DocumentName } from '../spec/rule';

const FOLDER =
  'https://github.com/Lightprotocol/light-protocol/blob/jorrit/docs-system-program/programs/system/docs';

/** Paths in the folder of the documents; a document of another place has none. */
export const DOCUMENT_PATHS: Readonly<Partial<Record<DocumentName, string>>> = {
  'INVOKE_CPI.md': 'invoke_cpi/INVOKE_CPI.md',
  'CPI_CONTEXT.md': 'CPI_CONTEXT.md',
  'INIT_CPI_CONTEXT_ACCOUNT.md': 'init/INIT_CPI_CONTEXT_ACCOUNT.md',
  'INVOKE.md': 'invoke/INVOKE.md',
  'INVOKE_CPI_WITH_READ_ONLY.md': 'invoke_cpi/INVOKE_CPI_WITH_READ_ONLY.md',
  'INVOKE_CPI_WITH_ACCOUNT_INFO.md': 'invoke_cpi/INVOKE_CPI_WITH_ACCOUNT_INFO.md',
  'REINIT_CPI_CONTEXT_ACCOUNT.md': 'init/REINIT_CPI_CONTEXT_ACCOUNT.md',
  'INSTRUCTIONS.md': 'INSTRUCTIONS.md',
  'PROCESSING_PIPELINE.md': 'PROCESSING_PIPELINE.md',
  'ACCOUNTS.md': 'ACCOUNTS.md',
};

/** The anchor that GitHub gives to a heading. */
export const anchorOf = (section: string): string =>
  section
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** The address of a section; null for a document without one. */
export function documentLink(document: DocumentName, section: string): string | null {
  const path = DOCUMENT_PATHS[document];
  return path === undefined ? null : `${FOLDER}/${path}#${anchorOf(section)}`;
}
