// Tests of reading what is handed on for indexers where a wrong program hands on something else.
import { ACCOUNT_COMPRESSION, LIGHT_SYSTEM } from './addresses';
import { handedIn } from './handed';
import { sentOf } from './sent';

const base64 = (bytes: number): string => Buffer.alloc(bytes).toString('base64');

it('data that end too early are left over as a whole, and the rest is read', () => {
  const recorded = (bytes: number) => [
    `Program ${ACCOUNT_COMPRESSION} invoke [3]`,
    `Program data: ${base64(bytes)} ${base64(64)}`,
  ];
  const [short, long] = handedIn([...recorded(51), ...recorded(80)]) ?? [];
  expect(short).toMatchObject({ leaves: [], contextOutputs: [], trailingBytes: 51 });
  expect(long?.trailingBytes).toBeLessThan(80);
});

it('of what is logged only what the system program and those that it calls say is kept, without what the runtime counts', () => {
  const inner = [
    `Program ${LIGHT_SYSTEM} invoke [2]`,
    'Program log: a',
    `Program ${ACCOUNT_COMPRESSION} invoke [3]`,
    'Program data: AA==',
    `Program ${ACCOUNT_COMPRESSION} success`,
    `Program ${LIGHT_SYSTEM} failed: custom program error: 0x1772`,
  ];
  const counted = `Program ${LIGHT_SYSTEM} consumed 5 of 9 compute units`;
  const caller = 'DWbHqf4nfXXXhvZuRPCy8ZzHvVEz9cozwdnoe5fvcTjn';
  const logs = [
    `Program ${caller} invoke [1]`,
    'Program log: AAE=',
    ...inner.slice(0, -1),
    counted,
    ...inner.slice(-1),
    'Program log: AAI=',
    `Program ${caller} failed: custom program error: 0x1772`,
  ];
  const answer = { refused: null, logs: () => logs, computeUnits: () => 0, calls: () => ['2 3 00 ff'] };
  expect(sentOf({ answer })).toEqual({ calls: ['2 3 00 ff'], logs: inner });
});
