// Tests of how bytes that differ are told: both sides, where they differ, and no two states that read the same.
import type { ContextState } from '../spec/context-state';
import type { AccountData, Pattern } from '../spec/plan';
import { bytesText } from './bytes-text';
import { firstDifference } from './difference';
import { differenceSentence } from './difference-sentence';
import type { ContextChange, History } from './history';
import { contextTable } from './html/context-table';
import { historyText } from './terminal/history-text';
import { plain } from './terminal/paint';
import { accepts, judge, outcome, seen, state } from './testing/outcomes';

const said = (expected: Pattern, actual: Pattern): string => {
  const found = firstDifference({ bytes: expected }, { bytes: actual });
  return found === null ? 'none' : differenceSentence(found);
};

/** The bytes of a pattern with byte 20 wrong. */
const broken = ({ fill, length }: Pattern): string =>
  Buffer.from(Array.from({ length }, (_, at) => (at === 20 ? 0xff : fill + at))).toString('hex');

describe('bytes', () => {
  it('are written in full where they are few, and cut in the middle where they are many', () => {
    expect(bytesText({ fill: 254, length: 4 })).toBe('feff0001');
    expect(bytesText({ fill: 0, length: 300 })).toBe('0001020304050607...28292a2b');
    expect(bytesText({ fill: -1, length: 2, hex: '0700' })).toBe('0700');
  });

  it.each([
    [
      { fill: 0, length: 2 },
      { fill: -1, length: 2, hex: '00ff' },
      '00ff (2 bytes), expected 0001 (2 bytes): they differ from byte 1 on',
    ],
    [
      { fill: 0, length: 1 },
      { fill: 0, length: 2 },
      '0001 (2 bytes), expected 00 (1 byte): they differ from byte 1 on',
    ],
    [
      { fill: 5, length: 0 },
      { fill: 7, length: 1 },
      '07 (1 byte), expected (empty) (0 bytes): they differ from byte 0 on',
    ],
  ])('%j and %j are told with both sides', (expected, actual, text) => {
    expect(said(expected, actual)).toBe(`bytes is ${text}`);
  });

  it('are equal however they are written down', () => {
    expect(said({ fill: 1, length: 2 }, { fill: -1, length: 2, hex: '0102' })).toBe('none');
    expect(said({ fill: 1, length: 0 }, { fill: 9, length: 0 })).toBe('none');
    expect(said({ fill: 300, length: 2 }, { fill: 44, length: 2 })).toBe('none');
  });
});

/** The sample state with its one output's data changed. */
const withData = (change: Partial<AccountData>): ContextState => ({
  ...state,
  outputs: state.outputs.map((one) => ({ ...one, data: one.data && { ...one.data, ...change } })),
});

const changeTo = (wrong: ContextState): ContextChange => ({
  key: 'context:1',
  before: { ...state, outputs: [] },
  after: wrong,
  documented: state,
});

function told(change: ContextChange): string {
  const history: History = {
    accounts: [],
    chapters: [
      {
        number: 1,
        transaction: {
          feePayer: 'payer:0',
          computeUnitLimit: null,
          computeUnitPrice: null,
          instructions: [],
        },
        steps: [],
        judgement: 'deviates',
        prediction: { kind: 'specified', alternatives: [accepts()] },
        outcome: outcome({}),
        contexts: [change],
      },
    ],
  };
  const text = historyText({ history, errors: [], paint: plain, rule: 'effects/a', detail: '' });
  return text.replace(/\s+/g, ' ');
}

describe('a context with other bytes than were sent', () => {
  const bytes = { fill: -1, length: 2, hex: '01ff' };
  const wrong = withData({ bytes });

  it('is a wrong effect that shows the bytes that are there and those that were sent', () => {
    const { verdict } = judge([accepts({ contexts: new Map([['context:1', state]]) })], {
      world: { contexts: new Map([['context:1', seen(wrong)]]) },
    });
    expect(verdict.detail).toBe(
      'context:1 outputs[0].data.bytes is 01ff (2 bytes), expected 0102 (2 bytes): they differ from byte 1 on',
    );
  });

  it('does not read as it should have been, in the terminal and on the page', () => {
    expect(told(changeTo(wrong))).toMatch(/after .*data 01ff.* as documented .*data 0102/);
    const page = contextTable(changeTo(wrong)).html;
    expect(page).toContain('2 bytes 01ff');
    expect(page).toContain('2 bytes 0102');
  });

  it('is told by its difference where the text leaves out what differs', () => {
    const hidden = changeTo(withData({ discriminator: '0102030405060709' }));
    expect(told(hidden)).toContain(
      'reads the same, but outputs[0].data.discriminator is 0102030405060709, expected 0102030405060708',
    );
    const middle = { fill: 0, length: 40 };
    const long = {
      ...changeTo(withData({ bytes: { fill: -1, length: 40, hex: broken(middle) } })),
      documented: withData({ bytes: middle }),
    };
    expect(contextTable(long).html).toContain('they differ from byte 20 on');
    expect(told(long)).toContain('they differ from byte 20 on');
  });
});
