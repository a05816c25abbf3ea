/**
 * The command line as others use it: real child processes on the real build, in folders of their own.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from './golden.ts';
import { expectBuilt, kombinat, MAIN, scratchFolder, start } from './kombinat.ts';

let scratch: ReturnType<typeof scratchFolder>;
const inScratch = (...words: string[]) => kombinat(words, scratch.path);
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(scratch.path, name), content);
const FIRST = readFileSync(join(ROOT, 'parks', 'first-metal.park.yaml'), 'utf8');

beforeEach(() => {
  expectBuilt();
  scratch = scratchFolder();
});
afterEach(() => scratch.remove());

interface IssueJson {
  code: string;
  severity: string;
  file: string | null;
  line: number | null;
  message: string;
  remedy: string;
  near: string | null;
}

/** Standard output must be one JSON document and nothing else. */
async function json(...words: string[]) {
  const said = await inScratch(...words, '--json');
  return { ...said, data: JSON.parse(said.out) };
}

describe('words', () => {
  it('a near miss of a verb ends with 1 and names the verb that was meant', async () => {
    const said = await inScratch('plna', 'x.yaml');
    expect(said.code).toBe(1);
    expect(said.out).toBe('');
    expect(said.err).toContain('Did you mean plan?');
  });

  it('an unknown option ends with 1, as JSON too', async () => {
    const { code, data } = await json('plan', 'x.yaml', '--hurs', '672');
    expect(code).toBe(1);
    expect(data.issues[0]).toMatchObject({ code: 'unknown-option', near: '--hours' });
  });

  it('help and version end with 0', async () => {
    expect((await inScratch('--help')).code).toBe(0);
    expect((await inScratch('plan', '--help')).out).toContain('--hours');
    expect((await inScratch('--version')).out.trim()).toBe('0.1.0');
  });

  it('hours that are no whole weeks are refused with the reason', async () => {
    put('first.park.yaml', FIRST);
    const { code, data } = await json('plan', 'first.park.yaml', '--hours', '100');
    expect(code).toBe(1);
    expect(data.issues[0].code).toBe('option-wrong');
    expect(data.issues[0].why).toContain('--consecutive');
  });
});

describe('hours beyond a year', () => {
  it.each([
    ['8904', []],
    ['8785', ['--consecutive']],
  ])('%s %j are refused', async (hours, more) => {
    put('first.park.yaml', FIRST);
    const { code, data } = await json('check', 'first.park.yaml', '--hours', hours, ...more);
    expect([code, data.issues[0].code]).toEqual([1, 'option-wrong']);
    expect(data.issues[0].why).toContain('8784');
  });
});

describe('files that are none', () => {
  const cases: [string, () => string, RegExp][] = [
    ['a missing file', () => 'nothing.park.yaml', /^file-missing$/],
    ['a folder', () => '.', /^file-is-folder$/],
    [
      'a binary file',
      () => {
        put(
          'noise.park.yaml',
          Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
        );
        return 'noise.park.yaml';
      },
      /^(file|text)-/,
    ],
    [
      'a line of ten megabytes',
      () => {
        put('long.park.yaml', `park: ${'x'.repeat(10e6)}`);
        return 'long.park.yaml';
      },
      /^(file|text)-/,
    ],
    [
      'an empty file',
      () => {
        put('empty.park.yaml', '');
        return 'empty.park.yaml';
      },
      /^(file|text)-/,
    ],
  ];
  it.each(cases)('%s ends with 1, a sentence and a remedy, never a stack trace', async (_, file, code) => {
    for (const verb of ['check', 'plan', 'show', 'solve']) {
      const said = await json(verb, file());
      expect(said.code, verb).toBe(1);
      const issue: IssueJson = said.data.issues[0];
      if (verb !== 'solve') expect(issue.code, verb).toMatch(code);
      expect(issue.message.length, verb).toBeGreaterThan(10);
      expect(issue.remedy.length, verb).toBeGreaterThan(10);
      expect(said.err + said.out, verb).not.toMatch(/\n\s+at .*\.js:/);
    }
    expect(readdirSync(scratch.path)).not.toContain('results');
  });

  it('a pipe or a device is refused at once', async () => {
    execFileSync('sh', ['-c', 'mkfifo pipe.mps'], { cwd: scratch.path });
    for (const words of [
      ['plan', '/dev/zero'],
      ['check', 'pipe.mps'],
      ['solve', 'pipe.mps'],
    ]) {
      const { code, data } = await json(...words);
      expect([code, data.issues[0].code]).toEqual([1, 'file-not-plain']);
    }
  });

  it.each(['noise.mps', 'noise.lp'])('a binary %s is refused as binary, with one fault', async (name) => {
    put(
      name,
      Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 256),
    );
    const { code, data } = await json('solve', name);
    expect([code, data.issues.length, data.issues[0].code]).toEqual([1, 1, 'program-file-unreadable']);
    expect(data.issues[0].message).toContain('binary');
  });

  it('a near miss of a file name is told', async () => {
    put('smelter.park.yaml', FIRST);
    const { data } = await json('check', 'smleter.park.yaml');
    expect(data.issues[0].near).toBe('smelter.park.yaml');
  });
});

describe('new and check', () => {
  it('new writes twelve lines that check finds whole, and never writes over a file', async () => {
    expect((await inScratch('new', 'mine.park.yaml')).code).toBe(0);
    const checked = await json('check', 'mine.park.yaml');
    expect(checked.code).toBe(0);
    expect(checked.data.issues.filter((issue: IssueJson) => issue.severity === 'error')).toEqual([]);
    expect(checked.data.assumed.length).toBeGreaterThan(0);

    put('mine.park.yaml', 'mine: true\n');
    const again = await json('new', 'mine.park.yaml');
    expect(again.code).toBe(1);
    expect(again.data.issues[0].code).toBe('file-exists');
    expect(readFileSync(join(scratch.path, 'mine.park.yaml'), 'utf8')).toBe('mine: true\n');
  });

  it('new leads an editor to a schema that is there', async () => {
    mkdirSync(join(scratch.path, 'deep'));
    await inScratch('new', 'deep/mine.park.yaml');
    const file = join(scratch.path, 'deep', 'mine.park.yaml');
    const way = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8'))?.[1];
    expect(way !== undefined && existsSync(resolve(dirname(file), way))).toBe(true);
  });

  it('new leaves nothing when the file cannot be written, and names it', () => {
    // The shell allows files of no byte at all.
    const command = `trap '' XFSZ; ulimit -f 0; exec "$0" "$1" new mine.park.yaml`;
    const said = spawnSync('bash', ['-c', command, process.execPath, MAIN], {
      cwd: scratch.path,
      encoding: 'utf8',
    });
    expect(said.status).toBe(5);
    expect(said.stderr).toContain('mine.park.yaml');
    expect(readdirSync(scratch.path)).toEqual([]);
  });

  it('check tells place, near miss and remedy of every mistake', async () => {
    put('wrong.park.yaml', FIRST.replace('output: 300 kt/a', 'outptu: 300 kt/a').replace('3 GW', '3 GV'));
    const { code, data, err } = await json('check', 'wrong.park.yaml');
    expect(code).toBe(1);
    const errors: IssueJson[] = data.issues.filter((issue: IssueJson) => issue.severity === 'error');
    expect(errors.length).toBeGreaterThanOrEqual(2);
    expect(errors.some((issue) => issue.near === 'output')).toBe(true);
    for (const issue of errors) {
      expect(issue.file).toBe('wrong.park.yaml');
      expect(issue.line).toBeGreaterThan(1);
    }
    expect(err).not.toContain('"issues"');
    const people = await inScratch('check', 'wrong.park.yaml');
    expect(people.out).toMatch(/wrong\.park\.yaml:\d+:\d+ {2}error {2}/);
  });

  it('refuses silences when nothing may be assumed', async () => {
    put('first.park.yaml', FIRST);
    expect((await json('check', 'first.park.yaml', '--nothing-assumed')).code).toBe(1);
  });
});

describe('calc and library', () => {
  it('calc lists its models, and calculates with units, shares and lists', async () => {
    const listed = await json('calc');
    expect(listed.data.models.map((model: { name: string }) => model.name)).toContain('potline');
    const { code, data } = await json('calc', 'potline', 'cell-voltage=4100 mV', 'current-efficiency=94.5%');
    expect(code).toBe(0);
    expect(data.name).toBe('potline');
    // 2980 kWh/(t V) × 4.1 V ÷ 0.945 (charge of 1 t of Al at 3 F/mol: 2979.9 kAh), by hand: 12 929 kWh/t over the whole pot.
    expect(data.inputs['cell-voltage']).toEqual({ value: 4.1, unit: 'V' });
    expect(data.outputs['dc-energy'].unit).toBe('kWh/t');
    expect(Math.abs(data.outputs['dc-energy'].value - 12929)).toBeLessThan(5);
    const share = await json('calc', 'potline', 'cell-voltage=4.1', 'current-efficiency=0.945');
    expect(share.data.outputs).toEqual(data.outputs);
    const cases = await json('calc', 'potline', 'cell-voltage=4.1,4.3', 'current-efficiency=94.5%');
    expect(cases.data.outputs['dc-energy'].value[0]).toBe(data.outputs['dc-energy'].value);
    expect(cases.data.outputs['dc-energy'].value).toHaveLength(2);
  });

  it.each([
    ['potlin', [], 'model-unknown'],
    ['potline', ['cel-voltage=4'], 'parameter-unknown'],
    ['potline', ['cell-voltage=4 kg'], 'unit-dimension'],
    ['potline', ['cell-voltage=4 vlots'], 'unit-unknown'],
    ['potline', ['cell-voltage=40'], 'parameter-impossible'],
    ['potline', ['cell-voltage=4', 'cell-voltage=5'], 'parameter-twice'],
    ['potline', ['cell-voltage=4,4.1', 'current=400,450,500'], 'lists-differ'],
    ['potline', ['cell-voltage'], 'parameter-without-value'],
    ['solar-position', ['time=tomorrow'], 'parameter-moment'],
    ['solar-position', ['time=2025-02-30T00:00Z'], 'parameter-moment'],
    ['solar-position', ['time=1890-01-01'], 'parameter-impossible'],
    ['wind-power', ['turbine=windmill'], 'parameter-choice'],
    ['annuity', ['rate=8'], 'parameter-impossible'],
  ])('calc %s %j is refused as %s', async (name, values, expected) => {
    const { code, data } = await json('calc', name, ...values);
    expect(code).toBe(1);
    expect(data.issues.map((issue: IssueJson) => issue.code)).toContain(expected);
    expect(data.issues[0].message).not.toContain(expected);
  });

  it('a time with an offset is the same moment in UTC; several times are several cases', async () => {
    const [local, utc] = ['2003-10-17T12:30:30-07:00', '2003-10-17T19:30:30Z'];
    const { data } = await json(
      'calc',
      'solar-position',
      'latitude=39.742476',
      'longitude=-105.1786',
      `time=${local},${utc}`,
    );
    expect(data.inputs.time).toEqual({ value: [utc, utc], unit: 'UTC' });
    const { zenith, azimuth, elevation } = data.outputs;
    // Worked example of Reda and Andreas (2003).
    for (const at of [0, 1]) {
      expect(Math.abs(zenith.value[at] - 50.11162)).toBeLessThan(0.01);
      expect(Math.abs(azimuth.value[at] - 194.34024)).toBeLessThan(0.01);
      expect(elevation.value[at] + zenith.value[at]).toBeCloseTo(90, 9);
    }
  });

  it('what may be left out is told in words, and has no value in the JSON', async () => {
    const { data } = await json('calc', 'pv', 'ghi=500');
    expect(data.inputs.dni).toEqual({ value: null, unit: 'W/m2' });
    expect(data.warnings).toEqual([]);
    expect((await inScratch('calc', 'pv', 'ghi=500')).out).toMatch(/dni +from the clearness of the sky/);
  });

  it('a value outside of the usual range is calculated with a warning', async () => {
    const { code, data } = await json('calc', 'potline', 'cell-voltage=4.9');
    expect(code).toBe(0);
    expect(data.warnings.map((issue: IssueJson) => issue.code)).toContain('parameter-unusual');
  });

  it('library counts assumptions and shows one entry with its sources', async () => {
    const all = await json('library');
    expect(all.data.assumptions / all.data.values).toBeLessThan(0.25);
    const one = await json('library', 'prebake-potline');
    expect(Object.values(one.data.sources).every((reference) => reference !== '')).toBe(true);
    const near = await json('library', 'prebake-potlin');
    expect([near.code, near.data.issues[0].near]).toEqual([1, 'prebake-potline']);
  });

  it('library indents every row, and shows the parameters of a plant with a model', async () => {
    const rows = (await inScratch('library')).out.split('\n');
    expect(rows[rows.indexOf('stores') + 1]).toMatch(/^ {2}\S/);
    expect(rows[0]).toBe('plants');
    expect(rows[1]).toMatch(/^ {2}\S/);
    const one = await inScratch('library', 'prebake-potline');
    expect(one.out).toMatch(/^ {2}cell-voltage +\S+ V +\S+ V \.\. \S+ V +\w+ +\S+/m);
    // What it is about, its flows, its crew, and the notes of its figures.
    expect(one.out).toContain('Potrooms, rectifiers, gas treatment, busbars.');
    expect(one.out).toMatch(/^ {2}needs +Alumina +1\.9\d* t/m);
    expect(one.out).toMatch(/^ {2}skilled workers +\S+ persons\/\(kt\/a\)/m);
    expect(one.out).toMatch(/^ {2}reached in the first year +80 %/m);
    expect(one.out).toContain('  availability: pots on line');
  });

  it('calc with a name alone shows what can be given', async () => {
    const { out } = await inScratch('calc', 'potline');
    expect(out).toMatch(/cell-voltage +\S+ V +\S+ V \.\. \S+ V/);
    expect(out).toContain('dc-energy');
  });

  it('doctor finds a solver that solves', async () => {
    const { code, data } = await json('doctor');
    expect(code).toBe(0);
    expect(data.findings.find((finding: { what: string }) => finding.what === 'solver').fine).toBe(true);
  });
});

describe('solve', () => {
  // min x + 2y, x + y ≥ 4, x ≤ 3: x = 3, y = 1, objective 5 (by hand).
  const LP = 'Minimize\n obj: x + 2 y\nSubject To\n need: x + y >= 4\nBounds\n x <= 3\nEnd\n';

  it('an LP file, with its certificate', async () => {
    put('tiny.lp', LP);
    const { code, data } = await json('solve', 'tiny.lp');
    expect(code).toBe(0);
    expect(data.status).toBe('optimal');
    expect(data.objective).toBeCloseTo(5, 6);
    for (const key of ['primalResidual', 'dualResidual', 'gap']) expect(data[key]).toBeLessThan(1e-6);
    expect(Object.keys(data)).toEqual(expect.arrayContaining(['iterations', 'seconds', 'solver']));
  });

  it('whole numbers, with the bound of the search: 3x ≥ 5 needs two', async () => {
    put('whole.lp', 'Minimize\n obj: x\nSubject To\n need: 3 x >= 5\nGeneral\n x\nEnd\n');
    const { code, data } = await json('solve', 'whole.lp');
    expect(code).toBe(0);
    expect([data.objective, data.bound]).toEqual([2, expect.closeTo(2, 6)]);
  });

  it('an impossible program ends with 2, an endless one too', async () => {
    put('impossible.lp', LP.replace('x <= 3', 'x <= 3\n y <= 0.5'));
    put('endless.lp', 'Maximize\n obj: x\nSubject To\n c: x - y <= 1\nEnd\n');
    expect((await json('solve', 'impossible.lp')).code).toBe(2);
    expect((await json('solve', 'endless.lp')).code).toBe(2);
  });
});

describe('what solve tells', () => {
  const MPS = (rest: string) =>
    `NAME T\nROWS\n N c\n G need\nCOLUMNS\n x c 1 need 1\n y c 2 need 1\n${rest}ENDATA\n`;
  const LP = 'Minimize\n obj: x + 2 y\nSubject To\n need: x + y >= 4\nBounds\n x <= 3\nEnd\n';
  const TABLE = (name: string) => readFileSync(join(scratch.path, name), 'utf8').trim().split('\n');

  it('the constant of an objective without columns: minus its right-hand side', async () => {
    put('empty.mps', 'NAME E\nROWS\n N c\nCOLUMNS\nRHS\n R c -7\nENDATA\n');
    for (const solver of ['auto', 'highs', 'interior']) {
      const { code, data } = await json('solve', 'empty.mps', '--solver', solver);
      expect([code, data.status, data.objective], solver).toEqual([0, 'optimal', 7]);
    }
  });

  it('no objective, dual residual or gap of a program without end, and the direction', async () => {
    put('endless.mps', MPS('RHS\n R need 5\nBOUNDS\n MI B x\n').replace('x c 1', 'x c -1'));
    const { code, data } = await json('solve', 'endless.mps');
    expect([code, data.status, data.objective, data.dualResidual, data.gap]).toEqual([
      2,
      'unbounded',
      null,
      null,
      null,
    ]);
    expect(data.proof).toEqual([{ kind: 'column', name: 'x', side: null, limit: null, weight: 1 }]);
    expect((await inScratch('solve', 'endless.mps')).out).toMatch(/objective +unbounded/);
  });

  it('whole numbers are not for the interior point method: 1, and who does them', async () => {
    put('whole.lp', 'Minimize\n obj: x\nSubject To\n need: 3 x >= 5\nGeneral\n x\nEnd\n');
    const { code, data } = await json('solve', 'whole.lp', '--solver', 'interior');
    expect([code, data.status, data.issues[0].code]).toEqual([1, 'wrong input', 'interior-whole']);
    expect(data.issues[0].remedy).toBe('Use --solver auto or highs.');
  });

  it('figures over sixteen powers of ten: interior says who else there is, auto solves it', async () => {
    put(
      'scaled.mps',
      'NAME S\nROWS\n N c\n G r1\n L r2\n E r3\nCOLUMNS\n x c 1e-4 r1 1e8\n x r2 1 r3 1e-4\n y c 1e4 r1 1\n y r2 1e-8 r3 1\n z c 3 r1 1e-8\n z r2 1e8 r3 1e4\nRHS\n R r1 3e8 r2 1e9\n R r3 5e4\nENDATA\n',
    );
    const alone = await json('solve', 'scaled.mps', '--solver', 'interior');
    expect(alone.code === 0 || alone.data.message.endsWith('Use --solver auto or highs.')).toBe(true);
    expect((await json('solve', 'scaled.mps')).code).toBe(0);
  });

  it('several sets are refused until one is named', async () => {
    put('sets.mps', MPS('RHS\n A need 5\n B need 9\n'));
    const refused = await json('solve', 'sets.mps');
    expect([refused.code, refused.data.issues[0].code]).toEqual([1, 'program-set-several']);
    // x alone at 1 each: 5, or 9.
    expect((await json('solve', 'sets.mps', '--set', 'RHS=A')).data.objective).toBeCloseTo(5, 6);
    expect((await json('solve', 'sets.mps', '--set', 'rhs=B')).data.objective).toBeCloseTo(9, 6);
    expect((await json('solve', 'sets.mps', '--set', 'RSH=B')).data.issues[0].remedy).toBe('Give RHS=name.');
  });

  it('a tolerance is kept, and must be one', async () => {
    put('tiny.lp', LP);
    const { code, data } = await json('solve', 'tiny.lp', '--tolerance', '1e-11');
    expect(code).toBe(0);
    expect(Math.max(data.primalResidual, data.dualResidual, data.gap)).toBeLessThanOrEqual(1e-11);
    for (const wrong of ['0', '-1', 'small', '1'])
      expect((await json('solve', 'tiny.lp', '--tolerance', wrong)).code, wrong).toBe(1);
  });

  it('values and prices of every column and row: x = 3 saves 1 a unit, a unit of need costs 2 (by hand)', async () => {
    put('tiny.lp', LP);
    expect((await json('solve', 'tiny.lp', '--solver', 'highs', '--values', 'v.csv')).data.values).toBe(
      'v.csv',
    );
    expect(TABLE('v.csv')).toEqual([
      'kind,name,lower limit,value,upper limit,reduced cost or dual',
      'column,x,0,3,3,-1',
      'column,y,0,1,,0',
      'row,need,4,4,,2',
    ]);
    await json('solve', 'tiny.lp', '--solver', 'highs', '--values', 'v.json');
    expect(JSON.parse(readFileSync(join(scratch.path, 'v.json'), 'utf8'))).toEqual({
      status: 'optimal',
      objective: 5,
      columns: [
        { name: 'x', value: 3, lower: 0, upper: 3, reducedCost: -1 },
        { name: 'y', value: 1, lower: 0, upper: null, reducedCost: 0 },
      ],
      rows: [{ name: 'need', activity: 4, lower: 4, upper: null, dual: 2 }],
      proof: [],
    });
    const again = await json('solve', 'tiny.lp', '--values', 'v.csv');
    expect([again.code, again.data.issues[0].code]).toEqual([1, 'file-exists']);
    expect((await json('solve', 'tiny.lp', '--values', 'v.csv', '--force')).code).toBe(0);
    for (const place of ['v.txt', 'tiny.lp', 'nowhere/v.csv'])
      expect((await json('solve', 'tiny.lp', '--values', place, '--force')).data.issues[0].code).toBe(
        'values-place',
      );
  });

  it('why nothing satisfies a program: need ≥ 4 against x ≤ 3 and y ≤ 0.5, each by name', async () => {
    put('impossible.lp', LP.replace('x <= 3', 'x <= 3\n y <= 0.5'));
    const { code, data } = await json('solve', 'impossible.lp', '--values', 'proof.csv');
    expect(code).toBe(2);
    const told = data.proof.map(({ kind, name, side, limit }: Record<string, unknown>) => [
      kind,
      name,
      side,
      limit,
    ]);
    expect(told).toEqual([
      ['row', 'need', 'lower', 4],
      ['column', 'x', 'upper', 3],
      ['column', 'y', 'upper', 0.5],
    ]);
    expect(TABLE('proof.csv')[0]).toBe('kind,name,side,limit,weight');
    expect(TABLE('proof.csv')).toHaveLength(4);
    // Farkas: the rows demand more than the columns can give.
    const [need, x, y] = data.proof.map(({ weight }: { weight: number }) => weight);
    expect(need * 4).toBeGreaterThan(x * 3 + y * 0.5);
  });

  it.each([
    ['told.lp', () => MPS('RHS\n R need 4\nBOUNDS\n UP B x 3\n'), 'MPS'],
    ['told.mps', () => LP, 'LP'],
    ['told.txt', () => `\\ a comment\n\n${LP}`, 'LP'],
    ['told', () => `* a comment\n${MPS('RHS\n R need 4\nBOUNDS\n UP B x 3\n')}`, 'MPS'],
  ])('%s is read by how it begins, and that is said in one sentence', async (name, text, form) => {
    put(name, text());
    const { code, data } = await json('solve', name);
    expect(code).toBe(0);
    expect(data.objective).toBeCloseTo(5, 6);
    expect(data.issues.map((issue: IssueJson) => [issue.code, issue.severity])).toEqual([
      ['program-format', 'note'],
    ]);
    expect(data.issues[0].message).toContain(`read as ${form}`);
  });

  it('a program that is not there is missed as a program, not as a park', async () => {
    const { code, data } = await json('solve', 'nothing.mps');
    expect([code, data.issues[0].code]).toEqual([1, 'program-file-missing']);
    expect(JSON.stringify(data.issues)).not.toMatch(/park|kombinat new/);
  });

  it('one and many are told apart', async () => {
    put('one.lp', 'Minimize\n obj: x\nSubject To\n c: x >= 1\nEnd\n');
    expect((await inScratch('solve', 'one.lp')).err).toContain('1 column, 1 row, 1 non-zero before presolve');
    expect((await inScratch('solve', 'one.lp', 'two')).err).not.toContain('..');
  });

  it('a time limit that is over before the solver starts: 3 at once', async () => {
    put('tiny.lp', LP);
    for (const solver of ['auto', 'highs']) {
      const { code, data } = await json('solve', 'tiny.lp', '--time-limit', '0.001', '--solver', solver);
      expect([code, data.status], solver).toEqual([3, 'limit']);
      expect(data.message).toContain('time limit');
    }
  });
});

describe('operate', () => {
  it('tells for a weather year what is unserved and what not knowing costs; unserved demand ends with 3', async () => {
    put('first.park.yaml', FIRST);
    const words = ['operate', 'first.park.yaml', '--hours', '168', '--years', '1', '--step', '96'];
    const { code, data, err } = await json(...words, '--first-seed', '7');
    expect([code, data.status]).toEqual([3, 'not met']);
    expect(err).toContain('seed 7: 92 windows');
    const [year] = data.years;
    expect(year).toMatchObject({ seed: 7, windows: 92 });
    const [smelter] = year.loads;
    expect(smelter).toMatchObject({ id: 'smelter', unit: 't' });
    expect(smelter.energy).toBeGreaterThan(0);
    expect(smelter.energy).toBeCloseTo(year.unserved.energy, 6);
    expect(year.unserved.share).toBeLessThan(1);
    expect(data.units).toMatchObject({ energy: 'MWh', money: 'USD/a' });
    expect(existsSync(join(scratch.path, 'results'))).toBe(false);
  }, 120_000);

  it('options that cannot be are all told at once, before anything is read', async () => {
    const { code, data } = await json('operate', 'none.yaml', '--years', '0', '--window', 'long');
    expect(code).toBe(1);
    expect(data.issues.map(({ path }: { path: string }) => path)).toEqual(['--years', '--window']);
    const step = await json('operate', 'none.yaml', '--step', '97');
    expect([step.code, step.data.issues[0].path]).toEqual([1, '--step']);
  });

  it('Ctrl-C between two windows ends with 130', async () => {
    put('first.park.yaml', FIRST);
    const { child, said } = start(['operate', 'first.park.yaml', '--hours', '168'], scratch.path);
    let told = '';
    child.stderr?.on('data', (text) => {
      told += text;
      // A slow machine tells of windows every ten seconds; a quick one has done a whole year by then and is in the next one.
      if (/window \d+ of 365|: 365 windows/.test(told)) child.kill('SIGINT');
    });
    expect((await said).code).toBe(130);
  }, 120_000);
});

describe('plan', () => {
  const FILES = [
    'capacities.csv',
    'first.park.yaml',
    'flows-yearly.csv',
    'hours.csv',
    'manifest.json',
    'plan.json',
    'report.html',
  ];
  const parts = (folder = scratch.path) => readdirSync(folder).filter((name) => name.startsWith('.'));

  it('writes a whole folder, prints JSON alone, and never writes over it unasked', async () => {
    put('first.park.yaml', FIRST);
    const { code, data, err } = await json('plan', 'first.park.yaml', '--hours', '168', '--out', 'here');
    expect(code, err).toBe(0);
    expect(data.status).toBe('optimal');
    expect(data.verification.largestGap).toBeLessThan(1e-6);
    // On typical weeks nothing is proven of the hours that were left out.
    expect(data.message).toContain('no cheaper one exists for the weeks that were chosen');
    expect(data.capacities.length).toBeGreaterThan(3);
    expect(Object.keys(data.capacities[0])).toEqual(
      expect.arrayContaining([
        'plant',
        'site',
        'phase',
        'built',
        'existing',
        'min',
        'max',
        'unit',
        'atLimit',
        'shadowPrice',
        'shadowPriceUnit',
      ]),
    );
    const folder = join(scratch.path, 'here');
    expect(readdirSync(folder).sort()).toEqual(FILES);
    const hours = readFileSync(join(folder, 'hours.csv'), 'utf8').trim().split('\n');
    expect(hours).toHaveLength(1 + 168);
    expect(new Set(hours.map((line) => line.split(',').length)).size).toBe(1);
    expect(parts()).toEqual([]);
    for (const stage of ['read', 'network', 'program', 'solve', 'verify', 'account', 'write'])
      expect(err).toContain(stage);
    expect(err).not.toContain('\u001b');

    const before = readFileSync(join(folder, 'manifest.json'), 'utf8');
    const again = await json('plan', 'first.park.yaml', '--hours', '168', '--out', 'here');
    expect([again.code, again.data.issues[0].code]).toEqual([1, 'results-exist']);
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(before);
    const forced = await json('plan', 'first.park.yaml', '--hours', '336', '--out', 'here', '--force');
    expect(forced.code).toBe(0);
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).not.toBe(before);
    expect((await inScratch('report', 'here')).out.trim()).toBe(join('here', 'report.html'));
  }, 120_000);

  it('never removes a folder that is not its own, even when forced', async () => {
    put('first.park.yaml', FIRST);
    mkdirSync(join(scratch.path, 'mine'));
    put('mine/thesis.txt', 'years of work');
    const { code, data } = await json('plan', 'first.park.yaml', '--out', 'mine', '--force');
    expect([code, data.issues[0].code]).toEqual([1, 'results-foreign']);
    expect(readdirSync(join(scratch.path, 'mine'))).toEqual(['thesis.txt']);
  });

  it.each([
    ['', 'out-empty'],
    ['.', 'out-above'],
    ['..', 'out-above'],
  ])('--out %j is refused, and nothing moves', async (out, expected) => {
    put('first.park.yaml', FIRST);
    const { code, data } = await json('plan', 'first.park.yaml', '--out', out, '--force');
    expect([code, data.issues[0].code]).toEqual([1, expected]);
    expect(readdirSync(scratch.path)).toEqual(['first.park.yaml']);
  });

  it.each([
    ['the park file', ['--write-mps', './first.park.yaml'], 'program-place'],
    ['another file', ['--write-lp', 'thesis.txt'], 'program-place'],
    ['each other', ['--write-mps', 'a.mps', '--write-lp', './a.mps'], 'program-place'],
    ['nothing', ['--write-mps', ''], 'option-wrong'],
  ])('a program is never written over %s, even when forced', async (_, words, expected) => {
    put('first.park.yaml', FIRST);
    put('thesis.txt', 'years of work');
    const { code, data } = await json('plan', 'first.park.yaml', ...words, '--force');
    expect([code, data.issues[0].code]).toEqual([1, expected]);
    expect(readdirSync(scratch.path)).toEqual(['first.park.yaml', 'thesis.txt']);
    expect(readFileSync(join(scratch.path, 'first.park.yaml'), 'utf8')).toBe(FIRST);
  });

  it('a program that cannot be written takes nothing from the results: 5', async () => {
    put('first.park.yaml', FIRST);
    const words = ['--hours', '168', '--out', 'here', '--write-mps', 'absent/first.mps'];
    const { code, data } = await json('plan', 'first.park.yaml', ...words);
    expect([code, data.status, data.results]).toEqual([5, 'optimal', 'here']);
    expect(data.issues.map((issue: IssueJson) => issue.code)).toContain('program-not-written');
    expect(readdirSync(join(scratch.path, 'here')).sort()).toEqual(FILES);
  }, 60_000);

  it('a folder that cannot be made ends with 5', async () => {
    put('first.park.yaml', FIRST);
    put('a-file', '');
    const { code, data } = await json('plan', 'first.park.yaml', '--out', 'a-file/below/here');
    expect(code).toBe(5);
    expect(data.issues[0].remedy.length).toBeGreaterThan(10);
  });

  it('an output above the size is found before anything is solved: 1', async () => {
    put('first.park.yaml', FIRST.replace('output:', 'capacity: { max: 100 kt/a }, output:'));
    const { code, data } = await json('plan', 'first.park.yaml', '--hours', '168');
    expect([code, data.status, data.issues[0].code]).toEqual([1, 'wrong input', 'output-exceeds-size']);
    expect(existsSync(join(scratch.path, 'results'))).toBe(false);
  }, 60_000);

  // 300 kt/a at about 13.8 MWh/t is 470 MW; wind, sun and grid together give at most 45 MW.
  const STARVED = FIRST.replaceAll('max: 3 GW', 'max: 10 MW').replace('max: 250 MW', 'max: 25 MW');

  it('a park that cannot hold ends with 2, says so, and leaves nothing', async () => {
    put('first.park.yaml', STARVED);
    const { code, data } = await json('plan', 'first.park.yaml', '--hours', '168');
    expect([code, data.status]).toEqual([2, 'infeasible']);
    expect(data.message.length).toBeGreaterThan(20);
    expect(existsSync(join(scratch.path, 'results'))).toBe(false);
  }, 60_000);

  it('a park that cannot hold is explained: what contradicts, where and when, what would do; and that does', async () => {
    // 300 kt/a are 440 MW that may not stop; a calm night leaves 250 MW of grid and 800 MWh of battery.
    const tight = readFileSync(join(ROOT, 'parks', 'infeasible', 'small-grid.park.yaml'), 'utf8');
    put('tight.park.yaml', tight);
    const { code, data, err } = await json('plan', 'tight.park.yaml', '--hours', '168');
    expect([code, data.status]).toEqual([2, 'infeasible']);
    expect(err).toMatch(/^explain .* alternatives$/m);
    const { conflict, worst, changes, notes } = data.explanation;
    const limits = conflict.map((part: { path: string | null }) => part.path);
    expect(limits).toEqual(expect.arrayContaining(['plants.smelter.output', 'buy.grid electricity.max']));
    expect(worst).toMatchObject({ kind: 'short', title: 'Electricity at the park', unit: 'MW' });
    expect(worst.when).toMatch(/^\d+ \w{3} \d\d:00/);
    // What is short, and what is given, is what is needed.
    const sum = (shares: { amount: number }[]) => shares.reduce((total, { amount }) => total + amount, 0);
    expect(sum(worst.supply) + worst.mean).toBeCloseTo(sum(worst.need), 3);
    expect(notes).toEqual([]);

    const grid = changes.alone.find((one: { title: string }) => one.title === 'grid electricity').changes[0];
    // The grid alone must bring all that is short in the worst hour.
    expect(grid.by).toBeCloseTo(worst.highest, 3);
    const said = / → (\S+ \w+) /.exec(grid.text)?.[1];
    put('mended.park.yaml', tight.replace('max: 250 MW', `max: ${said}`));
    expect((await json('plan', 'mended.park.yaml', '--hours', '168')).code).toBe(0);
    const less = Math.floor(grid.to);
    put('still.park.yaml', tight.replace('max: 250 MW', `max: ${less} MW`));
    expect((await json('plan', 'still.park.yaml', '--hours', '168')).code).toBe(2);

    const people = await inScratch('plan', 'tight.park.yaml', '--hours', '168');
    expect(people.code).toBe(2);
    expect(people.out).toContain('Each of these would do alone\n');
    expect(people.out).toContain(grid.text.slice(0, 30));
    const report = await inScratch('report', 'tight.park.yaml', '--hours', '168');
    expect([report.code, report.out]).toEqual([2, expect.stringContaining('Where and when it is worst')]);
  }, 180_000);

  it('a park that may miss its output is planned, and not met: 3', async () => {
    put(
      'first.park.yaml',
      STARVED.replace('output: 300 kt/a', 'output: 300 kt/a, shortfall: { valued at: 9000 USD/t }'),
    );
    const { code, data } = await json('plan', 'first.park.yaml', '--hours', '168', '--out', 'here');
    expect([code, data.status]).toEqual([3, 'not met']);
    expect(data.results).toBe('here');
  }, 60_000);

  it('a broken promise ends with 0, and with 2 when strict', async () => {
    const promise = 'promises:\n  - { promise: permanent jobs, at least: 1000000 }\n';
    put('first.park.yaml', FIRST + promise);
    expect((await json('plan', 'first.park.yaml', '--hours', '168')).code).toBe(0);
    expect((await json('plan', 'first.park.yaml', '--hours', '168', '--strict')).code).toBe(2);
    const [folder] = readdirSync(join(scratch.path, 'results'));
    expect(folder).toMatch(/^first-[0-9a-f]{8}$/);
  }, 120_000);

  it('a limit of time that is too short ends with 3 and writes no result', async () => {
    put('first.park.yaml', FIRST);
    const { code, data } = await json('plan', 'first.park.yaml', '--hours', 'year', '--time-limit', '0.05');
    expect([code, data.status]).toEqual([3, 'limit']);
    expect(existsSync(join(scratch.path, 'results'))).toBe(false);
  }, 120_000);

  it('Ctrl-C leaves nothing half-written and ends with 130', async () => {
    put('first.park.yaml', FIRST);
    const { child, said } = start(
      ['plan', 'first.park.yaml', '--hours', 'year', '--out', 'out/here'],
      scratch.path,
    );
    while (!existsSync(join(scratch.path, 'out'))) await wait(5);
    await wait(300);
    child.kill('SIGINT');
    expect((await said).code).toBe(130);
    expect(existsSync(join(scratch.path, 'out'))).toBe(false);
  }, 60_000);

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s while the command line is still loading: one sentence and 130',
    async (signal) => {
      // Raised by the process itself where `bin/kombinat.js` looks for its sources, before anything else is loaded.
      const raise = `data:text/javascript,${encodeURIComponent(`
        import fs from 'node:fs';
        import { syncBuiltinESMExports } from 'node:module';
        const { existsSync } = fs;
        fs.existsSync = (path) => {
          if (String(path).endsWith('src')) process.kill(process.pid, '${signal}');
          return existsSync(path);
        };
        syncBuiltinESMExports();`)}`;
      for (const json of [[], ['--json']]) {
        const words = ['--import', raise, join(ROOT, 'bin', 'kombinat.js'), 'library', ...json];
        const said = spawnSync(process.execPath, words, { cwd: scratch.path, encoding: 'utf8' });
        expect([said.status, said.signal]).toEqual([130, null]);
        if (json.length === 0)
          expect(said.stderr.trim()).toBe('Stopped on request. Nothing half-written was left behind.');
        else expect(JSON.parse(said.stdout).issues[0].message).toBe('Stopped on request.');
      }
    },
  );

  it('writes the program for other solvers, which find the same objective', async () => {
    put('first.park.yaml', FIRST);
    const planned = await json(
      'plan',
      'first.park.yaml',
      '--hours',
      '168',
      '--write-mps',
      'first.mps',
      '--write-lp',
      'first.lp',
    );
    expect(planned.code, planned.err).toBe(0);
    const [mps, lp] = [await json('solve', 'first.mps'), await json('solve', 'first.lp')];
    expect(mps.data.status).toBe('optimal');
    expect(Math.abs(mps.data.objective / lp.data.objective - 1)).toBeLessThan(1e-6);
    expect(Math.abs((mps.data.objective * 1e6) / planned.data.netPresentCost - 1)).toBeLessThan(1e-6);
  }, 120_000);
});

describe('why', () => {
  const DEAR = FIRST.replace(
    '  smelter:',
    '  dear: { plant: solar-park, capacity: { max: 1 GW }, cost: { overnight: 3000 USD/kW } }\n  smelter:',
  );

  it('a plant that is not built: what one more unit would earn and cost; a battery: both its sizes', async () => {
    put('dear.park.yaml', DEAR);
    const { code, data, err } = await json('why', 'dear.park.yaml', 'dear', '--hours', '168');
    expect(code, err).toBe(0);
    const [why] = data.why;
    expect(why).toMatchObject({ standing: 'nothing', stands: 0, max: 1, unit: 'GW' });
    expect(why.oneMore).toBeLessThan(0);
    expect(why.oneMoreUnit).toBe('USD/a per GW');
    const sum = why.account.reduce((total: number, line: { perUnit: number }) => total + line.perUnit, 0);
    expect(sum / why.oneMore).toBeCloseTo(1, 9);
    expect(existsSync(join(scratch.path, 'results'))).toBe(false);

    const people = await inScratch('why', 'dear.park.yaml', 'Battery', '--hours', '168');
    expect(people.code).toBe(0);
    expect(people.out).toMatch(/^battery, content stands at .*MWh|^battery, content stands at .*GWh/m);
    expect(people.out).toMatch(/^battery, power stands at /m);
    expect(people.out).toContain('Money is USD of 2025');
  }, 60_000);

  it('a slip of the pen is told before anything is planned', async () => {
    put('first.park.yaml', FIRST);
    const { code, data, err } = await json('why', 'first.park.yaml', 'smeltr', '--hours', 'year');
    expect([code, data.issues[0].code, data.issues[0].near]).toEqual([1, 'thing-unknown', 'smelter']);
    expect(err).not.toContain('solve');
    const none = await json('why', 'first.park.yaml', 'xyz');
    expect(none.data.issues[0].remedy).toContain('smelter');
  });

  it.each([
    ['', 'thing-empty', /smelter/],
    ['  ', 'thing-empty', /smelter/],
    ['Electricity', 'thing-is-good', /comes from: .*wind.* goes to: .*smelter/],
    ["spent pot lining's fates", 'thing-is-good', /comes from: smelter\. It goes to: .*lining/],
    ['aluminium', 'thing-unknown', /Liquid aluminium/],
  ])('%j is told as %s, before anything is planned', async (name, code, words) => {
    put('first.park.yaml', FIRST);
    const said = await json('why', 'first.park.yaml', name, '--hours', 'year');
    const issue = said.data.issues[0];
    expect([said.code, issue.code]).toEqual([1, code]);
    expect(`${issue.message} ${issue.why} ${issue.remedy}`).toMatch(words);
    expect(said.err).not.toContain('solve');
  });

  it('a park that cannot hold has no plan to ask: it is explained instead, and ends with 2', async () => {
    put('first.park.yaml', FIRST.replaceAll('max: 3 GW', 'max: 10 MW').replace('max: 250 MW', 'max: 25 MW'));
    const { code, data } = await json('why', 'first.park.yaml', 'wind', '--hours', '168');
    expect([code, data.status]).toEqual([2, 'infeasible']);
    expect(data.explanation.changes.alone.length).toBeGreaterThan(0);
  }, 60_000);

  it('a wrong file is told as everywhere', async () => {
    put('wrong.park.yaml', FIRST.replace('output: 300 kt/a', 'outptu: 300 kt/a'));
    const { code, data } = await json('why', 'wrong.park.yaml', 'wind');
    expect([code, data.status]).toEqual([1, 'wrong input']);
  });
});

describe('streams', () => {
  it('names that would steer the terminal are shown as escapes', async () => {
    const raw = /\p{Cf}|(?!\n)\p{Cc}/u;
    const missing = await inScratch('plan', 'a\u001b[2J\u202eb.park.yaml');
    expect(missing.err).toContain('a\\u001b[2J\\u202eb.park.yaml');
    expect(missing.out + missing.err).not.toMatch(raw);
    // An option's value is told back in the sentence.
    put('first.park.yaml', FIRST);
    const scenario = await inScratch('plan', 'first.park.yaml', '--scenario', 'a\u001b[2J\u202eb');
    expect(scenario.code).toBe(1);
    expect(scenario.out + scenario.err).not.toMatch(raw);
  });

  it('a reader that goes away early is no fault', async () => {
    const { child } = start(['library', '--json'], scratch.path);
    child.stdout?.destroy();
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });

  it('talk that nobody listens to does not stop the work', async () => {
    put('first.park.yaml', FIRST);
    const { child } = start(['plan', 'first.park.yaml', '--hours', '168', '--out', 'here'], scratch.path);
    child.stderr?.destroy();
    child.stdout?.destroy();
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(readdirSync(scratch.path).sort()).toEqual(['first.park.yaml', 'here']);
    expect(readdirSync(join(scratch.path, 'here'))).toContain('report.html');
  }, 60_000);
});
