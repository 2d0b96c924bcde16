// Tests of the report page: everything is in it, nothing breaks out of it, and nothing is loaded.
import { stateMachineDot } from './state-machine-dot';
import { samplePage } from '../testing/page';
import { HOSTILE } from '../testing/hostile';
import { html } from './html';
import { writePage } from './page';
import { contextTable } from './context-table';
import { state } from '../testing/outcomes';

const text = writePage(samplePage());

describe('html', () => {
  it('escapes what is put in, once, and keeps what is HTML already', () => {
    const inner = html`<b title="${'"x"'}">${'<&>'}</b>`;
    expect(html`<p>${inner}${[1, null, false, 'a']}</p>`.html).toBe(
      '<p><b title="&quot;x&quot;">&lt;&amp;&gt;</b>1a</p>',
    );
  });
});

describe('the report page', () => {
  it('lets no text of a report become markup', () => {
    expect(text).not.toContain('<script');
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(HOSTILE).toContain('<script>');
  });

  it('loads nothing: no script, no frame, no style, image or font from anywhere', () => {
    expect(text).not.toMatch(/<(?:script|iframe|object|embed|img|audio|video)\b/);
    expect(text).not.toMatch(/<[^>]*\bsrc=|@import|url\(/);
    expect([...text.matchAll(/<link [^>]*>/g)].map(([link]) => link)).toEqual([
      '<link rel="icon" href="data:," />',
    ]);
  });

  it('has every id once, and every link inside the page leads somewhere', () => {
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    const links = [...text.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('tells each deviation with its witness, the difference and how to replay it', () => {
    expect(text).toContain(
      'npx cpi-conformance replay conformance-report/witnesses/accounts--new--missing-error.json',
    );
    expect(text).toContain('What made the difference');
    expect(text).toMatch(/context:2 before and after/);
    expect(text).toContain('Known because:');
  });

  it('gives the same bytes for the same report', () => {
    expect(writePage(samplePage())).toBe(text);
  });
});

describe('a decoded account', () => {
  it('marks the fields that changed, and no other', () => {
    const change = {
      key: 'context:1',
      before: { ...state, outputs: [] },
      after: state,
      documented: null,
    } as const;
    const rows = contextTable(change).html.split('<tr>');
    expect(
      rows.filter((row) => row.includes('<ins>')).map((row) => /scope="row">([^<]*)/.exec(row)?.[1]),
    ).toEqual(['outputs']);
  });

  it('has what the documents lead to beside it where that is something else', () => {
    const change = {
      key: 'context:1',
      before: state,
      after: state,
      documented: { ...state, outputs: [] },
    } as const;
    expect(contextTable(change).html).toContain('as documented');
  });
});

describe('the drawing of the state machine', () => {
  it('says how often each edge was taken, and which never was', () => {
    const item = { group: 'state-machine', text: '', documented: true, otherwise: 0, blockedBy: [] };
    const dot = stateMachineDot([
      { ...item, id: 'state-machine/set-from-first-set', count: 903, status: 'covered' },
      { ...item, id: 'refusals/set-after-init', group: 'refusals', count: 12, status: 'covered' },
    ]);
    expect(dot).toMatch(/"first-set" -> "accumulating" \[label=" set ×903 .*class="taken"/);
    expect(dot).toMatch(/"empty" -> "empty" \[label=" refused ×12 .*class="never"/);
    expect(dot).toMatch(/"accumulating" -> "empty" .*class="never".*style=dashed/);
  });
});
