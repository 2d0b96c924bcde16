// The documents section by section: which rules and laws cover each, and what is not checked and why.
import type { DocumentName, Source } from './rule';
import { LAWS } from './laws';
import { RULES } from './rules';
import { SECTION_OUTLINE, type OutlineEntry } from './outline';

export type Unchecked = { readonly what: string; readonly why: string };
export type DocumentSection = {
  readonly document: DocumentName;
  readonly section: string;
  /** Heading depth, 1 for the title. */
  readonly level: number;
  readonly rules: readonly string[];
  /** Ids of the laws that rest on the section. */
  readonly laws: readonly string[];
  readonly unchecked: readonly Unchecked[];
};

type Cited = { readonly id: string; readonly sources: readonly Source[] };

const citing = (all: readonly Cited[], { document, section }: OutlineEntry): readonly string[] =>
  all
    .filter(({ sources }) =>
      sources.some((source) => source.document === document && source.section === section),
    )
    .map(({ id }) => id);

export const DOCUMENT_SECTIONS: readonly DocumentSection[] = SECTION_OUTLINE.map((entry) => ({
  ...entry,
  rules: citing(RULES, entry),
  laws: citing(LAWS, entry),
}));
