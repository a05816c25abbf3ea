import { expect, test } from 'vitest';
import { UNIT_FAULTS } from '../../units/fault.ts';
import { convert, type Read, readQuantity, readRange } from '../../units/unit.ts';
import { unitsSentences } from './units.ts';

/** What a user is told about the fault of one reading. */
function said(read: Read<unknown>): string {
  if (read.ok) throw new Error('no fault');
  const { message, why, remedy } = unitsSentences[read.fault.code]({ ...read.fault });
  return [message, why, remedy].join(' ');
}

test('every fault has a sentence, and no sentence is without a fault', () => {
  expect(Object.keys(unitsSentences).sort()).toEqual([...UNIT_FAULTS].sort());
});

test('sentences are whole even when particulars are missing', () => {
  for (const code of UNIT_FAULTS) {
    const { message, why, remedy } = unitsSentences[code]({ found: 'x', expected: 'y' });
    for (const sentence of [message, why, remedy]) {
      expect(sentence, code).toMatch(/^\S.*[.?]$/u);
      expect(sentence, code).not.toContain('undefined');
    }
  }
});

test('the faults people make', () => {
  expect(said(readQuantity('20 mt/a'))).toContain('"mt" is not a known unit.');
  expect(said(readQuantity('20 mt/a'))).toContain('Did you mean Mt/a or kt/a?');
  expect(said(readQuantity('1,5 t'))).toContain('Write 1.5 t.');
  expect(said(convert(3, 'MW', 't/h'))).toContain('power (MW) stands where mass per time (t/h) is expected.');
  expect(said(readRange('350-600 kA'))).toContain('Write 350 .. 600 kA.');
});
