import type { MarkdownStyle, WebChat } from './webChat.ts';

type RenderMarkdown = WebChat['renderMarkdown'];

/** A link of ours, as in `[Lezen](/keep/…)`: Web Chat only follows links that name a server. */
const OWN_LINK = /\]\((?=\/keep\/[\w./-]+\))/g;
const LINKS = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * Web Chat's Markdown without what a quoted sentence could smuggle in: HTML stays text, pictures become their
 * description, and what is not an ordinary link becomes its own words.
 */
export function safeMarkdown(render: RenderMarkdown): RenderMarkdown {
  return (markdown: string, style: MarkdownStyle, links: object) => {
    const html = render(
      markdown.replaceAll(OWN_LINK, `](${location.origin}`),
      { ...style, markdownRenderHTML: false },
      links,
    );
    const page = new DOMParser().parseFromString(html, 'text/html');

    for (const picture of page.querySelectorAll('img')) {
      const isIconOfLink = picture.classList.contains('webchat__render-markdown__external-link-icon');
      if (!isIconOfLink) picture.replaceWith(picture.alt);
    }
    for (const button of page.querySelectorAll('button')) button.replaceWith(button.textContent ?? '');
    for (const link of page.querySelectorAll('a')) {
      if (!LINKS.includes(link.protocol)) link.replaceWith(link.textContent ?? '');
    }
    return page.body.innerHTML;
  };
}
