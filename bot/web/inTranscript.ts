import type { Activity } from './activity.ts';
import type { Heading } from './heading.ts';
import type { WebChat } from './webChat.ts';

/**
 * An activity as the transcript shows it: at its place in the log, whatever the clocks say; what the teacher typed as
 * it was typed; and what the bot says with the name of who speaks, for those who hear it read aloud. Of a folded message
 * the heading is read aloud, and it does not stand in the text again.
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

  const { fold } = channelData.opEenLijn;
  const html = show.renderMarkdown(text, { markdownRespectCRLF: true }, {});
  const words = fold ?? new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
  const heard = `${show.headingOf(activity).name}: ${words}`;
  const heading = `**${fold}**`;
  return {
    ...activity,
    ...(text.startsWith(heading) && { text: text.slice(heading.length).trimStart() }),
    from: { ...from, role: 'bot' },
    channelData: { ...channelData, 'webchat:fallback-text': heard },
  };
}
