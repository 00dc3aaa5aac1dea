import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { SEVEN, sound, THREE, words, type Sent } from './recordings';
import { expect, expectAccessible, expectFits, picture, test } from './visit';

const send = (page: Page, ...files: Sent[]) => page.getByTestId('files').setInputFiles(files);
const rows = (page: Page) => page.getByRole('list', { name: 'Recordings' }).getByRole('button');

test.beforeEach(async ({ page }) => {
  await page.goto('/projects/digits/predict');
  await page.getByRole('button', { name: 'Choose recordings' }).waitFor();
});

test('a recording of a seven is shown as 7, with ten probabilities that add up', async ({ page }) => {
  await send(page, sound(SEVEN));
  await expect(page.getByText(/% sure/)).toBeVisible();
  const bars = page.getByRole('list', { name: 'Probability of every label' });
  const shares = await bars.getByText(/%$/).allTextContents();
  expect(shares).toHaveLength(10);
  const sum = shares.map(Number.parseFloat).reduce((a, b) => a + b);
  expect(sum).toBeGreaterThan(99);
  expect(sum).toBeLessThan(101);
  await expect(bars.locator('[data-best]')).toContainText('7');
  await expect(page.getByRole('button', { name: 'Play the recording' })).toBeVisible();
  await picture(page, 'predict-answer-light');
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'predict-answer-dark');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await picture(page, 'predict-answer-dark-phone');
});

test('a wrong answer can be corrected, and is kept only with consent', async ({ page }) => {
  await send(page, sound(SEVEN, `corrected-${Date.now()}.wav`));
  await page.getByText('That is wrong').click();
  await page.getByRole('combobox', { name: 'The right label' }).click();
  await page.getByRole('option', { name: '3' }).click();
  await page.getByRole('button', { name: 'Tell' }).click();
  await expect(page.getByRole('status').getByText('Noted. Thank you.')).toBeVisible();
});

test('what is no recording is said plainly, with its code', async ({ page }) => {
  await send(page, words('notes.wav'));
  await expect(page.getByText('This is not a recording')).toBeVisible();
  await expect(page.getByText('NOT_AUDIO')).toBeVisible();
  await expectAccessible(page);
});

test('many are answered together, with a bad one among them, and an archive is opened', async ({ page }) => {
  const zip = zipSync({ 'a/three.wav': readFileSync(THREE), 'a/readme.txt': new Uint8Array(3) });
  await send(page, sound(SEVEN), words('notes.wav'), { name: 'more.zip', mimeType: '', buffer: Buffer.from(zip) });
  await expect(page.getByRole('heading', { name: '3 recordings, 1 not answered' })).toBeVisible();
  await expect(rows(page).locator('strong')).toHaveText(['7', '3']);
  await rows(page).nth(1).click();
  await expect(page.getByText('NOT_AUDIO')).toBeVisible();
  await rows(page).nth(2).click();
  await expect(page.getByRole('heading', { name: 'three.wav' }).or(page.getByText('three.wav').last())).toBeVisible();
  await picture(page, 'predict-many-light');
  await expectAccessible(page);
});

test('five hundred files are answered while the page stays alive, and are downloaded as a table', async ({ page }) => {
  test.slow();
  const seven = sound(SEVEN);
  await send(page, ...Array.from({ length: 500 }, (_, i) => ({ ...seven, name: `seven-${i}.wav` })));
  await expect(page.getByRole('heading', { name: '500 recordings' })).toBeVisible({ timeout: 100_000 });
  await expect(rows(page).locator('strong').last()).toHaveText('7');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const table = readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(table).toHaveLength(501);
  expect(table[0]).toMatch(/^file,label,probability,p\(0\),/);
  expect(table[500]).toMatch(/^seven-499\.wav,7,/);
});

test('a lost connection is said, and asking goes on where it stopped', async ({ page }) => {
  await page.route('**/predictions', (route) => route.abort());
  await send(page, sound(SEVEN), sound(THREE));
  await expect(page.getByText('The server cannot be reached', { exact: true })).toBeVisible();
  await picture(page, 'predict-offline-light');
  await expectAccessible(page);
  await page.unroute('**/predictions');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page).locator('strong')).toHaveText(['7', '3']);
});

test('a server that is busy (503) is said with its code, and asked again', async ({ page }) => {
  const problem = { type: 'urn:hearken:problem:BUSY', title: 'Service Unavailable', status: 503, code: 'BUSY' };
  await page.route('**/predictions', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ ...problem, detail: 'the database is busy', instance: '/' }),
    }),
  );
  await send(page, sound(SEVEN));
  await expect(page.getByText('The server is busy')).toBeVisible();
  await expect(page.getByText('BUSY', { exact: true })).toBeVisible();
  await page.unroute('**/predictions');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/% sure/)).toBeVisible();
});

test('files can be dropped anywhere on the page', async ({ page }) => {
  await page.evaluate((content) => {
    const data = new DataTransfer();
    const raw = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    data.items.add(new File([raw], 'dropped.wav'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, readFileSync(SEVEN).toString('base64'));
  await expect(page.getByText('dropped.wav')).toBeVisible();
});

test('the microphone records, and the recording is answered', async ({ page }) => {
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.waitForTimeout(1_500);
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await expect(page.getByText('microphone.wav')).toBeVisible();
  await expect(page.getByText(/% sure/)).toBeVisible();
});

test('all of it works from the keyboard', async ({ page }) => {
  await page.getByRole('button', { name: 'Choose recordings' }).focus();
  const chooser = page.waitForEvent('filechooser');
  // The browser is told of the wait and answers this before the key arrives; else it may open a window nobody sees.
  await page.evaluate(() => undefined);
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(SEVEN);
  await expect(page.getByText(/% sure/)).toBeVisible();
});
