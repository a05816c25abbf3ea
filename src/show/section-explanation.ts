/**
 * Why there is no plan: what cannot hold together, where and when it is worst, what would do. In: a run. Out: HTML of the
 * section; empty for a run that was not explained.
 */
import type { Run } from '../run/run.ts';
import { explanationBlocks } from './explanation-text.ts';
import { escapeHtml, list, section } from './html.ts';

export function explanationSection({ explanation }: Run): string {
  if (explanation === null) return '';
  const blocks = explanationBlocks(explanation).map(
    ({ title, lines }) => `<h3>${escapeHtml(title)}</h3>\n${list(lines)}`,
  );
  return section('why', 'Why this park cannot hold', blocks.join('\n'));
}
