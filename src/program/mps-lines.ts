/**
 * An MPS file as sections and fields. In: the text and its form. Out: one value a line that says something: a section's
 * head with the words after it, or a line of data with its fields.
 *
 * Free form: fields parted by spaces. Fixed form: fields by position (2–3, 5–12, 15–22, 25–36, 40–47, 50–61), names with
 * spaces allowed. A `*` in the first position makes a comment; a field that begins with `$` ends the line.
 */
export type MpsForm = 'free' | 'fixed';

export interface MpsLine {
  readonly line: number;
  /** Head of a section, in capitals; null for data. */
  readonly section: string | null;
  /** Words after a head; fields of data. Fixed data: always six, '' where blank. */
  readonly fields: readonly string[];
}

/** The lines of the file that are neither blank nor comments. */
export function* mpsLines(text: string, form: MpsForm): Generator<MpsLine> {
  let line = 0;
  for (let from = 0; from < text.length; ) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    line++;
    const raw = text.slice(from, to).replace(/\r$/, '');
    from = to + 1;
    if (raw.charCodeAt(0) === 42 || raw.trim() === '') continue;
    const isData = raw[0] === ' ' || raw[0] === '\t';
    if (!isData) {
      const words = raw.trim().split(/\s+/);
      yield { line, section: words[0].toUpperCase(), fields: words.slice(1) };
    } else {
      yield { line, section: null, fields: form === 'fixed' ? fixedFields(raw) : freeFields(raw) };
    }
  }
}

function freeFields(raw: string): string[] {
  const fields = raw.trim().split(/\s+/);
  const comment = fields.findIndex((field) => field[0] === '$');
  return comment < 0 ? fields : fields.slice(0, comment);
}

function fixedFields(raw: string): string[] {
  const field = (first: number, last: number): string => raw.slice(first - 1, last).trim();
  // Numbers may run over the end of their field into the gap before the next name.
  const fields = [field(2, 3), field(5, 12), field(15, 22), field(25, 38), field(40, 47), field(50, 200)];
  const comment = fields.findIndex((value, at) => (at === 2 || at === 4) && value[0] === '$');
  return comment < 0 ? fields : fields.map((value, at) => (at >= comment ? '' : value));
}
