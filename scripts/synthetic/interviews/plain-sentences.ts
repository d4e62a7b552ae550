/** What frames the coded passages. Written for this project: nobody said it. `[a|b]` stands for one of its alternatives. */

export const QUESTIONS = {
  opening: 'Could you tell me about your role, and how long you have been in the authority?',
  trend:
    'Between 2012 and 2017 the rate of children in care in your authority {trend}. Is that a picture that you recognise?',
  challenges: 'What makes it hard to bring the numbers down, where that would be safe?',
  helps: 'And what has worked here? What keeps children safely with their families?',
  closing: 'Is there anything that I ought to have asked?',
} as const;

export const OPENINGS: readonly string[] = [
  'I am the {role}. I have been here for [four|six|nine|eleven] years, the last [two|three] of them in this chair.',
  'My title is {role}, although on most days it means that I am the person people ring when they are not sure.',
  'I came as a newly qualified social worker and I am now {role}, which tells you something about how attached I am to the place.',
  'I have been {role} since [the spring|last autumn], and I worked in [two|three] other councils before.',
  'As {role} I look after everything from the front door to the children who have left us.',
];

export const RECOGNISED: readonly string[] = [
  'Yes, that is us. I could have drawn that line for you with my eyes shut.',
  'I do recognise it. We look at that graph in this office more often than is good for us.',
  'That is right, and I think we understand most of what is behind it.',
  'Yes. It was a little bumpier than it looks from outside, but the direction is fair.',
];

export const NOT_RECOGNISED: readonly string[] = [
  'Not entirely. It depends which years you pick, and those are not the years that I would have picked.',
  'I am surprised, to tell you the truth. It is not how it felt in the teams.',
  'No, I would want to look at the numbers again, because the boundary of what we count has moved.',
];

export const RISEN_SINCE: readonly string[] = [
  'It did fall, but it has turned. Since [last year|the summer before last] we have been going up again.',
  'That was true until about [eighteen months|a year] ago. If you rang me for this year’s figure you would hear a different story.',
];

export const LINKS: readonly string[] = [
  'There is no single answer.',
  'I will try to be fair about this.',
  'It is a bit of everything, really.',
  'You will have heard some of this from other people, I am sure.',
  'Let me take that in two parts.',
  'I was thinking about this on the train.',
  'If my colleague Siân were on the line she would put it better.',
  'We had an away-day about exactly that question.',
  'I do not want to make it sound tidy.',
  'Some of it is ours and some of it is not.',
];

export const ASIDES: readonly string[] = [
  'Sorry, that was the door. Where was I?',
  'I may be wrong about the year.',
  'You can check that, but I think it is about right.',
  'That is how it looks from here, at any rate.',
  'Others would tell it differently.',
  'I said as much to the committee.',
  'It is not a popular view.',
  'That has been our experience.',
  'It took us a while to learn it.',
  'I do not think that we are unusual in that.',
  'I would put it in stronger words at home.',
  'My predecessor would recognise that.',
  'That is not in any return that we send to the department.',
  'I have an example of that on my desk as we speak.',
  'We argue about it still.',
  'You would hear the same next door, I expect.',
];

export const CLOSINGS: readonly string[] = [
  'Only that none of this is quick. People want a lever, and it is more like a garden.',
  'I would say: ask the families. They will be less polite than I have been and more use to you.',
  'Just that I am proud of them, the staff. I do not say it enough.',
  'Not really. Send me what you write, and I will read it on a Sunday when the telephone is quiet.',
  'You did not ask about the children who ought to have come in sooner. There are some of those as well, and I think about them.',
  'No. It has been good to think aloud for half an hour.',
];
