import { describe, expect, it } from 'vitest';
import { handNetwork, handPlan } from '../../test/hand-network.ts';
import { sampleRun } from '../../test/sample-run.ts';
import type { Run } from '../run/run.ts';
import { report } from './report.ts';

const VOID = new Set(['meta', 'link', 'br', 'hr', 'img', 'input', '!doctype']);

/** Tags that open and do not close, or close what was not open: [] for a well-formed page. */
function badTags(html: string): string[] {
  const open: string[] = [];
  const bad: string[] = [];
  const body = html.replace(/<style>[\s\S]*?<\/style>/g, '');
  for (const [, close, name, rest] of body.matchAll(/<(\/?)([!A-Za-z][\w-]*)((?:[^<>"]|"[^"]*")*)>/g)) {
    const tag = name.toLowerCase();
    if (VOID.has(tag) || rest.trimEnd().endsWith('/')) continue;
    if (close === '') open.push(tag);
    else if (open.pop() !== tag) bad.push(tag);
  }
  const loose = body.replace(/<(\/?)([!A-Za-z][\w-]*)((?:[^<>"]|"[^"]*")*)>/g, '').match(/[<>]/g) ?? [];
  return [...bad, ...open, ...loose];
}

/** Columns of digits whose head gives no unit. Counts and relative gaps have none. */
function columnsWithoutUnit(html: string): string[] {
  return [...html.matchAll(/<table[\s\S]*?<\/table>/g)].flatMap(([table]) => {
    const heads = [...table.matchAll(/<th scope="col"[^>]*>([\s\S]*?)<\/th>/g)].map(([, text]) => text);
    const rows = [...table.matchAll(/<tr>(?!<th scope="col")([\s\S]*?)<\/tr>/g)].map(([, row]) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, text]) => text),
    );
    return heads.filter((head, at) => {
      if (head.includes('class="unit"') || ['Inputs', 'Relative', 'No.', 'Value'].includes(head))
        return false;
      return rows.some((row) => /^[−\d][\d.\u2009\u202f]*$/.test(row[at] ?? ''));
    });
  });
}

function expectSound(html: string): void {
  expect(badTags(html)).toEqual([]);
  // Words that only a slip leaves in a page.
  expect(html).not.toMatch(/\bNaN\b|undefined|\[object|Infinity|∞/);
  expect(html).not.toMatch(/<script|(?:src|href)="(?!#)|url\((?!#)|@import/);
  expect(columnsWithoutUnit(html)).toEqual([]);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
}

describe('the report', () => {
  const html = report(sampleRun());

  it('is one sound page that asks for nothing else', () => expectSound(html));

  it('gives the answer first: status, sizes, cost, carbon, promises, claims', () => {
    const lead =
      /<p class="lead">([\s\S]*?)<\/p>/.exec(html)?.[1].replace(/[\u2009\u202f\u00a0]/g, ' ') ?? '';
    expect(lead).toContain('Prebake potline 300 kt/a');
    expect(lead).toContain('2 140 USD/t');
    expect(lead).toContain('6.43 t CO₂e/t');
    expect(lead).toContain('1 is broken (permanent jobs)');
    expect(lead).toContain('does not hold');
    expect(html.indexOf('class="lead"')).toBeLessThan(html.indexOf('<h2'));
  });

  it('holds the sections in the order of the questions', () => {
    const titles = [...html.matchAll(/<h2[^>]*>\d+\. ([^<]*)</g)].map(([, title]) => title);
    expect(titles).toEqual([
      'Promises and claims',
      'The chain',
      'What is built',
      'How it runs',
      'Security of supply',
      'Money',
      'Carbon',
      'Residues and their fates',
      'People',
      'Energy and output figures',
      'Where the linear picture may flatter',
      'Certificate and verification',
      'What was assumed',
      'Sources of every value',
      'This run',
    ]);
  });

  it('says what the weather is made of', () => {
    expect(html).toMatch(/<h3>Weather<\/h3><ul><li>Synthetic weather of 2025, seed 2025/);
  });

  it('gives every chart a name and its numbers as a table', () => {
    const charts = [...html.matchAll(/<svg viewBox[^>]*role="img"[^>]*aria-labelledby="([^"]+)"/g)];
    expect(charts.length).toBeGreaterThan(15);
    for (const [, id] of charts) expect(html).toContain(`<title id="${id}">`);
    const figures = html.match(/<figure>/g)?.length ?? 0;
    // The capacity bars stand beside a table that is always open.
    expect(html.match(/The numbers behind this chart/g)?.length).toBe(figures - 1);
  });

  it('draws the butts as a loop, storage below zero, and what is not served in its own colour', () => {
    expect(html).toContain('Anode butts: Prebake potline to Anode plant');
    expect(html).toContain('Battery (below zero: charging)');
    expect(html).toContain('#e3001b');
    expect(html).toMatch(/Curtailed<\/li>/);
  });

  it('tells only the simplifications that apply', () => {
    expect(html).toContain('Battery charges and discharges at once');
    expect(html).not.toContain('Typical weeks stand for the year');
  });

  it('tells whole units, what would stand with any size, what that costs, and no price of a part of a unit', () => {
    const plain = html.replace(/[\u2009\u202f\u00a0]/g, ' ');
    // 12 t/h are 12 × 8.76 = 105 kt/a; 2.6 of them are 273.
    const row = /<tr><th scope="row">Casthouse<\/th>(<td>Works at Pavlodar<.*?)<\/tr>/.exec(plain)?.[1] ?? '';
    expect(row).toContain('>3 × 105 kt/a<');
    expect(row).toContain('>273 kt/a<');
    expect(plain).toContain('Whole units cost 1.17 million USD/a, 0.24 % of all that the park pays');
    expect(plain).toContain('Room left for a better choice of whole units');
  });

  it('is the same text each time', () => expect(report(sampleRun())).toBe(html));
});

describe('the report under strain', () => {
  it('escapes a hostile title wherever it stands', () => {
    const base = sampleRun();
    const evil = '<script>alert("x")</script> & \'y\' <b>';
    const network = {
      ...base.network!,
      title: evil,
      processes: base.network!.processes.map((one) => ({ ...one, title: evil })),
      capacities: base.network!.capacities.map((one) => ({ ...one, title: evil })),
      commodities: base.network!.commodities.map((one) => ({ ...one, title: evil })),
      stores: base.network!.stores.map((one) => ({ ...one, title: evil })),
    };
    const html = report({
      ...base,
      network,
      plan: { ...base.plan!, network },
      capacities: base.capacities.map((row) => ({ ...row, title: evil, site: evil })),
      promises: base.promises.map((row) => ({ ...row, title: evil, to: evil, note: evil })),
      claims: base.claims.map((row) => ({ ...row, claim: evil, by: evil, note: evil })),
      assumed: [{ id: 'a', text: evil, path: evil }],
      message: evil,
      id: evil,
      manifest: { [evil]: evil },
    });
    expectSound(html);
    expect(html).not.toContain('<b>');
  });

  it('bears very long names', () => {
    const base = sampleRun();
    const long = `Extraordinarily long name of a plant ${'that goes on '.repeat(30)}`;
    const network = {
      ...base.network!,
      processes: base.network!.processes.map((one) => ({ ...one, title: long })),
    };
    expectSound(report({ ...base, network, plan: { ...base.plan!, network } }));
  });

  it('bears a park without plants', () => {
    const network = handNetwork({ commodities: {}, processes: [] });
    const plan = handPlan(network, [{}], 0);
    const none: Partial<Run> = {
      network,
      plan,
      capacities: [],
      kpis: [[]],
      promises: [],
      claims: [],
      assumed: [],
    };
    const html = report(sampleRun(none));
    expectSound(html);
    expect(html).toContain('The park makes no promises.');
    expect(html).toContain('no plants or stores to size');
  });

  it('tells figures that are not known without a wall of signs', () => {
    const kpis = [
      [
        {
          id: 'lcoa',
          title: 'LCOA',
          value: Number.NaN,
          unit: 'USD/t',
          definition: 'x',
          group: 'cost',
          range: [Number.NaN, Infinity] as const,
        },
      ],
    ];
    expectSound(report(sampleRun({ kpis })));
  });

  it('says of an infeasible park why, what is wrong and how far it came', () => {
    const base = sampleRun();
    const html = report({
      ...base,
      status: 'infeasible',
      message:
        'This park cannot hold.\nOn 14 Jan 03:00 the potline needs 212 MW; wind gives 31 MW, the grid 120 MW.',
      plan: null,
      verification: null,
      solution: null,
      kpis: [],
      capacities: [],
      promises: [],
      claims: [],
    });
    expectSound(html);
    expect(html).toContain('Cannot hold');
    expect(html).toContain('On 14 Jan 03:00 the potline needs 212 MW');
    expect(html).toContain('There is no plan');
    expect(html).not.toContain('id="chain"');
  });

  it('lists the faults of a park file that could not be read', () => {
    const base = sampleRun();
    const html = report({
      ...base,
      status: 'wrong input',
      message: 'The park file has mistakes; nothing was planned.',
      network: null,
      park: null,
      plan: null,
      verification: null,
      solution: null,
      kpis: [],
      capacities: [],
      promises: [],
      claims: [],
      assumed: [],
      issues: [
        {
          code: 'x',
          severity: 'error',
          path: 'plants.smelter',
          line: 7,
          message: 'no plant <potlin>',
          why: 'names must be known',
          remedy: 'did you mean potline?',
        },
      ],
    });
    expectSound(html);
    expect(html).toContain('plants.smelter, line 7');
    expect(html).toContain('no plant &lt;potlin&gt;');
  });

  it('is loud about what is not served, and says so on the first page', () => {
    const base = sampleRun();
    const phases = base.plan!.phases.map((phase) => ({
      ...phase,
      shortfall: phase.shortfall.map((_, at) => (base.network!.processes[at].id === 'smelter' ? 9000 : 0)),
    }));
    const html = report({ ...base, status: 'not met', plan: { ...base.plan!, phases } });
    expectSound(html);
    expect(html.replace(/[\u2009\u202f\u00a0]/g, ' ')).toContain(
      'Prebake potline misses 9 000 t/a of 300 kt/a asked for',
    );
    expect(html).toContain('Unserved: what the plan does not make');
  });
});
