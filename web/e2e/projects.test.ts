import { expect, expectAccessible, expectFits, picture, test } from './visit';

test('the starter models stand there with what they reach and on what', async ({ page }) => {
  await page.goto('/');
  const digits = page.getByRole('article').filter({ has: page.getByRole('link', { name: 'digits' }) });
  await expect(digits.getByText('99.3 %').first()).toBeVisible();
  await expect(digits.getByText(/298 of 300/)).toBeVisible();
  await expect(digits.getByText(/95 % interval 97\.6 % to 99\.8 %/)).toBeVisible();
  await expect(digits.getByText('healthy')).toBeVisible();
});

test('the tour leads through all its stops, and to where it says', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Two-minute tour' }).click();
  await expect(page.getByText('Stop 1 of 5')).toBeVisible();
  await picture(page, 'tour-light');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('link', { name: 'Try it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Listen' })).toBeVisible();
});

test('a project is started from a recipe, and a name that is taken is said', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start a project' }).click();
  await page.getByText('Does the machine run as it should?').click();
  await picture(page, 'new-project-light');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('digits');
  await page.getByRole('button', { name: 'Start it' }).click();
  await expect(page.getByRole('alert').getByText('That is taken.')).toBeVisible();
  const name = `pump-${Date.now()}`;
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Start it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
  await page.goto(`/projects/${name}/listen`);
  await expect(page.getByText('No model to listen with')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await page.request.delete(`/api/v1/projects/${name}`);
});
