import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { amidSilence } from './microphone';
import { SEVEN, THREE } from './recordings';
import { expect, expectAccessible, expectFits, picture, test } from './visit';

const PLACES = ['On this device', 'On the server'] as const;

const heard = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Play/ }) });

for (const place of PLACES) {
  test(`a seven spoken into the microphone is heard ${place.toLowerCase()}`, async ({ page }) => {
    await page.goto('/projects/digits/listen');
    await page.getByText(place, { exact: true }).click();
    await page.getByRole('button', { name: 'Start listening' }).click();
    await expect(heard(page).first().locator('strong')).toHaveText('7', { timeout: 40_000 });
    await expect(page.getByText('7 heard')).toBeAttached();
    if (place === 'On this device') {
      await page.waitForTimeout(3_500);
      await picture(page, 'listening-light');
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await picture(page, 'listening-dark');
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectFits(page);
      await picture(page, 'listening-dark-phone');
    }
    await page.getByRole('button', { name: 'Stop listening' }).click();
    await expect(page.getByRole('button', { name: 'Start listening' })).toBeVisible();
  });
}

type Told = { hops: { atSeconds: number; probabilities: number[] }[]; detections: { label: string; score: number }[] };

async function hear(page: Page, place: string, recording: string): Promise<Told> {
  await page.getByText(place, { exact: true }).click();
  await page.getByTestId('recording').setInputFiles(recording);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Posteriors' }).click({ timeout: 60_000 });
  return JSON.parse(readFileSync(await (await download).path(), 'utf8')) as Told;
}

for (const project of ['digits', 'keywords']) {
  test(`this device and the server hear the same in a recording, by the model of ${project}`, async ({ page }) => {
    const recording = amidSilence(THREE, 1.5);
    const told: Told[] = [];
    for (const place of PLACES) {
      await page.goto(`/projects/${project}/listen`);
      told.push(await hear(page, place, recording));
    }
    const [device, server] = told;
    expect(device.hops.length).toBeGreaterThan(30);
    expect(device.hops.map(({ atSeconds }) => atSeconds)).toEqual(server.hops.map(({ atSeconds }) => atSeconds));
    const apart = device.hops.flatMap(({ probabilities }, i) =>
      probabilities.map((probability, label) => Math.abs(probability - server.hops[i].probabilities[label])),
    );
    console.log(`${project}: posteriors at most ${Math.max(...apart).toExponential(1)} apart`);
    expect(Math.max(...apart)).toBeLessThan(1e-4);
    expect(device.detections.map(({ label }) => label)).toEqual(server.detections.map(({ label }) => label));
  });
}

test('on this device it goes on without a network', async ({ page, context }) => {
  await page.goto('/projects/digits/listen');
  await page.getByRole('button', { name: 'Start listening' }).click();
  await heard(page).first().waitFor({ timeout: 40_000 });
  const before = await heard(page).count();
  await context.setOffline(true);
  await expect.poll(() => heard(page).count(), { timeout: 30_000 }).toBeGreaterThan(before);
  await context.setOffline(false);
});

test('a stream that breaks off is said', async ({ page }) => {
  await page.routeWebSocket('**/stream', (socket) => {
    const server = socket.connectToServer();
    let blocks = 0;
    socket.onMessage((message) => (++blocks > 40 ? void socket.close() : server.send(message)));
  });
  await page.goto('/projects/digits/listen');
  await page.getByText('On the server', { exact: true }).click();
  await page.getByRole('button', { name: 'Start listening' }).click();
  await expect(page.getByRole('alert').getByText('The server cannot be reached.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Start listening' })).toBeVisible();
});

test('a wrong detection and a missed one are noted, with their sound only where that is wanted', async ({ page }) => {
  await page.goto('/projects/digits/listen');
  await page.getByTestId('recording').setInputFiles(amidSilence(SEVEN, 1));
  await heard(page).first().getByRole('button', { name: 'That was wrong' }).click();
  await expect(page.getByText('Noted. Thank you.')).toBeVisible();
  await page.getByRole('switch', { name: 'Keep the sound of my corrections' }).check({ force: true });
  await page.getByRole('button', { name: 'You missed one' }).click();
  await expect(page.getByText(/Noted, and kept as clip \d+\. Thank you\./)).toBeVisible();
});
