import { expect, expectAccessible, expectFits, picture, test } from './visit';

/** So little that it is made in a minute; what it reaches is not asked here. */
const TINY = {
  clips: '24',
  sentences: '24',
  confusers: '12',
  growth: '24',
  passes: '1',
  towers: '3',
  'training.steps': '60',
  'training.minings': '1',
  'training.hardest': '100',
};

test('a phrase is typed, advised on, heard, made, tried and taken along', async ({ page }) => {
  // A minute on two idle cores.
  test.setTimeout(480_000);
  await page.route('**/api/v1/phrases', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ postData: { ...(route.request().postDataJSON() as object), settings: TINY } })
      : route.continue(),
  );
  await page.goto('/phrase');
  await page.getByRole('textbox', { name: 'What should be heard?' }).fill('hello kitchen');
  await page.getByRole('button', { name: 'What to expect' }).click();
  await expect(page.getByText('What it may be taken for')).toBeVisible({ timeout: 90_000 });
  await picture(page, 'phrase-advice-light');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make it', exact: true }).click();

  await expect(page.getByRole('heading', { name: 'Being made' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/clips: \d+ of \d+/)).toBeVisible({ timeout: 60_000 });
  await picture(page, 'phrase-making-light');
  await expectAccessible(page);

  await expect(page.getByRole('heading', { name: 'Version 1 listens' })).toBeVisible({ timeout: 400_000 });
  await expect(page.getByText(/false alarms an hour/).first()).toBeVisible();
  await picture(page, 'phrase-made-light');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await picture(page, 'phrase-made-light-phone');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'hello-kitchen-1.onnx' }).click();
  expect((await download).suggestedFilename()).toBe('hello-kitchen-1.onnx');
  await page.getByRole('button', { name: 'Start listening' }).click();
  await expect(page.getByRole('button', { name: 'Stop listening' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('img', { name: 'Log-mel spectrogram' })).toBeVisible();
});
