/** Literotica. */
import { words, type Site } from './site.js';

// prettier-ignore
export const literotica: Site = {
  name: 'literotica',
  rows: [
    { id: 'literotica:rate', edge: 'tail', form: words('Story tags', 'Please rate this story', 'Rate this story', 'Click to rate.{0,40}', 'The author would appreciate your feedback\\.?', 'Please (?:rate|vote on) this submission.{0,60}') },
    { id: 'literotica:tools', edge: 'both', form: words('Font size', 'Default font size', 'Default font face', 'Story info', 'Add to favorites', 'Send feedback', 'Public beta', 'Similar stories', 'Read more of this series', 'Report story') },
    { id: 'literotica:share', edge: 'both', weak: true, form: words('Share this story') },
    { id: 'literotica:page', edge: 'both', weak: true, form: /^Page \d+ of \d+$/i },
  ],
};
