import { describe, expect, it } from '@jest/globals';
import { InProcessLogFeed } from '../../../../bot/channels/directLine/logFeed.ts';
import type { LoggedActivity } from '../../../../bot/ports.ts';

const logged = (seq: number) => [{ seq, activity: { type: 'message' } } as unknown as LoggedActivity];

describe('the log feed', () => {
  it('tells every listener of a conversation what was added', () => {
    const feed = new InProcessLogFeed();
    const heard: string[] = [];
    feed.subscribe('school', 'a', ([first]) => heard.push(`phone ${first?.seq}`));
    feed.subscribe('school', 'a', ([first]) => heard.push(`laptop ${first?.seq}`));

    feed.publish('school', 'a', logged(1));
    feed.publish('school', 'a', logged(2));

    expect(heard).toEqual(['phone 1', 'laptop 1', 'phone 2', 'laptop 2']);
  });

  it('tells nothing of other conversations and other schools', () => {
    const feed = new InProcessLogFeed();
    const heard: unknown[] = [];
    feed.subscribe('school', 'a', (news) => heard.push(news));

    feed.publish('school', 'b', logged(1));
    feed.publish('other', 'a', logged(1));

    expect(heard).toEqual([]);
  });

  it('is silent after the listener has left', () => {
    const feed = new InProcessLogFeed();
    const heard: unknown[] = [];
    const leave = feed.subscribe('school', 'a', (news) => heard.push(news));

    leave();
    leave();
    feed.publish('school', 'a', logged(1));

    expect(heard).toEqual([]);
  });
});
