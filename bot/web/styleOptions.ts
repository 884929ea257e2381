/**
 * Web Chat's look. Colours and pictures are those of `chat.css`, which knows light, dark and high contrast; Web Chat's
 * own moving pictures are blobs, which the page does not allow.
 */
export function styleOptions(): Readonly<Record<string, unknown>> {
  return {
    ...layout,
    ...colours,
    ...bubbles,
    ...suggestions,
  };
}

const layout = {
  primaryFont: 'var(--font)',
  rootHeight: '100%',
  rootWidth: '100%',
  paddingRegular: 12,
  paddingWide: 16,
  avatarSize: 32,
  showAvatarInGroup: true,
  botAvatarInitials: '',
  groupTimestamp: false,
  sendTimeout: 30_000,
  hideUploadButton: true,
  hideToaster: true,
  sendBoxHeight: 52,
  sendBoxMaxHeight: 160,
  sendBoxTextWrap: true,
  markdownRenderHTML: false,
  markdownRespectCRLF: true,
  autoScrollSnapOnPage: true,
  scrollToEndButtonBehavior: 'any',
  typingAnimationBackgroundImage: 'var(--dots)',
  spinnerAnimationBackgroundImage: 'var(--dots)',
};

const colours = {
  accent: 'var(--accent)',
  subtle: 'var(--text-subtle)',
  backgroundColor: 'var(--canvas)',
  timestampColor: 'var(--text-subtle)',
  sendBoxBackground: 'transparent',
  sendBoxTextColor: 'var(--text)',
  sendBoxPlaceholderColor: 'var(--text-subtle)',
  sendBoxBorderTop: 'none',
  sendBoxButtonColor: 'var(--accent)',
  sendBoxButtonColorOnHover: 'var(--accent)',
  sendBoxButtonShadeColorOnHover: 'var(--surface-hover)',
  sendBoxButtonShadeColorOnActive: 'var(--surface-hover)',
  sendBoxButtonShadeColorOnFocus: 'transparent',
  sendBoxButtonKeyboardFocusIndicatorBorderColor: 'var(--focus)',
  transcriptVisualKeyboardIndicatorColor: 'var(--focus)',
  transcriptActivityVisualKeyboardIndicatorColor: 'var(--focus)',
  transcriptOverlayButtonBackground: 'var(--accent-fill)',
  transcriptOverlayButtonBackgroundOnHover: 'var(--accent-fill)',
  transcriptOverlayButtonBackgroundOnFocus: 'var(--accent-fill)',
  transcriptOverlayButtonColor: 'var(--on-accent)',
};

const bubbles = {
  bubbleMaxWidth: 620,
  bubbleMinWidth: 60,
  bubbleMinHeight: 36,
  bubbleBackground: 'var(--guide-fill)',
  bubbleBorderColor: 'var(--guide-stroke)',
  bubbleBorderRadius: 8,
  bubbleTextColor: 'var(--text)',
  bubbleFromUserBackground: 'var(--teacher-fill)',
  bubbleFromUserBorderColor: 'var(--teacher-stroke)',
  bubbleFromUserBorderRadius: 8,
  bubbleFromUserTextColor: 'var(--text)',
};

const suggestions = {
  suggestedActionLayout: 'flow',
  suggestedActionsFlowMaxHeight: 152,
  suggestedActionHeight: 36,
  suggestedActionBorderRadius: 18,
  suggestedActionBorderWidth: 1,
  suggestedActionBorderColor: 'var(--accent)',
  suggestedActionTextColor: 'var(--accent)',
  suggestedActionBackgroundColor: 'var(--surface)',
  suggestedActionBackgroundColorOnHover: 'var(--surface-hover)',
  suggestedActionBackgroundColorOnActive: 'var(--surface-hover)',
  suggestedActionKeyboardFocusIndicatorBorderColor: 'var(--focus)',
  suggestedActionKeyboardFocusIndicatorBorderRadius: 14,
  suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
  suggestedActionsVisualKeyboardIndicatorColor: 'transparent',
};
