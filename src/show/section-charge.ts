/**
 * What fills the furnaces that choose their charge, and which element holds it back. In: a run with a plan and one of its
 * phases. Out: an HTML section, or nothing where no plant chooses.
 */
import { bindingWords, type ChargeRow, chargeRows, type ElementRow } from '../accounts/charges.ts';
import type { Plan } from '../plan/plan.ts';
import { ELEMENT_NAMES } from '../plants/model.ts';
import { barChart } from './bar-chart.ts';
import { figure, number } from './figure.ts';
import { chartFigure, escapeHtml, list, paragraph, section, table } from './html.ts';
import { phaseName } from './section-plant.ts';

const percent = (share: number | null): string => (share === null ? '–' : number(100 * share));

/** "0.28" for a charge that never changes, "0.21 to 0.28" for one that does. */
function spread({ lowest, highest }: ElementRow): string {
  const [low, high] = [percent(lowest), percent(highest)];
  return low === high ? low : `${low} to ${high}`;
}

/** One sentence for each element that binds, the dearest first. */
export function bindingSentences(charge: ChargeRow, currency: string): readonly string[] {
  return [...charge.elements]
    .sort((a, b) => b.saves - a.saves)
    .flatMap((row) => {
      const words = bindingWords(charge, row);
      if (words === null || row.saves === 0) return [];
      const text = words[0].toUpperCase() + words.slice(1);
      return [
        `${text}, ${figure(row.hours, 'h')} a year: 0.01 % of room saves ${figure(row.saves, `${currency}/a`)}.`,
      ];
    });
}

function feedTable(charge: ChargeRow, when: string): string {
  return table(
    `What ${charge.title} is charged with, ${when}; share of the ${figure(charge.made, `${charge.unit}/a`)} of ${charge.product}, melting loss taken off`,
    [
      { title: 'Feed' },
      { title: 'Charged', align: 'right' },
      { title: 'Share of the product', unit: '%', align: 'right' },
    ],
    charge.feeds.map((feed) => [feed.title, figure(feed.amount, `${feed.unit}/a`), number(100 * feed.share)]),
  );
}

function elementTable(charge: ChargeRow, when: string, currency: string): string {
  return table(
    `${charge.product} against its window, ${when}. “0.01 % saves”: what a hundredth of a percent of room would save (shadow price)`,
    [
      { title: 'Element' },
      { title: 'At least', unit: '%', align: 'right' },
      { title: 'Mean', unit: '%', align: 'right' },
      { title: 'Day by day', unit: '%', align: 'right' },
      { title: 'At most', unit: '%', align: 'right' },
      { title: 'Binds' },
      { title: '0.01 % saves', align: 'right' },
    ],
    charge.elements.map((row) => [
      ELEMENT_NAMES[row.element],
      percent(row.atLeast),
      percent(row.mean),
      spread(row),
      percent(row.atMost),
      row.binds === null ? 'free' : `${row.binds}, ${figure(row.hours, 'h')}`,
      row.saves === 0 ? '–' : figure(row.saves, `${currency}/a`),
    ]),
  );
}

export function chargeSection(plan: Plan, phase: number): string {
  const { currency } = plan.network.money;
  const when = phaseName(plan, phase);
  const charges = chargeRows(plan, phase);
  if (charges.length === 0) return '';
  const parts = charges.map((charge, at) => {
    const title = `Charge of ${charge.title}, ${when}, t/a`;
    const bars = charge.feeds.map((feed) => {
      const commodity = plan.network.commodities.find(({ id }) => id === feed.commodity);
      return {
        title: feed.title,
        value: feed.share * charge.made,
        colour: commodity?.colour ?? '#888888',
        label: `${number(100 * feed.share)} %`,
      };
    });
    const sentences = bindingSentences(charge, currency);
    const bound =
      sentences.length === 0
        ? paragraph('No element binds: the cheapest feeds go in as the market offers them.')
        : list(sentences);
    const picture = chartFigure(
      barChart(`b${phase}-${at}`, title, 't/a', bars, 'Product made of it'),
      'Bars: tonnes of the product that are made of each feed.',
      feedTable(charge, when),
    );
    return `<h3>${escapeHtml(title)}</h3>${picture}${bound}${elementTable(charge, when, currency)}`;
  });
  return section('charge', 'What fills the furnaces', parts.join('\n'));
}
