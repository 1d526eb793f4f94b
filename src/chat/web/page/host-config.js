const words = { default: "#242424", subtle: "#5c5c5c" };
const colours = {
  default: words,
  dark: words,
  light: { default: "#ffffff", subtle: "#f0f0f0" },
  accent: { default: "#4f52b2", subtle: "#4f52b2" },
  good: { default: "#13612e", subtle: "#13612e" },
  warning: { default: "#7a3f00", subtle: "#7a3f00" },
  attention: { default: "#a6213a", subtle: "#a6213a" },
};
const onGround = (backgroundColor) => ({ backgroundColor, foregroundColors: colours });

/** How Teams dresses an Adaptive Card: type, spacing and colours (all at least 4.5 : 1). */
export const hostConfig = {
  fontFamily: '"Segoe UI", "Segoe UI Web (West European)", system-ui, -apple-system, Roboto, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: "#e0e0e0" },
  imageSizes: { small: 40, medium: 80, large: 160 },
  supportsInteractivity: true,
  containerStyles: {
    default: onGround("#ffffff"),
    emphasis: onGround("#f5f5f5"),
    accent: onGround("#ebecfa"),
    good: onGround("#e7f2da"),
    attention: onGround("#fbe9ec"),
    warning: onGround("#fdf1dc"),
  },
  textBlock: { headingLevel: 3 },
  textStyles: {
    heading: { weight: "bolder", size: "large", color: "default", isSubtle: false, fontType: "default" },
  },
  factSet: {
    title: {
      color: "default",
      size: "default",
      isSubtle: false,
      weight: "bolder",
      wrap: true,
      maxWidth: 150,
    },
    value: { color: "default", size: "default", isSubtle: false, weight: "default", wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: {
        weight: "bolder",
        color: "default",
        size: "default",
        suffix: " *",
        suffixColor: "attention",
      },
      optionalInputs: { weight: "bolder", color: "default", size: "default" },
    },
    errorMessage: { size: "default", color: "attention", weight: "default", spacing: "small" },
  },
  actions: {
    maxActions: 6,
    spacing: "medium",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    preExpandSingleShowCardAction: false,
  },
  adaptiveCard: { allowCustomStyle: false },
};
