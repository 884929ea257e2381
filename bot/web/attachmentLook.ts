import { type Attachment, curveLook } from './curve.ts';
import { reactElement } from './reactElement.ts';
import { svgElement } from './svgElement.ts';

type AttachmentCard = Parameters<ReturnType<ReturnType<typeof curveLook>>>[0];
type Show = (card: AttachmentCard) => unknown;

const PICTURE = 'application/vnd.op-een-lijn.picture+json';

/** Shows what comes with a message: the picture of a talk, another picture, else what Web Chat makes of it. */
export function attachmentLook() {
  return (next: Show): Show =>
    curveLook()((card) => (card.attachment?.contentType === PICTURE ? picture(card.attachment) : next(card)));
}

/** The words of the message say the same, so a picture that cannot be shown is left out. */
function picture({ content }: Attachment) {
  const { svg } = content as { readonly svg: string };
  return reactElement('div', { className: 'picture' }, svgElement(svg) ?? false);
}
