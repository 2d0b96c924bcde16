// The reason in a proposed baseline, for a person to replace: the gate refuses it.
export const NO_REASON = 'not yet explained';
