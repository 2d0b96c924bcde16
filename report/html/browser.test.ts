// The report page in a real browser: nothing is requested, it fits a phone, the keyboard reaches everything, it can be read.
import axe from 'axe-core';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { samplePage } from '../testing/page';
import { writePage } from './page';

/** Debian's, or one that is named; continuous integration installs it. */
const CHROMIUM =
  process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync) ?? '';

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

describe('The report page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const url = `file://${join(folder, 'index.html')}`;
  let browser: Browser;

  beforeAll(async () => {
    if (CHROMIUM === '')
      throw new Error('There is no Chromium: install it (Debian: chromium) or name one in CHROMIUM.');
    writeFileSync(join(folder, 'index.html'), writePage(samplePage()));
    browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      // In a container there is no other sandbox, and the page is our own.
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
  }, 120_000);
  afterAll(async () => {
    await (browser as Browser | undefined)?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the page; `said` gets console messages, errors and requests for anything else. */
  async function open(width: number, scheme: 'light' | 'dark', said: string[] = []): Promise<Page> {
    const page = await browser.newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('data:')) said.push(request.url());
    });
    await page.setViewport({ width, height: 740 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setBypassCSP(true); // for the checks' own script
    await page.goto(url);
    return page;
  }

  const openAll = (page: Page): Promise<void> =>
    page.evaluate(
      `document.querySelectorAll('details').forEach((one) => { one.open = true; })`,
    ) as Promise<void>;

  it('asks for nothing and complains about nothing', async () => {
    const said: string[] = [];
    const page = await open(1280, 'light', said);
    expect(said).toEqual([]);
    await page.close();
  });

  it('does not scroll sideways at 360 pixels, however much is unfolded', async () => {
    const page = await open(360, 'light');
    const width = (): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth');
    expect(await width()).toBe(360);
    await openAll(page);
    expect(await width()).toBe(360);
    await page.close();
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe knows, contrast included, in %s',
    async (scheme) => {
      const page = await open(1280, scheme);
      await openAll(page);
      await page.evaluate(axe.source);
      const violations = (await page.evaluate(
        `axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
      )) as readonly Violation[];
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      await page.close();
    },
  );

  it('leads the keyboard past the navigation, and from the matrix to a witness, with the focus to be seen', async () => {
    const page = await open(1280, 'light');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.focus('#matrix .cell.bad > summary');
    expect(await page.evaluate(`document.activeElement.matches(':focus-visible')`)).toBe(true);
    expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const target = await page.evaluate(`document.activeElement.getAttribute('href')`);
    expect(target).toMatch(/^#story-witnesses/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.querySelector('${String(target)}').closest('details').open`)).toBe(
      true,
    );
    expect(await page.evaluate(`document.querySelector('${String(target)}').checkVisibility()`)).toBe(true);
    await page.close();
  });

  it('prints what is folded', async () => {
    const page = await open(1280, 'light');
    await page.emulateMediaType('print');
    // What is off the screen becomes visible with a frame that the browser draws when it has the time.
    const shown = await page.waitForFunction(
      `document.querySelector('#states details table').checkVisibility({ contentVisibilityAuto: true })`,
    );
    expect(await shown.jsonValue()).toBe(true);
    await page.close();
  });
});
