/**
 * Sentences about files that cannot be read as park or library files at all.
 * In: a code and its particulars. Out: what is wrong, why it matters, how to mend it.
 */
import type { Sentences } from './sentence.ts';

const YAML = 'Nothing after such a fault can be trusted, so reading stops here.';

export const faultSentences: Sentences = {
  'park-missing': (p) => ({
    message: `There is no file ${p['file']}.`,
    why: 'Everything is planned from this one file.',
    remedy: 'Check the name and the folder.',
  }),
  'text-too-large': (p) => ({
    message: `${p['file']} has ${p['found']}; ${p['expected']} are read.`,
    why: 'A park file is written by people; a file of this size is usually data that belongs elsewhere.',
    remedy: 'Keep hourly series in a weather file and let the park name it.',
  }),
  'text-binary': (p) => ({
    message: `${p['file']} is not a text file.`,
    why: 'A park file is plain text (YAML, in UTF-8).',
    remedy: 'Save it as plain text; a spreadsheet or an archive cannot be read.',
  }),
  'text-empty': (p) => ({
    message: `${p['file']} says nothing.`,
    why: 'There is no plant to plan.',
    remedy: 'Begin with `kombinat: 1`, `park: …` and `plants:`.',
  }),
  'yaml-broken': (p) => ({
    message: `This is not YAML${p['found'] ? ` at “${p['found']}”` : ''}: ${p['said']}.`,
    why: YAML,
    remedy:
      'Look at indentation, brackets and quotes in this line and the one above; a text with a colon needs quotes.',
  }),
  'tab-indent': () => ({
    message: 'This line is indented with a tab.',
    why: 'YAML reads depth from spaces; how wide a tab is differs from editor to editor.',
    remedy: 'Replace the tab by two spaces.',
  }),
  'duplicate-key': (p) => ({
    message: `“${p['found']}” stands twice in the same place.`,
    why: 'Only one of the two could hold, and the file does not say which.',
    remedy: 'Keep one, or give the other another name.',
  }),
  'spelt-twice': (p) => ({
    message: `“${p['found']}” is written twice: “${p['other']}” stands in the same place.`,
    why: 'Capitals, and spaces or dashes, make no difference to a name: only one of the two could hold.',
    remedy: 'Keep one, or give the other another name.',
  }),
  'several-documents': () => ({
    message: 'The file holds more than one document (a line `---` begins a second one).',
    why: 'A park is one document; the second would be ignored in silence.',
    remedy: 'Put the second park into a file of its own, or make it a scenario.',
  }),
  'yaml-too-deep': () => ({
    message: 'The file is nested more than 60 levels deep, or an alias holds itself.',
    why: 'No park needs more than eight levels; this is a slip, or worse.',
    remedy: 'Look for brackets that do not close and for an alias (*) within its own anchor (&).',
  }),
  'yaml-too-many': () => ({
    message: 'With its aliases written out, the file has more than 100 000 pieces.',
    why: 'A few nested aliases can stand for billions of entries.',
    remedy: 'Write the entries out, or share them through `extends:`.',
  }),
  'reserved-name': () => ({
    message: '“__proto__” cannot be a name.',
    why: 'Programs that read the results give it a meaning of its own.',
    remedy: 'Choose another name.',
  }),
  'key-not-a-word': () => ({
    message: 'This key is not a plain word of at most 200 letters.',
    why: 'Keys name things; a list, a map or nothing at all is no name.',
    remedy: 'Write `name: value`.',
  }),
  'not-a-park': (p) => ({
    message: `A park file is a map of keys, not ${p['found']}.`,
    why: 'Each line says one thing about the park.',
    remedy: 'Begin with `kombinat: 1`, `park: …` and `plants:`.',
  }),
  'extends-missing': (p) => ({
    message: `There is no file ${p['found']} to extend.`,
    why: 'Without it most of the park is missing.',
    remedy: 'Name a file beside this one, or its path from here.',
  }),
  'extends-circle': (p) => ({
    message: `The files extend each other in a circle: ${p['found']}.`,
    why: 'None of them is the ground on which the others stand.',
    remedy: 'Take `extends:` out of one of them.',
  }),
  'library-folder': (p) => ({
    message: `${p['found']} lies in no folder that the library has.`,
    why: 'The folder says what kind of entry a file holds.',
    remedy: `Move it into one of: ${p['expected']}.`,
  }),
};
