/**
 * Does what goes into a plant come out of it again, element by element?
 * In: the flows of a recipe per unit of output (out +, in −), losses stated with a source, the composition of each
 * commodity. Out: a proof per element: tonnes in, out and stated as lost, what is missing, and whether that is little
 * enough. Nothing is filled up here: a gap stays a gap.
 */
import { type Composition, ELEMENTS, type Element, type StatedLoss } from '../plants/model.ts';

/** Largest gap, as a share of what goes through. */
export const CLOSURE_TOLERANCE = 0.005;
/** Largest loss that may be stated, as a share of what comes in. */
export const LARGEST_LOSS = 0.02;
/** An element below this share of the mass that goes through is a trace and proves nothing. */
const TRACE = 1e-6;

export interface ClosureFlow {
  readonly commodity: string;
  /** Per unit of output; out +, in −. */
  readonly amount: number;
  readonly composition?: Composition | null;
}

export interface ElementProof {
  readonly element: Element;
  /** t per unit of output. */
  readonly in: number;
  readonly out: number;
  readonly statedLoss: number;
  /** in − out − stated loss. */
  readonly gap: number;
  /** |gap| over the larger of in and out; 0 when neither is there. */
  readonly relative: number;
  /** Too little of it to prove anything. */
  readonly trace: boolean;
  readonly lossAllowed: boolean;
  readonly closes: boolean;
}

export interface ClosureProof {
  readonly elements: readonly ElementProof[];
  readonly closes: boolean;
}

/** `compositionOf` gives t of each element per unit of a commodity; a flow's own composition goes before it. */
export function proveClosure(
  flows: readonly ClosureFlow[],
  losses: readonly StatedLoss[],
  compositionOf: (commodity: string) => Composition,
): ClosureProof {
  const parts = flows.map((flow) => ({
    amount: flow.amount,
    composition: flow.composition ?? compositionOf(flow.commodity),
  }));
  const through = (element: Element, sign: 1 | -1) =>
    parts.reduce((sum, part) => sum + Math.max(0, sign * part.amount) * (part.composition[element] ?? 0), 0);
  const massThrough = Math.max(through('mass', 1), through('mass', -1));

  const elements = ELEMENTS.map((element): ElementProof => {
    const into = through(element, -1);
    const out = through(element, 1);
    const stated = losses.filter((loss) => loss.element === element);
    const statedLoss = stated.reduce((sum, loss) => sum + loss.amount, 0);
    const gap = into - out - statedLoss;
    const larger = Math.max(into, out);
    const trace = larger <= TRACE * massThrough;
    const relative = larger === 0 ? 0 : Math.abs(gap) / larger;
    const lossAllowed =
      stated.every((loss) => loss.amount >= 0 && loss.source.trim() !== '') &&
      statedLoss <= LARGEST_LOSS * into + 1e-12;
    const closes = lossAllowed && (trace || relative <= CLOSURE_TOLERANCE);
    return { element, in: into, out, statedLoss, gap, relative, trace, lossAllowed, closes };
  });
  return { elements, closes: elements.every((element) => element.closes) };
}

/** Net t of an element in a set of flows: out less in. */
export function elementsIn(
  flows: readonly ClosureFlow[],
  element: Element,
  compositionOf: (commodity: string) => Composition,
): number {
  return flows.reduce(
    (sum, flow) => sum + flow.amount * ((flow.composition ?? compositionOf(flow.commodity))[element] ?? 0),
    0,
  );
}

/**
 * The product of a blend where it is made of one feed alone: of the elements that the product is stated to hold, as much as
 * the feed brings. What it cannot hold (carbon, sodium) must leave elsewhere, and less than nothing closes nothing.
 */
export function meltOf(brings: Composition, product: Composition): Composition {
  return Object.fromEntries(
    Object.entries(product).map(([element, stated]) => [
      element,
      element === 'mass' ? stated : Math.max(0, brings[element as Element] ?? 0),
    ]),
  );
}

/** Losses written as shares of an element's inflow, in tonnes per unit of output. */
export function lossesOfShares(
  shares: Readonly<Record<string, { readonly value: number; readonly source: string }>>,
  flows: readonly ClosureFlow[],
  compositionOf: (commodity: string) => Composition,
): StatedLoss[] {
  return ELEMENTS.filter((element) => shares[element] !== undefined).map((element) => {
    const into = flows.reduce(
      (sum, flow) =>
        sum + Math.max(0, -flow.amount) * ((flow.composition ?? compositionOf(flow.commodity))[element] ?? 0),
      0,
    );
    return { element, amount: shares[element].value * into, source: shares[element].source };
  });
}
