import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, expectAccessible, picture, test } from './visit';
import { FOLDER, sound } from './recordings';

/** Two digits of four speakers: enough to learn, and little enough to learn in seconds. */
async function fewClips(page: Page, project: string) {
  const files = readdirSync(FOLDER).filter((name) => /^[07]_(jackson|theo|nicolas|george)_[0-5]\.wav$/.test(name));
  for (const name of files) {
    const [label, speaker] = name.split('_');
    const file = sound(path.join(FOLDER, name));
    await page.request.post(`/api/v1/projects/${project}/clips?label=${label}&speaker=${speaker}`, {
      multipart: { file },
    });
  }
}

test('a training is asked for, watched to its end, and leads to its version', async ({ page }) => {
  test.setTimeout(180_000);
  await page.request.delete('/api/v1/projects/e2e-train');
  await page.request.post('/api/v1/projects', { data: { name: 'e2e-train', recipe: 'custom' } });
  await fewClips(page, 'e2e-train');
  await page.goto('/projects/e2e-train/train');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('spinbutton', { name: 'Epochs' }).fill('3');
  await page.getByRole('spinbutton', { name: 'Changed copies' }).fill('1');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByText('Version 1 answers now.')).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('figure', { name: /^Loss by epoch/ })).toBeVisible();
  await expect(page.getByText('clips to learn from')).toBeVisible();
  await page.getByRole('checkbox').first().click();
  await expect(page.getByRole('rowheader', { name: 'Right on the test set' })).toBeVisible();
  await picture(page, 'train-done-light');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'See it among the models' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible();
});
