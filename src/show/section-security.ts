/**
 * What if power fails? In: a plan and one of its phases. Out: an HTML section on total loss, on each outage that was asked for,
 * and on the worst fortnight; nothing for a park without a smelter.
 */
import { outageRows, survivalOf, worstFortnight } from '../accounts/security.ts';
import type { Plan } from '../plan/plan.ts';
import { figure } from './figure.ts';
import { list, paragraph, section, table } from './html.ts';
import { phaseName } from './section-plant.ts';

const RIGHT = { align: 'right' } as const;

function totalLoss(plan: Plan, phase: number): string[] {
  const found = survivalOf(plan, phase);
  if (found === null) return [];
  const { load, share, stored, when, pots } = found;
  const kept = `With everything lost but the stores at the smelter, these carry ${figure(load, 'MW')} (${figure(share, '1')} of its load at nameplate) for ${figure(stored, 'h')} from their emptiest hour, ${when}.`;
  const cold =
    pots === null
      ? ''
      : ` Pots without any power endure ${figure(pots, 'h')} until they no longer start by themselves: ${figure(stored + pots, 'h')} in all.`;
  return [kept + cold];
}

function fortnight(plan: Plan, phase: number): string[] {
  const found = worstFortnight(plan, phase);
  if (found === null) return ['The worst fortnight is not told: no 14 days on end were planned.'];
  const { from, to, given, needed } = found;
  return [
    `In the worst fortnight, ${from} to ${to}, wind and sun could give ${figure(given, 'MWh')} of the ${figure(needed, 'MWh')} that the park takes, ${figure(given / needed, '1')}.`,
  ];
}

export function securitySection(plan: Plan, phase: number): string {
  const lost = totalLoss(plan, phase);
  if (lost.length === 0) return '';
  const rows = outageRows(plan, phase);
  const cases =
    rows.length === 0
      ? paragraph('No plant asks for firm power: no supply is planned to be lost.')
      : table(
          `Firm power, ${phaseName(plan, phase)}: who carries the load that must not fail, without wind and sun`,
          [
            { title: 'Case' },
            { title: 'To be carried', ...RIGHT },
            { title: 'For', ...RIGHT },
            { title: 'Carried by' },
          ],
          rows.map(({ title, load, hours, carried }) => [
            title,
            figure(load, 'MW'),
            figure(hours, 'h'),
            carried.map((each) => `${each.title} ${figure(each.megawatts, 'MW')}`).join(', '),
          ]),
        );
  return section('security', 'Security of supply', list([...lost, ...fortnight(plan, phase)]) + cases);
}
