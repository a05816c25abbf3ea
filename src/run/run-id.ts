/**
 * What is a run called? The hash of everything that can alter its result: same name, same result.
 * In: named texts. Out: 64 hexadecimal digits (SHA-256, by the platform's own implementation).
 */
export async function hashOf(parts: Readonly<Record<string, string>>): Promise<string> {
  const sorted = Object.keys(parts).sort();
  const text = JSON.stringify(sorted.map((key) => [key, parts[key]]));
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
