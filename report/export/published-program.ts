// A program that an exported test loads from the published package.

/** `file` is its path in the package, `sha256` in hexadecimal digits. */
export type PublishedProgram = { readonly address: string; readonly file: string; readonly sha256: string };
