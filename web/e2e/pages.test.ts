import { expect, expectAccessible, expectFits, picture, test } from './visit';

const PAGES = [
  ['projects', '/'],
  ['listen', '/projects/digits/listen'],
  ['predict', '/projects/digits/predict'],
  ['data', '/projects/digits/data'],
  ['train', '/projects/digits/train'],
  ['models', '/projects/digits/models'],
  ['dashboard', '/projects/digits/dashboard'],
  ['phrase', '/phrase'],
  ['settings', '/settings'],
] as const;

for (const [name, address] of PAGES) {
  test(`${name} is accessible in light and dark, on a desk and on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `${name}-${colorScheme}`);
      await expectAccessible(page);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await expectFits(page);
    await picture(page, `${name}-dark-phone`);
    await page.emulateMedia({ colorScheme: 'light' });
    await picture(page, `${name}-light-phone`);
  });
}

test('every page is reached from the keyboard', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'digits' }).first().waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.getByRole('link', { name: 'digits' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Listen' })).toBeVisible();
  await page.getByRole('link', { name: 'Predict' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Predict' })).toBeVisible();
});

test('on a phone the menu leads to the other pages', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/projects/digits/listen');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Predict' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Predict' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a project that is not there is said plainly', async ({ page }) => {
  await page.goto('/projects/no-such-project/listen');
  await expect(page.getByText('There is no such project')).toBeVisible();
  await expect(page.getByText('PROJECT_NOT_FOUND')).toBeVisible();
});

test('a server that goes away is said, and comes back by itself', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'digits' }).first().waitFor();
  await page.route('**/health', (route) => route.abort());
  await expect(page.getByText('The server cannot be reached.')).toBeVisible({ timeout: 15_000 });
  await page.unroute('**/health');
  await expect(page.getByText('The server cannot be reached.')).toBeHidden({ timeout: 15_000 });
});
