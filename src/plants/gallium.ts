/**
 * How much gallium can a refinery win from its liquor?
 * In: alumina, bauxite per alumina, gallium in the bauxite, the share that can be won. Out: gallium a year and per alumina.
 * Frenzel, Ketris, Seifert and Gutzmer (2016): of the gallium in bauxite about 15 % can be won at a profit.
 */
import type { Model, Values } from './model.ts';

function calculate(v: Values): Values {
  const perAlumina = v['bauxite-per-alumina'] * v['gallium-in-bauxite'] * v['extractable-share'];
  const production = (v.alumina * perAlumina) / 1e6;
  return {
    production,
    'per-alumina': perAlumina,
    electricity: production * v['electricity-per-gallium'],
    'world-share': production / v['world-production'],
  };
}

export const gallium: Model = {
  name: 'gallium',
  title: 'Gallium from Bayer liquor',
  about:
    'Alumina × bauxite per alumina × gallium in bauxite × the share that can be won (Frenzel and others 2016: about 15 %).',
  parameters: [
    {
      key: 'alumina',
      title: 'Alumina, a year',
      unit: 't',
      default: 2e6,
      physical: [0, 1e9],
      usual: [0, 1e7],
      source: 'TRADE',
      grade: 'judgement',
      why: 'An amount is not negative.',
    },
    {
      key: 'bauxite-per-alumina',
      title: 'Bauxite, dry',
      unit: 't/t',
      default: 3,
      physical: [1.5, 10],
      usual: [2.1, 3.4],
      source: 'EA18',
      grade: 'published',
      why: 'Pure gibbsite is 1.53 t per tonne of alumina.',
    },
    {
      key: 'gallium-in-bauxite',
      title: 'Gallium in dry bauxite',
      unit: 'g/t',
      default: 50,
      physical: [0, 10_000],
      usual: [20, 80],
      source: 'GALLIUM',
      grade: 'published',
      why: 'No bauxite holds above 1 % of gallium.',
    },
    {
      key: 'extractable-share',
      title: 'Share that can be won',
      unit: '1',
      default: 0.15,
      physical: [0, 1],
      usual: [0.05, 0.35],
      source: 'GALLIUM',
      grade: 'published',
      why: 'No more than all of it; some 30 % go to the residue.',
    },
    {
      key: 'electricity-per-gallium',
      title: 'Electricity of electrowinning and refining',
      unit: 'MWh/t',
      default: 45,
      physical: [0, 1000],
      usual: [30, 60],
      source: 'GALLIUM-COST',
      grade: 'judgement',
      why: 'An amount is not negative.',
    },
    {
      key: 'world-production',
      title: 'Primary gallium of the world, a year',
      unit: 't',
      default: 760,
      physical: [1, 1e6],
      usual: [400, 1500],
      source: 'ERG-GALLIUM',
      grade: 'published',
      why: 'About 760 t in 2024.',
    },
  ],
  outputs: [
    { key: 'production', title: 'Gallium, a year', unit: 't' },
    { key: 'per-alumina', title: 'Gallium per alumina', unit: 'g/t' },
    { key: 'electricity', title: 'Electricity, a year', unit: 'MWh' },
    { key: 'world-share', title: 'Of the world’s primary gallium', unit: '1' },
  ],
  calculate,
};
