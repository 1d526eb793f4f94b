import type { ScreenBody } from "#signal/screen.ts";
import type { Card } from "#texts/card.ts";
import type { Reading } from "#texts/labels.ts";
import { notHereCard, typedCard, useButtonsCard } from "#texts/screens/chat-hints.ts";
import { expertHome, managerHome, signalerHome } from "#texts/screens/home.ts";
import { doneCard, helpCard, refusalCard, safetyFirstCard } from "#texts/screens/simple.ts";
import { takeBackCard, welcomeCard } from "#texts/screens/small-talk.ts";
import { storyCard, whyCard } from "#texts/screens/story.ts";
import { whoCard } from "#texts/screens/who.ts";

/** What a person sees after a press. */
export function screenCard(body: ScreenBody, reading: Reading): Card {
  switch (body.kind) {
    case "refusal":
      return refusalCard(body, reading);
    case "safety_first":
      return safetyFirstCard(body, reading);
    case "done":
      return doneCard(body, reading);
    case "story":
      return storyCard(body, reading);
    case "why":
      return whyCard(body, reading);
    case "help":
      return helpCard(body, reading);
    case "home_signaler":
      return signalerHome(body, reading);
    case "home_expert":
      return expertHome(body, reading);
    case "home_manager":
      return managerHome(body, reading);
    case "who":
      return whoCard(body, reading);
    case "typed":
      return typedCard(body, reading);
    case "use_buttons":
      return useButtonsCard(body, reading);
    case "take_back":
      return takeBackCard(body, reading);
    case "welcome":
      return welcomeCard(body, reading);
    case "not_here":
      return notHereCard(reading);
  }
}
