import type { Activity } from './activity.ts';
import type { Heading } from './heading.ts';
import type { WebChat } from './webChat.ts';

/**
 * An activity as the transcript shows it: at its place in the log, whatever the clocks say; what the teacher typed as
 * it was typed; and what the bot says with the name of who speaks, for those who hear it read aloud.
 */
export function inTranscript(
  activity: Activity,
  order: number,
  show: { headingOf(activity: Activity): Heading; renderMarkdown: WebChat['renderMarkdown'] },
): Activity {
  const { from, text = '' } = activity;
  const channelData = { ...activity.channelData, 'webchat:sequence-id': order };
  if (!channelData.opEenLijn) {
    return { ...activity, textFormat: 'plain', from: { ...from, role: 'user' }, channelData };
  }

  const html = show.renderMarkdown(text, { markdownRespectCRLF: true }, {});
  const words = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
  const heard = `${show.headingOf(activity).name}: ${words}`;
  return {
    ...activity,
    from: { ...from, role: 'bot' },
    channelData: { ...channelData, 'webchat:fallback-text': heard },
  };
}
