/**
 * Which characters do not show, or show something else than what is there?
 * In: a text. Out: whether it holds such characters, and the text with each of them spelled out.
 *
 * Control characters (C0, DEL, C1) drive terminals; the marks U+202A to U+202E and U+2066 to U+2069 turn the direction of
 * writing, so that a figure reads otherwise than it stands (Boucher and Anderson, "Trojan Source", 2021).
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Something besides blanks, nothing hidden; lines may break. */
export const SOME_TEXT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  /^(?=[\s\S]*\S)[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/u;
/** The same on one line. */
export const SOME_LINE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  /^(?=[\s\S]*\S)[^\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/u;

export const hasHidden = (text: string): boolean => text.search(HIDDEN) >= 0;

/** `a\u202eb` → "a⟨U+202E⟩b": fit for a terminal. */
export function spelledOut(text: string): string {
  return text.replace(
    HIDDEN,
    (letter) => `⟨U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
