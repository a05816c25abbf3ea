/**
 * Does the plan hold when nobody asks the solver?
 * In: a plan (with its network). Out: every balance, limit and sum of money recomputed, the worst gap of each kind, and
 * what is legal but worth seeing. Knows neither the program nor the solver: what they share is the network's meaning.
 */
import type { Plan } from './plan.ts';
import type { Gap, Verification } from './verification.ts';
import { verifyBalances } from './verify-balances.ts';
import { verifyBlends } from './verify-blends.ts';
import { LARGEST_RELATIVE_GAP, type Ledger, newLedger } from './verify-ledger.ts';
import { verifyLimits } from './verify-limits.ts';
import { verifyMatching } from './verify-matching.ts';
import { verifyMoney } from './verify-money.ts';
import { noticesOf } from './verify-notices.ts';
import { verifySecurity } from './verify-security.ts';
import { verifyShape } from './verify-shape.ts';
import { verifySizes } from './verify-sizes.ts';
import { verifyStores } from './verify-stores.ts';
import { verifyYears } from './verify-years.ts';

const NOTHING: Gap = { what: 'nothing', where: 'an empty plan', absolute: 0, unit: '1', relative: 0 };

export function verify(plan: Plan): Verification {
  const ledger = newLedger();
  // A list of the wrong length, or a value that is no number, leaves nothing to recompute.
  const whole = verifyShape(plan, ledger);
  if (whole) {
    verifySizes(plan, ledger);
    verifyBalances(plan, ledger);
    verifyLimits(plan, ledger);
    verifyBlends(plan, ledger);
    verifyStores(plan, ledger);
    verifySecurity(plan, ledger);
    verifyYears(plan, ledger);
    verifyMatching(plan, ledger);
    verifyMoney(plan, ledger);
  }
  return summed(ledger, whole ? noticesOf(plan) : []);
}

/** What was written down, the worst first. */
export function summed({ worst, checked }: Ledger, notices: readonly string[]): Verification {
  const gaps = [...worst.values()].sort((a, b) => b.relative - a.relative);
  const largestGap = gaps[0] ?? NOTHING;
  return { holds: largestGap.relative <= LARGEST_RELATIVE_GAP, largestGap, gaps, checked, notices };
}
