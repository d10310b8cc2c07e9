import type { TemplateTexts } from './templates';

const shared = (company: string) => `- Anybody who is a member of this community may take part.
- Send only what you made yourself or may pass on, and nothing confidential.
- Everybody can read what you publish here, and may build on it.
- ${company} answers every idea that the community supports, and says in public why it does or does not go ahead.`;

const judged = (company: string) =>
  `- The winners are chosen by ${company} on the criteria of this challenge; the vote is heard, and does not decide alone.`;

const rights = (company: string) => `${shared(company)}
${judged(company)}
- The winners hand over the rights to use what they proposed in return for the prize. Whoever does not win keeps every right, and ${company} does not use it.`;

export const texts: TemplateTexts = {
  product: {
    title: 'What should we make next?',
    summary:
      'Tell us what you miss. We build the idea that helps most people, and its author is there from the first sketch.',
    brief: `## Why we ask

_Say in two or three sentences what you have noticed, and why you want to hear it from the people who use what you make._

## What we are looking for

- A problem that you, or people you know, really have
- How you get by today
- What would be different if it were solved

## What cannot change

_Name the limits honestly: budget, safety, materials, law. An idea that runs into a wall nobody mentioned costs goodwill._

## A good answer

Is about one thing, tells a moment in which it happens, and can be understood without a drawing. A picture helps; it need not be beautiful.`,
    tags: ['new product'],
    criteria: [
      { name: 'Usefulness', description: 'It solves something that many people really have.', weight: 40 },
      { name: 'Feasibility', description: 'We can make it with what we have, or know how to get it.', weight: 30 },
      { name: 'Originality', description: 'It is not on the shelf yet, ours or anybody’s.', weight: 20 },
      { name: 'Clarity', description: 'One reading is enough to see it working.', weight: 10 },
    ],
    prizes: ['For the idea that we build, and your name on it', 'One of the first pieces, before it is on sale'],
    terms: (company) => `${shared(company)}
${judged(company)}
- The prize pays for the right to make the winning idea. Ideas that do not win stay their authors’.`,
  },
  fix: {
    title: 'What should we fix first?',
    summary:
      'The small and large things that get in your way. We mend the ones that bother most people, and show when it is done.',
    brief: `## What this is about

_Which part of your product or service do you want to hear about? The narrower the question, the better the answers._

## Tell us

- What happened, and where
- How often it happens to you
- What you expected instead

## What happens with it

Vote for what bothers you too, rather than writing it again: together it weighs more. Within a week after the end we say of the ten most supported what we will do, by when, and why.

## What does not belong here

Your own order, invoice or booking: please write to customer service, where your data stays private.`,
    tags: ['to fix'],
    criteria: [
      { name: 'How many it helps', description: 'Votes, and the people behind them who stay silent.', weight: 40 },
      { name: 'How much it hurts', description: 'A nuisance, a loss of time, or a reason to leave.', weight: 35 },
      {
        name: 'How soon we can',
        description: 'What can be mended in weeks comes before what takes a year.',
        weight: 25,
      },
    ],
    prizes: ['A public thank-you when it is fixed, and a first look at the repair'],
    terms: shared,
  },
  name: {
    title: 'What should we call it?',
    summary: 'It is ready, and it has no name yet. Find the one that people will remember, and tell us why.',
    brief: `## What needs a name

_Describe it to somebody who has never seen it: what it is, who it is for, how it feels to use it. Add a picture._

## What the name should do

- Be easy to say in every language of this community
- Still fit in five years
- _Add what matters to you: a mood, a sound, a story_

## What does not work

- Names that others already use for something similar
- Abbreviations and puns that must be explained
- _Add what you have already ruled out_

## A good answer

One name per idea, with one sentence about where it comes from.`,
    tags: ['name'],
    criteria: [
      { name: 'Memorable', description: 'One still knows it the next day.', weight: 35 },
      { name: 'Fitting', description: 'It says something true about the thing.', weight: 35 },
      { name: 'Free to use', description: 'Nobody else trades under it, and the address is free.', weight: 30 },
    ],
    prizes: ['For the name that we choose'],
    terms: (company) => `${rights(company)}
- Where several people propose the same name, the first one counts.
- ${company} checks whether the name may be used before it announces the winner, and may choose the next one if it may not.`,
  },
  design: {
    title: 'What should it look like?',
    summary: 'Draw, build or photograph it. The community votes, our designers choose, and the winner is made.',
    brief: `## What is to be designed

_What is it, where will people see or touch it, and what should they feel? Show what there is today._

## What we need from you

- One picture of the whole, and one of the detail that you are proudest of
- A sentence or two about the thought behind it
- A sketch is enough: the idea counts, not the software

## What is fixed

_Sizes, colours, materials, logo, cost. Attach a template file if there is one._

## What you should know

You can improve your design until the vote begins, and you will read what others think of it. Every version stays visible.`,
    tags: ['design'],
    criteria: [
      { name: 'Idea', description: 'There is a thought in it that one has not seen before.', weight: 35 },
      { name: 'Beauty', description: 'One wants to look twice.', weight: 25 },
      { name: 'In use', description: 'It works in the hand, on the shelf, in every size.', weight: 25 },
      { name: 'Can be made', description: 'With our materials, in our quantities, at our price.', weight: 15 },
    ],
    prizes: ['For the design that we make', 'For the design that the community likes most'],
    terms: (company) => `${rights(company)}
- ${company} may adapt the winning design to what can be made, and names its author wherever it is shown.`,
  },
};
