import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configDir } from '@sanzhi/platform/config';
import { fullView } from '../../app/document-view';
import { MustacheRenderer } from './mustache-renderer';

describe('templates', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-templates-'));
    mkdirSync(path.join(folder, 'parts'));
    writeFileSync(path.join(folder, 'parts', 'head.html'), '<h1>{{title}}</h1>\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const opened = (text: string): MustacheRenderer => {
    writeFileSync(path.join(folder, 'paper.html'), text);
    return new MustacheRenderer(folder);
  };

  it('renders with its parts, and escapes', () => {
    const view = { ...fullView, title: '<b>', facts: ['一', '二'] };
    expect(opened('{{> head}}{{#facts}}{{.}};{{/facts}}{{#party}}{{value}}/{{organ}}{{/party}}').render('paper.html', view)).toBe(
      '<h1>&lt;b&gt;</h1>\n一;二;示例门诊部/示范区卫生健康委员会',
    );
  });

  it.each([
    ['\n{{titel}}', 2, 'unknown placeholder titel'],
    ['{{remedy.curt}}', 1, 'unknown placeholder remedy.curt'],
    ['{{#party}}\n{{number.x}}{{/party}}', 2, 'unknown placeholder number.x'],
    ['{{#payments}}{{/payments}}', 1, 'unknown placeholder payments'],
    ['{{^nothing}}{{/nothing}}', 1, 'unknown placeholder nothing'],
    ['{{#notice}}\n\n{{#stated}}{{text}}{{/stated}}{{/notice}}', 3, 'unknown placeholder text'],
    ['{{> tail}}', 1, 'unknown part tail'],
    ['{{{title}}}', 1, 'title would not be escaped'],
    ['{{&title}}', 1, 'title would not be escaped'],
    ['{{=<% %>=}}', 1, 'other delimiters are not used'],
  ])('%p stops the start with file and line', (text, line, message) => {
    expect(() => opened(text)).toThrow(`paper.html:${line} ${message}`);
  });

  it('finds a fault in a part where it stands', () => {
    writeFileSync(path.join(folder, 'parts', 'head.html'), '\n\n{{titel}}');
    expect(() => opened('{{> head}}')).toThrow('head.html:3 unknown placeholder titel');
  });

  it('finds none in the templates of the house, and leaves no tag behind', () => {
    const renderer = new MustacheRenderer(path.join(configDir(), 'documents'));
    for (const template of ['penalty-decision.html', 'penalty-notice.html', 'summary-decision.html']) {
      const html = renderer.render(template, fullView);
      expect(html).toContain('示范区卫生健康委员会');
      expect(html).not.toContain('{{');
    }
    expect([renderer.has('penalty-notice.html'), renderer.has('nothing.html')]).toEqual([true, false]);
    expect(() => renderer.render('nothing.html', fullView)).toThrow(RangeError);
  });
});
