/**
 * What is said when an MPS or LP file cannot be read as it stands.
 * In: a code and its particulars (`line` stands beside the sentence). Out: what is wrong, why it matters, how to mend it.
 */
import type { Particulars, Sentences } from './sentence.ts';

const CANNOT = 'A program that is read wrongly is solved wrongly, so it is not read at all.';
const nearOr = (p: Particulars, otherwise: string) => (p['near'] ? `Did you mean ${p['near']}?` : otherwise);

export const programSentences: Sentences = {
  'program-empty': (p) => ({
    message: `There is no linear program in this ${p['format']} file.`,
    why: 'Without rows, columns and an objective there is nothing to solve.',
    remedy: 'Check that the right file was named, and that it was written to its end.',
  }),
  'program-cut-off': (p) => ({
    message: `The file ends without ${p['expected']}.`,
    why: 'A file that stops early may miss rows or limits without anybody seeing it.',
    remedy: `Write the file again; if it is whole, add ${p['expected']} as its last line.`,
  }),
  'program-many-faults': (p) => ({
    message: `There are more faults than these ${p['found']}; reading stopped here.`,
    why: 'Faults after the first often follow from it.',
    remedy: 'Mend the first ones and read the file again.',
  }),
  'program-section-unknown': (p) => ({
    message: `${p['found']} is not a section of this ${p['format']} file.`,
    why: CANNOT,
    remedy: nearOr(p, `Sections are ${p['expected']}; lines of data begin with a space.`),
  }),
  'program-section-order': (p) => ({
    message: `The section ${p['found']} comes before ${p['expected']}.`,
    why: 'Its lines name rows or columns that are not known yet.',
    remedy: `Put ${p['expected']} first.`,
  }),
  'program-beyond-linear': (p) => ({
    message: `${p['found']} is not linear, or needs more than whole columns.`,
    why: 'Kombinat solves linear programs, with whole columns where they are asked for; leaving a part out would change the question.',
    remedy: 'Take this part out of the program, or use a solver that is made for it.',
  }),
  'program-fields-wrong': (p) => ({
    message: `This line has ${p['found']}; expected: ${p['expected']}.`,
    why: CANNOT,
    remedy:
      'Check names with spaces in them (fixed MPS only, in their own columns 5–12, 15–22 and 40–47) and missing values.',
  }),
  'program-number-wrong': (p) => ({
    message: `${p['found']} is not a number.`,
    why: CANNOT,
    remedy: 'Write it like 12, -0.5, 1e3 or 1.D+3, with a point and without thousands signs.',
  }),
  'program-infinite-wrong': (p) => ({
    message: `${p['found']} cannot stand for ${p['expected']}.`,
    why: 'Only limits may be infinite, an upper one upwards and a lower one downwards.',
    remedy: 'Give a finite number.',
  }),
  'program-row-kind-wrong': (p) => ({
    message: `${p['found']} is not a kind of row.`,
    why: CANNOT,
    remedy: 'Kinds are N (objective or free), L (at most), G (at least) and E (equal).',
  }),
  'program-row-unknown': (p) => ({
    message: `There is no row ${p['found']}.`,
    why: CANNOT,
    remedy: nearOr(p, 'Name it in ROWS, or mend its name here; capital and small letters differ.'),
  }),
  'program-column-unknown': (p) => ({
    message: `There is no column ${p['found']}.`,
    why: CANNOT,
    remedy: nearOr(p, 'Give it entries first, or mend its name here; capital and small letters differ.'),
  }),
  'program-range-of-free-row': (p) => ({
    message: `The range of ${p['found']} has nothing to range over: the row is of kind N.`,
    why: 'A range widens a right-hand side, and such a row has none.',
    remedy: 'Give the row another kind, or take the range out.',
  }),
  'program-row-twice': (p) => ({
    message: `Two rows are called ${p['found']}.`,
    why: 'Entries and right-hand sides could belong to either.',
    remedy: 'Give one of them another name.',
  }),
  'program-column-twice': (p) => ({
    message: `The column ${p['found']} comes up again after others.`,
    why: 'All entries of a column stand together; two blocks of one name are usually two columns meant to differ.',
    remedy: 'Move its lines together, or rename one of the two.',
  }),
  'program-entry-twice': (p) => ({
    message: `${p['found']} is given twice.`,
    why: 'Readers differ in which of the two they take, or add them up.',
    remedy: 'Keep one of them.',
  }),
  'program-limit-kind-wrong': (p) => ({
    message: `${p['found']} is not a kind of limit.`,
    why: CANNOT,
    remedy: 'Kinds are UP, LO, FX, FR, MI, PL, and for whole columns BV, LI and UI.',
  }),
  'program-semicontinuous': (p) => ({
    message: `${p['found']} may be zero or within limits (semi-continuous).`,
    why: 'That is a choice, not a linear limit; leaving it out would change the question.',
    remedy: 'Say it with a whole column from 0 to 1 and two rows.',
  }),
  'program-sense-wrong': (p) => ({
    message: `${p['found']} is not a direction for the objective.`,
    why: 'The direction turns the answer round.',
    remedy: 'Write MIN or MAX.',
  }),
  'program-objective-missing': () => ({
    message: 'No row of kind N gives an objective.',
    why: 'Any point that keeps the rows would then be as good as any other; that is how it is read.',
    remedy: 'Add a row of kind N with the costs, if one was meant.',
  }),
  'program-row-free': (p) => ({
    message: `What stands beside the objective in rows of kind N is left out: ${p['found']}.`,
    why: 'Such rows limit nothing.',
    remedy: 'Nothing need be done; name another objective in a section OBJNAME if one of them was meant.',
  }),
  'program-set-several': (p) => ({
    message: `${p['section']} holds several sets: ${p['found']}.`,
    why: 'Some solvers take the first, others the lines of all; each is another program, so none is chosen unasked.',
    remedy: `Say which one counts, such as --set ${p['section']}=${p['near']} (the first, by custom), or take the others out.`,
  }),
  'program-set-chosen': (p) => ({
    message: `Of ${p['section']} the set ${p['found']} is used, as was asked.`,
    why: `Left out: ${p['near']}.`,
    remedy: 'Nothing need be done.',
  }),
  'program-set-unknown': (p) => ({
    message: `${p['section']} has no set ${p['found']}.`,
    why: 'Another set would make another program.',
    remedy: `Name one that is there: ${p['expected']}.`,
  }),
  'program-negative-upper': (p) => ({
    message: `A negative upper limit without a lower one opens the lower one: ${p['found']}.`,
    why: 'By custom of MPS files; some readers leave the lower limit at 0, which nothing can satisfy.',
    remedy: 'Give the lower limit as well, MI for none.',
  }),
  'program-limits-crossed': (p) => ({
    message: `${p['found']} must be at least ${p['near']} and at most ${p['expected']}.`,
    why: 'No value can satisfy both, so the program has no solution.',
    remedy: 'Mend one of the two; an LP file takes the lower limit as 0 unless it is given.',
  }),
  'program-whole-limit': (p) => ({
    message: `What must be whole and has no limits is read as 0 or 1: ${p['found']}.`,
    why: 'By custom of MPS files, columns between INTORG and INTEND have an upper limit of 1 unless one is given.',
    remedy: 'Give PL in BOUNDS for a whole column without an upper limit.',
  }),
  'program-sign-wrong': (p) => ({
    message: `${p['found']} stands where ${p['expected']} was expected.`,
    why: CANNOT,
    remedy: 'An expression reads like 3 x + 2 y - z; a row ends with <=, >= or = and a number.',
  }),
};
