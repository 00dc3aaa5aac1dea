import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectFits, picture, test } from './visit';
import { SEVEN, sound, THREE, words } from './recordings';

/** A project of one's own, so that nothing another test counts on changes. */
async function project(page: Page, name: string) {
  await page.request.delete(`/api/v1/projects/${name}`);
  const made = await page.request.post('/api/v1/projects', { data: { name, recipe: 'custom' } });
  expect(made.ok()).toBe(true);
  return `/projects/${name}/data`;
}

test('recordings are brought, labelled at once, and it is undone', async ({ page }) => {
  await page.goto(await project(page, 'e2e-data'));
  await page.getByRole('combobox', { name: 'Label of all' }).fill('seven');
  await page.getByTestId('clips').setInputFiles([sound(SEVEN), sound(THREE), words('words.wav')]);
  await expect(page.getByText('2 taken, 1 refused')).toBeVisible();
  await expect(page.getByText('This is not a recording')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('checkbox', { name: 'Choose 3_theo_1.wav' }).click();
  await page.getByRole('combobox', { name: 'New label' }).fill('three');
  await page.getByRole('button', { name: 'Label', exact: true }).click();
  await expect(page.getByText('1 recording labelled three.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^three: 1 recordings/ })).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^seven: 2 recordings/ })).toBeVisible();
});

test('a recording is heard, seen and told of close by', async ({ page }) => {
  await page.goto(await project(page, 'e2e-data'));
  await page.getByTestId('clips').setInputFiles([sound(SEVEN)]);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Play 7_jackson_0.wav' }).click();
  await page.getByRole('button', { name: /no label/ }).click();
  await expect(page.getByRole('dialog')).toContainText('most of the energy lies between');
  await expect(page.getByRole('dialog')).toContainText('8,000 Hz');
  await page.waitForTimeout(400);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `data-detail-${colorScheme}`);
    await expectAccessible(page);
  }
});

test('a hundred thousand recordings scroll, and only those in sight are fetched', async ({ page }) => {
  const address = await project(page, 'e2e-data');
  await page.request.post('/api/v1/projects/e2e-data/clips', { multipart: { file: sound(SEVEN) } });
  let pages = 0;
  await page.route('**/api/v1/projects/e2e-data/clips?*', async (route) => {
    const response = await route.fetch({
      url: route
        .request()
        .url()
        .replace(/offset=\d+/, 'offset=0'),
    });
    const { clips } = (await response.json()) as { clips: object[] };
    const asked = new URL(route.request().url()).searchParams;
    const offset = Number(asked.get('offset'));
    pages++;
    await route.fulfill({
      json: {
        total: 100_000,
        offset,
        clips: Array.from({ length: Number(asked.get('limit')) }, (_, i) => ({
          ...clips[0],
          number: offset + i + 1,
          name: `${offset + i + 1}.wav`,
        })),
      },
    });
  });
  await page.route(/clips\/\d+\/peaks/, (route) =>
    route.fulfill({ json: { min: [-1, 0], max: [1, 0], duration_seconds: 1, sample_rate_hz: 8000 } }),
  );
  await page.goto(address);
  await expect(page.getByText('100,000 recordings', { exact: true })).toBeVisible();
  const list = page.getByRole('group', { name: 'Recordings' });
  await list.evaluate((element) => (element.scrollTop = element.scrollHeight));
  await expect(list.getByText('100000.wav')).toBeVisible();
  expect(await list.getByRole('listitem').count()).toBeLessThan(60);
  expect(pages).toBeLessThan(6);
  await page.getByRole('radiogroup', { name: 'View' }).getByText('Grid').click();
  await expect(list.getByRole('listitem').first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await expectAccessible(page);
});
