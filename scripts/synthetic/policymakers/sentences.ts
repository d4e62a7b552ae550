/**
 * What made-up policymakers say, by code. Written for this project: nobody said it. `[a|b]` stands for one of its
 * alternatives.
 */
export const POLICY_SENTENCES: Readonly<Record<string, readonly string[]>> = {
  'Squeezed budgets': [
    'Children’s services are [sixty|nearly seventy] pence in every pound that we control, and residents think we spend it on bins.',
    'You start the year with the overspend already in it.',
    'The placements budget behaves like weather. I can forecast it, and I still get wet.',
    'More children came in, so there was less for the ones who had not come in yet, so more children came in.',
    'I have stopped saying efficiency. There is nothing left to be efficient about.',
    'When the money goes, the first sign is not a closed door. It is a waiting list that nobody announced.',
  ],
  'Cuts from the centre': [
    'I can trace most of what you are asking about to one decision taken a long way from here in [2010|the autumn of 2010].',
    'They took the grant away from the places that had the least council tax to replace it.',
    'We are blamed for choices that were made before the letter reached us.',
    'The formula assumed need would wait. It did not.',
    'Ring-fences came down, which sounded like freedom, and then there was nothing inside them.',
  ],
  'Poverty acknowledged': [
    'It is poverty. I will say it, since few people in my position do.',
    'If I lay the map of deprivation over the map of care, I need only one pin.',
    'Neglect and being poor are not the same thing, but they use the same kitchen.',
    'A hundred pounds a month would do more for some of our families than I can.',
    'We measure everything about parents except whether they could pay for the week.',
  ],
  'Poverty explained away': [
    'Plenty of poor families bring up children beautifully, so I am wary of the argument, to be candid.',
    'I would not want to stigmatise the [estate|valley] by saying it is about money.',
    'It is a factor, one of many, and I would put it behind parenting capacity.',
    'We do not really talk about income in the assessments. It is not something that we can change.',
    'There is an aspiration problem here, which is not quite the same as a poverty problem.',
  ],
  'Harder cases': [
    'The children who come now have [three|four] things going on, where it used to be one.',
    'What we once called complex is now a Tuesday.',
    'Domestic abuse runs through nearly all of it, and it is not a thing you fix with a course.',
    'The teenagers are the change. Ten years ago I could have told you the name of each one who worried me.',
    'Mental health is the thread, the parents’ first and then, a few years on, the child’s.',
  ],
  'Closing and merging': [
    'We had [twenty-two|sixteen] centres. We now have [five|four] hubs, and I have been told not to call it closure.',
    'We consolidated, we co-located, we rationalised: there is a thesaurus for it.',
    'The play service went in an afternoon. It had taken [twenty|fifteen] years to build.',
    'We kept the buildings and lost the people, then we lost the buildings.',
    'Youth work was not statutory, and so it was first.',
  ],
  'Targeting the few': [
    'Open access became by referral, and by referral became only if you are already known.',
    'We look for the families with the highest scores and offer them what everyone used to have.',
    'There is a logic to it when you have little. You give it to whoever is closest to the edge.',
    'Targeting means that a mother must be failing before I may be nice to her.',
    'Early help has moved towards us. It does casework now, for cases we would have held before.',
  ],
  'Investing early': [
    'We borrowed against the savings and put it into prevention; it is the best decision I have been party to.',
    'Once the numbers fell a little, the money that was freed went straight back in, and then they fell a little more.',
    'The cabinet member had run a nursery. She needed no business case.',
    'We bought [three|four] houses and filled them with support rather than with children from other counties.',
    'It took [four|five] budgets before anyone could see it, and I was nervous through all of them.',
  ],
  'Making do': [
    'A church gave us its hall, a supermarket gives us the food, and somebody’s brother-in-law mended the boiler.',
    'We wrote the bid on a Sunday, because there is nobody left whose job is writing bids.',
    'Our libraries run the baby group now. Nobody asked them to; they noticed.',
    'The family workers share [two|three] cars and a spreadsheet.',
    'You would be surprised how far we have stretched a grant that was meant for something else.',
  ],
  'Locked in': [
    'By the time you pay for the children who are in, there is nothing with which to keep the next ones out.',
    'We know what we should do. We knew it [six|ten] years ago, when we could still have afforded to.',
    'The contracts run to [2024|2026], so in a sense the decisions have been taken already.',
    'It is a treadmill, and the machine is set by whoever used it last.',
    'Places that invested when there was money have something to invest still. We did not, and we have not.',
  ],
  'Quiet persuasion': [
    'I take members out, one at a time, to meet a family. I have never lost a vote after a visit.',
    'You plant a thought in June so that it is somebody else’s idea by budget day.',
    'I do not say poverty in the chamber. I say demand management, and I get the same officers paid for.',
    'The leader’s wife was a foster carer. I am not above mentioning it.',
    'I write the paragraph that the director of finance would like to have written.',
  ],
  'Inspection as leverage': [
    'The word inadequate is worth [two|three] million pounds in this building.',
    'I would never say that I wanted a poor inspection. I would say that it concentrated minds.',
    'Whenever savings come round, I ask which of the inspectors’ recommendations they would like me to drop.',
    'Being watched is unpleasant, and it is the only time when children’s services are at the top of the agenda.',
    'Our improvement board has a budget. Our prevention board has biscuits.',
  ],
  'Elections and turnover': [
    'We have elections by thirds, so there is never a year without an audience.',
    'I have worked to [four|five] lead members. Each began with a review.',
    'A good [leader|chief executive] had her name on the strategy; when she left, it was quietly renamed.',
    'Nothing long can be started in the spring.',
    'The majority is two. You do not do brave things on a majority of two.',
  ],
  'After a child’s death': [
    'When it was on the news every night, our numbers climbed for [a year|eighteen months], and nobody here had done a thing differently.',
    'It swings. There is a tragedy, and we take more children; there is a scandal about taking them, and we take fewer.',
    'I have kept the front pages. You need to remember what it is like to be in the building that week.',
    'Every minister since has begun with that boy’s name.',
    'The mood moves thresholds more than any guidance that I have seen.',
  ],
  'Beyond our reach': [
    'Wages, rents, benefits: I can write to a minister about them, and I have, and I have the acknowledgement.',
    'It is above my pay grade, as they say, and above the council’s.',
    'We deal with what comes through the door. Why it comes is for somebody else.',
    'I sometimes feel that we are the last to know and the first to be asked.',
    'If you want fewer children in care you need a Treasury, and we have a town hall.',
  ],
};

export const POLICY_QUESTIONS = {
  opening: 'What is your part in children’s services here?',
  problem: 'How would you describe the challenges of the past ten years, and where do they come from?',
  policy: 'What has the council done in answer to them?',
  politics: 'And how do decisions of that kind come about, in this council and beyond it?',
  closing: 'Anything else?',
} as const;

export const POLICY_OPENINGS: readonly string[] = [
  'I am the {role}, and have been since [before the cuts|the last reorganisation].',
  'My job is {role}. In practice I go between the people who know children and the people who know money.',
  'I sit here as {role}, and I was a social worker once, in another century.',
  'As {role} I see the papers before they go anywhere. I am told that this is influence.',
];

export const POLICY_CLOSINGS: readonly string[] = [
  'I have been careful, as you will have noticed. I work here.',
  'Turn that off and I will tell you one more thing.',
  'Only that people mean well. It would be a simpler story if they did not.',
  'Come back in [five|ten] years and ask somebody else the same questions.',
];
