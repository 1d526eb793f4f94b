/** The part of Slack's Block Kit that we use. Nothing here is mrkdwn: words of people can not become a mention, a link or markup. */
export interface PlainText {
  readonly type: "plain_text";
  readonly text: string;
  readonly emoji: false;
}

export interface RichTextSpan {
  readonly type: "text";
  readonly text: string;
  readonly style?: { readonly bold: true };
}

export interface RichSection {
  readonly type: "rich_text_section";
  readonly elements: readonly RichTextSpan[];
}

export type RichPart =
  | RichSection
  | { readonly type: "rich_text_quote"; readonly elements: readonly RichTextSpan[] }
  | { readonly type: "rich_text_preformatted"; readonly elements: readonly RichTextSpan[] }
  | { readonly type: "rich_text_list"; readonly style: "bullet"; readonly elements: readonly RichSection[] };

export interface ButtonElement {
  readonly type: "button";
  readonly text: PlainText;
  readonly action_id: string;
  readonly value: string;
  readonly style?: "primary" | "danger";
  readonly accessibility_label: string;
}

export interface Option {
  readonly text: PlainText;
  readonly value: string;
}

export interface OptionGroup {
  readonly label: PlainText;
  readonly options: readonly Option[];
}

/** Up to 100 options, or groups of them. */
export type OptionList =
  | { readonly options: readonly Option[] }
  | { readonly option_groups: readonly OptionGroup[] };

export type InputElement =
  | {
      readonly type: "plain_text_input";
      readonly action_id: string;
      readonly multiline: boolean;
      readonly max_length: number;
      readonly initial_value?: string;
    }
  | {
      readonly type: "radio_buttons";
      readonly action_id: string;
      readonly options: readonly Option[];
      readonly initial_option?: Option;
    }
  | {
      readonly type: "checkboxes";
      readonly action_id: string;
      readonly options: readonly Option[];
      readonly initial_options?: readonly Option[];
    }
  | (OptionList & {
      readonly type: "static_select";
      readonly action_id: string;
      readonly initial_option?: Option;
    })
  | (OptionList & {
      readonly type: "multi_static_select";
      readonly action_id: string;
      readonly initial_options?: readonly Option[];
    });

export interface InputBlock {
  readonly type: "input";
  readonly block_id: string;
  readonly label: PlainText;
  readonly hint?: PlainText;
  readonly optional: boolean;
  readonly element: InputElement;
}

/** `@slack/types` 3.2.0 does not know this block (platforms.md 3.3). Every series has every category. */
export interface ChartBlock {
  readonly type: "data_visualization";
  readonly title: string;
  readonly chart: {
    readonly type: "bar";
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[] };
  };
}

export type Block =
  | { readonly type: "header"; readonly text: PlainText }
  | { readonly type: "rich_text"; readonly elements: readonly RichPart[] }
  | { readonly type: "context"; readonly elements: readonly PlainText[] }
  | { readonly type: "divider" }
  | { readonly type: "image"; readonly image_url: string; readonly alt_text: string }
  | { readonly type: "image"; readonly slack_file: { readonly id: string }; readonly alt_text: string }
  | { readonly type: "actions"; readonly elements: readonly ButtonElement[] }
  | ChartBlock
  | InputBlock;

export interface SlackMessage {
  /** The notification and what a screen reader gets. Escaped for mrkdwn. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface SlackModal {
  readonly type: "modal";
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly title: PlainText;
  readonly submit?: PlainText;
  readonly blocks: readonly Block[];
}

export interface SlackHome {
  readonly type: "home";
  readonly blocks: readonly Block[];
}

/** Plain text: drawn literally, also a `:smile:`. */
export function plainText(text: string): PlainText {
  return { type: "plain_text", text, emoji: false };
}
