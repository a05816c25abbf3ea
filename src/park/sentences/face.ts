/**
 * What is said when the command line cannot do what was asked: files, folders, options, calculators.
 * In: a code and its particulars. Out: what is wrong, why it matters, how to mend it.
 */
import type { Particulars, Sentences } from './sentence.ts';

/** "cell-voltage" for a near miss, else the words given. */
const nearOr = (p: Particulars, otherwise: string) => (p['near'] ? `Did you mean ${p['near']}?` : otherwise);

export const faceSentences: Sentences = {
  'file-missing': (p) => ({
    message: `There is no file ${p['file']}.`,
    why: 'Everything is planned from this one file.',
    remedy: nearOr(p, 'Check the name and the folder; `kombinat new` writes a first park.'),
  }),
  'program-file-missing': (p) => ({
    message: `There is no file ${p['file']}.`,
    why: 'A linear program is read from a file: MPS or LP, plain or packed with gzip.',
    remedy: nearOr(p, 'Check the name and the folder; `kombinat plan` writes one with --write-mps.'),
  }),
  'program-format': (p) => ({
    message: `${p['file']} is read as ${p['found']}, since it begins like one; its name says otherwise.`,
    why: 'The beginning of a file is the better witness of its form.',
    remedy: 'Nothing need be done.',
  }),
  'interior-whole': () => ({
    message: 'The interior point method does not decide whole numbers, and this program asks for them.',
    why: 'Which whole numbers are best is a search, which HiGHS does.',
    remedy: 'Use --solver auto or highs.',
  }),
  'values-place': (p) => ({
    message: `--values cannot be ${p['file']}: ${p['reason']}.`,
    why: 'Values are written to a file of their own, as a table or as JSON, and never over anything else.',
    remedy: 'Give another name that ends in .csv or .json.',
  }),
  'file-is-folder': (p) => ({
    message: `${p['file']} is a folder, not a file.`,
    why: 'A park or a program is read from one file.',
    remedy: 'Name the file inside the folder.',
  }),
  'file-not-plain': (p) => ({
    message: `${p['file']} is a pipe or a device, not a plain file.`,
    why: 'Reading it might never end, and could not be repeated to prove the result.',
    remedy: 'Write what it gives to a file first, and name that file.',
  }),
  'file-unreadable': (p) => ({
    message: `${p['file']} cannot be read: ${p['reason']}.`,
    why: 'Without reading it nothing can be done.',
    remedy: 'Change the permission of the file, or copy it to a place that you may read.',
  }),
  'file-exists': (p) => ({
    message: `${p['file']} already exists.`,
    why: 'Nothing is overwritten unasked.',
    remedy: 'Choose another name, remove it first, or add --force where the command has it.',
  }),
  'results-exist': (p) => ({
    message: `The folder ${p['folder']} already exists.`,
    why: 'Nothing is overwritten unasked.',
    remedy: 'Give another folder with --out, or add --force to replace these results.',
  }),
  'out-empty': () => ({
    message: '--out names no folder.',
    why: 'Results need a folder of their own.',
    remedy: 'Give the name of a new folder, such as --out my-results, or leave --out away.',
  }),
  'out-above': (p) => ({
    message: `--out cannot be ${p['folder']}: you are working in that folder, or below it.`,
    why: 'Results have a folder of their own, so that they never mix with other files.',
    remedy: 'Give the name of a new folder, such as --out my-results.',
  }),
  'results-file-foreign': (p) => ({
    message: `${p['file']} in the folder ${p['folder']} was not written by Kombinat.`,
    why: 'A result of that name would replace it.',
    remedy: 'Give another folder with --out, or move that file away.',
  }),
  'program-place': (p) => ({
    message: `${p['option']} cannot be ${p['file']}: ${p['reason']}.`,
    why: 'A linear program is written to a file of its own, and never over anything else.',
    remedy: 'Give another name that ends in .mps or .lp.',
  }),
  'program-not-written': (p) => ({
    message: `The linear program was not written to ${p['file']}: ${p['reason']}.`,
    why: 'The results of the plan itself are kept.',
    remedy: 'Give a place that can be written to, with space on the disk, and plan again.',
  }),
  'results-foreign': (p) => ({
    message: `The folder ${p['folder']} holds something that is not a result of Kombinat.`,
    why: '--force replaces results only; it never removes other files.',
    remedy: 'Give another folder with --out.',
  }),
  'results-missing': (p) => ({
    message: `${p['folder']} holds no complete result: ${p['file']} is missing.`,
    why: 'A report is shown from a complete results folder.',
    remedy: 'Plan the park again; results are written only when they are complete.',
  }),
  'disk-full': (p) => ({
    message: `The disk is full: ${p['file']} could not be written.`,
    why: 'Half a result is worse than none, so nothing was kept.',
    remedy: 'Free some space, or give a folder on another disk with --out.',
  }),
  'not-permitted': (p) => ({
    message: `Writing to ${p['file']} is not permitted.`,
    why: 'The result could not be kept.',
    remedy: 'Give a folder that you may write to with --out.',
  }),
  'environment-fault': (p) => ({
    message: `${p['file']}: the system refused (${p['reason']}).`,
    why: 'This is a fault of the machine or its set-up, not of the park.',
    remedy: '`kombinat doctor` looks at what Kombinat needs.',
  }),
  'unknown-verb': (p) => ({
    message: `Kombinat has no verb ${p['found']}.`,
    why: 'Nothing was done.',
    remedy: nearOr(p, '`kombinat --help` lists the verbs.'),
  }),
  'unknown-option': (p) => ({
    message: `There is no option ${p['found']} here.`,
    why: 'An option that is not understood is never passed over.',
    remedy: nearOr(p, `\`kombinat ${p['verb']} --help\` lists the options.`),
  }),
  'wrong-use': (p) => ({
    message: `${p['reason']}`,
    why: 'Nothing was done.',
    remedy: `\`kombinat ${p['verb']} --help\` shows how it is used.`,
  }),
  'option-wrong': (p) => ({
    message: `${p['option']} cannot be ${p['found']}.`,
    why: p['why'] ?? 'The option decides what is planned, so it must be plain.',
    remedy: `Give ${p['expected']}.`,
  }),
  'model-unknown': (p) => ({
    message: `There is no calculator ${p['found']}.`,
    why: 'Nothing was calculated.',
    remedy: nearOr(p, '`kombinat calc` lists the calculators.'),
  }),
  'parameter-unknown': (p) => ({
    message: `${p['model']} has no parameter ${p['found']}.`,
    why: 'A value that is passed over in silence gives a wrong figure.',
    remedy: nearOr(p, `It knows: ${p['expected']}.`),
  }),
  'parameter-choice': (p) => ({
    message: `${p['key']} cannot be ${p['found']}.`,
    why: 'It is a choice among words, and each stands for published coefficients.',
    remedy: nearOr(p, `Choose one of: ${p['expected']}.`),
  }),
  'parameter-moment': (p) => ({
    message: `${p['key']} cannot be ${p['found']}.`,
    why: 'It is a moment, and names it by date and time of day.',
    remedy:
      'Write it as 2025-06-21T07:30Z, or with an offset: 2025-06-21T12:30+05:00. Without either it is UTC.',
  }),
  'parameter-without-value': (p) => ({
    message: `${p['key']} is named without a value.`,
    why: 'The calculation needs a number, with or without its unit.',
    remedy: `Write it as ${p['expected']}.`,
  }),
  'parameter-twice': (p) => ({
    message: `${p['key']} is given twice.`,
    why: 'It is not clear which value counts.',
    remedy: 'Give it once; for several cases give a list, such as 4.0,4.1,4.2.',
  }),
  'parameter-impossible': (p) => ({
    message: `${p['key']} = ${p['found']} is outside of ${p['expected']}.`,
    why: p['why'] ?? 'Outside of this range the model has no meaning.',
    remedy: `Give a value within ${p['expected']}.`,
  }),
  'parameter-unusual': (p) => ({
    message: `${p['key']} = ${p['found']} is outside of the usual ${p['expected']}.`,
    why: `The usual range is from ${p['source']}; beyond it the result is less certain.`,
    remedy: 'Check the value, and name its source where you use it.',
  }),
  'lists-differ': (p) => ({
    message: `The lists have different lengths: ${p['found']}.`,
    why: 'Lists are taken case by case or hour by hour, so each must have as many values.',
    remedy: 'Give lists of one length, or single values.',
  }),
  'result-undefined': (p) => ({
    message: `${p['key']} has no value for these inputs.`,
    why: 'The formula divides by zero or leaves its range here.',
    remedy: 'Change the inputs towards their usual ranges.',
  }),
  'library-unknown': (p) => ({
    message: `The library has nothing called ${p['found']}.`,
    why: 'Nothing could be shown.',
    remedy: nearOr(p, '`kombinat library` lists everything.'),
  }),
  'thing-unknown': (p) => ({
    message: `The park has nothing called ${p['found']}.`,
    why: 'Nothing was planned: only what is in the park can be asked about.',
    remedy: nearOr(p, `Name a plant, store, link, market or fate of it: ${p['expected']}.`),
  }),
  'thing-empty': (p) => ({
    message: 'No name was given.',
    why: 'Nothing was planned: it is about one thing of the park that is asked.',
    remedy: `Name a plant, store, link, market or fate of it: ${p['expected']}.`,
  }),
  'thing-is-good': (p) => ({
    message: `${p['found']} is a good, not a thing with a size or a limit of its own.`,
    why: `In this park it comes from: ${p['givers']}. It goes to: ${p['takers']}.`,
    remedy: `Ask about one of these, such as ${p['near']}.`,
  }),
  'program-file-unreadable': (p) => ({
    message: `${p['file']} is not a readable linear program: ${p['reason']}.`,
    why: 'A program that is read wrongly is solved wrongly.',
    remedy: 'Write it as MPS (fixed or free) or LP, with a name that ends in .mps or .lp; .gz is unpacked.',
  }),
  'internal-fault': (p) => ({
    message: `Kombinat failed inside: ${p['reason']}`,
    why: 'This is a fault of Kombinat, not of your park.',
    remedy: 'Please report it with the park file; KOMBINAT_DEBUG=1 shows where it happened.',
  }),
  stopped: () => ({
    message: 'Stopped on request.',
    why: 'Nothing half-written was left behind.',
    remedy: 'Start it again when you like.',
  }),
};
