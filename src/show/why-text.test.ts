/** How `why` is told: one sentence for each way to stand, an account that adds up, limits with their prices. */
import { describe, expect, it } from 'vitest';
import type { Why } from '../run/why.ts';
import { bindingText, whyJson, whySentence, whyText } from './why-text.ts';

const MONEY = { currency: 'USD', year: 2025 };

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ').replaceAll('−', '-');

const WIND: Why = {
  title: 'Wind',
  of: 'output',
  phase: 'one',
  standing: 'most',
  stands: 500,
  units: null,
  existing: 0,
  converted: null,
  madeOf: null,
  min: 0,
  max: 500,
  unit: 'MW',
  lines: [
    { what: 'Electricity', amount: 1_500_000, amountUnit: 'MWh', money: 90e6 },
    { what: 'annuity', amount: null, amountUnit: '', money: -60e6 },
    { what: 'fixed cost', amount: null, amountUnit: '', money: -10e6 },
  ],
  oneMore: 40_000,
  binding: [{ what: 'full size', hours: 3200, price: 180_000, unit: 'USD/a per MW' }],
};
const NONE: Why = {
  ...WIND,
  standing: 'nothing',
  stands: 0,
  max: null,
  oneMore: -41_000,
  lines: [
    { what: 'Electricity', amount: 3000, amountUnit: 'MWh', money: 99_000 },
    { what: 'annuity', amount: null, amountUnit: '', money: -140_000 },
  ],
  binding: [],
};

describe('the sentence', () => {
  it.each<[string, Partial<Why>]>([
    [
      'Wind stands at 0 MW; any size allowed. None is built: one more MW would cost 41 000 USD/a more than it saves.',
      NONE,
    ],
    [
      'Wind stands at 0 MW; up to 0 MW allowed. None may be built, though one more MW would save 5 000 USD/a more than it costs.',
      { ...NONE, max: 0, oneMore: 5000 },
    ],
    [
      'Wind stands at 500 MW; up to 500 MW allowed. It is as large as it may be: one more MW would save 40 000 USD/a more than it costs.',
      {},
    ],
    [
      'Wind stands at 200 MW; 200 MW to 500 MW allowed. It is as small as it may be: one more MW would cost 10 USD/a more than it saves.',
      { standing: 'least', stands: 200, min: 200, oneMore: -10 },
    ],
    [
      'Wind stands at 500 MW; fixed by the park file. The park file fixes it: one more MW would cost 10 USD/a more than it saves.',
      { standing: 'fixed', oneMore: -10 },
    ],
    [
      'Wind stands at 500 MW; at least 500 MW allowed. Nothing is added to what exists: one more MW would cost 10 USD/a more than it saves.',
      { standing: 'existing', min: 500, max: null, oneMore: -10 },
    ],
    [
      'Wind stands at 457 MW; up to 500 MW allowed. 43 MW of the 500 MW that stood are turned into Tall wind: one more MW would save 40 000 USD/a more than it costs.',
      { standing: 'converted', stands: 457, existing: 457, converted: { amount: 43, into: 'Tall wind' } },
    ],
    [
      'Wind stands at 0 MW; up to 500 MW allowed. All of the 500 MW that stood are turned into Tall wind: one more MW would save 40 000 USD/a more than it costs.',
      { standing: 'converted', stands: 0, converted: { amount: 500, into: 'Tall wind' } },
    ],
    [
      'Wind stands at 500 MW; up to 500 MW allowed. None of it is turned into Tall wind: one more MW would save 40 000 USD/a more than it costs.',
      { standing: 'converted', existing: 500, converted: { amount: 0, into: 'Tall wind' } },
    ],
    [
      'Wind stands at 43 MW; up to 500 MW can be made of Low wind. It is free to be larger or smaller, and is as large as it pays: one more MW would earn exactly what it costs.',
      { standing: 'between', stands: 43, oneMore: 0, madeOf: 'Low wind' },
    ],
    [
      'Wind stands at 300 MW; up to 500 MW allowed. It is free to be larger or smaller, and is as large as it pays: one more MW would earn exactly what it costs.',
      { standing: 'between', stands: 300, oneMore: 0 },
    ],
    [
      'Wind stands at 500 MW; up to 500 MW allowed. It comes in whole units: at the prices of the units as they are chosen a unit of 250 MW earns 2.5 million USD/a less than it costs; with another number of them the prices are others.',
      { standing: 'units', units: { size: 250, count: 2 }, oneMore: -10_000 },
    ],
    [
      'Wind. It has no size of its own: it runs as the prices and its limits let it.',
      { standing: 'unsized', unit: '' },
    ],
  ])('%s', (sentence, more) => {
    expect(plain(whySentence({ ...WIND, ...more }, MONEY))).toBe(sentence);
  });
});

describe('the account', () => {
  it('per unit, in all, and what is left for its limits', () => {
    const rows = plain(whyText(WIND, MONEY, false, 100)).split('\n');
    // 90 million ÷ 500 MW; 90 ÷ 1.5 TWh; 90 − 60 − 10 = 20 million, 40 000 a MW.
    expect(rows.find((row) => row.includes('Electricity'))).toMatch(
      /1\.5 TWh\/a +60 USD\/MWh +\+180 000 +\+90$/,
    );
    expect(rows.find((row) => row.includes('left for'))).toMatch(/\+40 000 +\+20$/);
    expect(rows.find((row) => row.includes('What it earns'))).toMatch(/USD\/a per MW +million USD\/a$/);
    expect(rows.at(-1)).toBe('  full size: 3 200 h a year; one more MW saves 180 thousand USD/a');
  });

  it('of one unit where nothing stands', () => {
    const rows = plain(whyText(NONE, MONEY, false, 100)).split('\n');
    expect(rows.find((row) => row.includes('What one more MW would earn and cost'))).toMatch(
      /USD\/a per MW$/,
    );
    expect(rows.find((row) => row.includes('= balance'))).toMatch(/-41 000$/);
  });

  it('what stood before is named where the rest is told', () => {
    const text = plain(whyText({ ...WIND, existing: 100 }, MONEY, false, 120));
    expect(text).toContain('100 MW of the 500 MW stood before and cost no annuity');
    expect(plain(whyText(WIND, MONEY, false, 120))).not.toContain('stood before');
    expect(plain(whyText({ ...WIND, existing: 500 }, MONEY, false, 120))).toContain(
      'All of it stood before and costs no annuity',
    );
  });

  it('names the phase where there are several, and keeps to the width', () => {
    const text = whyText(WIND, MONEY, true, 60);
    expect(text.startsWith('Phase one\n')).toBe(true);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});

it('limits: of the year by their unit, of a reserve as net present, a cost as a cost', () => {
  const text = (price: number, unit: string): string =>
    plain(bindingText({ what: 'limit', hours: null, price, unit }));
  expect(text(-1250, 'USD per t')).toBe('limit: one more t costs 1 250 USD');
  expect(text(3, 'USD per t, net present')).toBe('limit: one more t saves 3 USD (net present)');
  expect(text(2e6, 'USD/a per point')).toBe('limit: one more point saves 2 million USD/a');
});

it('JSON: figures per unit and in all, with their units', () => {
  expect(whyJson(WIND, MONEY)).toMatchObject({
    standing: 'most',
    oneMore: 40_000,
    oneMoreUnit: 'USD/a per MW',
    account: [
      {
        what: 'Electricity',
        amount: 1_500_000,
        amountUnit: 'MWh/a',
        meanPrice: 60,
        perUnit: 180_000,
        inAll: 90e6,
      },
      { what: 'annuity', amount: null, amountUnit: null, meanPrice: null, perUnit: -120_000, inAll: -60e6 },
      { what: 'fixed cost', perUnit: -20_000 },
    ],
    binding: [{ what: 'full size', hours: 3200, price: 180_000, unit: 'USD/a per MW' }],
  });
  expect(whyJson(NONE, MONEY)).toMatchObject({
    account: [{ perUnit: 99_000, inAll: 0 }, { perUnit: -140_000 }],
  });
});
