import { expect, test } from 'vitest';
import { libraryTable, schemaTable } from './schema-table.ts';

test('every key of the language has help, and keys with a unit say it', () => {
  const rows = schemaTable();
  expect(libraryTable().find(({ key }) => key === 'rated in')).toMatchObject({
    sheet: 'A library plant',
    needed: true,
  });
  expect(rows.length).toBeGreaterThan(100);
  for (const { sheet, key, help } of rows) expect(help, `${sheet}: ${key}`).toMatch(/\w.*[.…]$/s);
  expect(rows.find(({ sheet, key }) => sheet === 'A plant' && key === 'reserve')).toEqual({
    sheet: 'A plant',
    key: 'reserve',
    needed: false,
    unit: 't',
    fallback: 'not limited',
    help: 'Ore in the ground: no more can be dug over the horizon.',
  });
  expect(rows.filter(({ needed }) => needed).map(({ sheet, key }) => `${sheet}: ${key}`)).toContain(
    'A store: store',
  );
});
