import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import path from 'node:path';

/** A test whose page may ask nobody but the server, and may break nothing. */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const strangers: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(baseURL ?? '')) {
        strangers.push(request.url());
      }
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await use(page);
    expect(strangers, 'everything comes from the server itself').toEqual([]);
    expect(errors).toEqual([]);
  },
});

export { expect };

/** Axe finds nothing to object to. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Nothing is wider than the screen. */
export async function expectFits(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** Keeps a picture of the page, where a folder for them is named. */
export async function picture(page: Page, name: string) {
  const folder = process.env['HEARKEN_SCREENSHOTS'];
  if (folder) {
    await page.waitForTimeout(400);
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  }
}
