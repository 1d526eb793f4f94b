/** The part of Adaptive Cards 1.5 that we use: what Teams draws everywhere, also on phones (experience.md 2). */
type Weight = "Bolder";
export type ContainerStyle = "default" | "emphasis" | "good" | "attention" | "warning";
type Spacing = "None" | "Small" | "Medium" | "Large";

interface Placed {
  readonly spacing?: Spacing;
  readonly separator?: true;
}

/** Reads its text as Markdown: only text that went through `literal` may stand here. */
export interface TextBlock extends Placed {
  readonly type: "TextBlock";
  readonly text: string;
  readonly wrap: true;
  readonly style?: "heading";
  readonly size?: "Small" | "Medium" | "Large";
  readonly weight?: Weight;
  readonly isSubtle?: true;
}

/** Draws its text as it is. */
export interface TextRun {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: Weight;
  readonly size?: "Small";
  readonly isSubtle?: true;
}

export interface RichTextBlock extends Placed {
  readonly type: "RichTextBlock";
  readonly id?: string;
  readonly inlines: readonly TextRun[];
}

export interface Action {
  readonly type: "Action.Submit";
  readonly title: string;
  readonly style?: "positive" | "destructive";
  readonly data: { readonly act: string; readonly packed: string };
}

/** For clients without universal actions the same as Action.Submit: a door must take both. */
export interface ExecuteAction extends Omit<Action, "type"> {
  readonly type: "Action.Execute";
  readonly verb: string;
  readonly fallback: Action;
}

export type InputElement =
  | (InputBase & {
      readonly type: "Input.Text";
      readonly isMultiline: boolean;
      readonly maxLength: number;
    })
  | (InputBase & {
      readonly type: "Input.ChoiceSet";
      readonly style: "expanded" | "compact";
      readonly isMultiSelect: boolean;
      readonly wrap: true;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    });

interface InputBase extends Placed {
  readonly id: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly errorMessage?: string;
  readonly value?: string;
}

export type Element =
  | TextBlock
  | RichTextBlock
  | InputElement
  | (Placed & {
      readonly type: "FactSet";
      readonly facts: readonly { readonly title: string; readonly value: string }[];
    })
  | (Placed & {
      readonly type: "Container";
      readonly style?: ContainerStyle;
      readonly bleed?: true;
      readonly items: readonly Element[];
    })
  | (Placed & {
      readonly type: "Table";
      readonly firstRowAsHeader: true;
      readonly showGridLines: true;
      readonly columns: readonly { readonly width: number }[];
      readonly rows: readonly {
        readonly type: "TableRow";
        readonly cells: readonly { readonly type: "TableCell"; readonly items: readonly TextBlock[] }[];
      }[];
    })
  | (Placed & {
      readonly type: "Image";
      readonly url: string;
      readonly altText: string;
      readonly size: "Stretch";
    })
  | (Placed & { readonly type: "ActionSet"; readonly actions: readonly ExecuteAction[] });

export interface AdaptiveCard {
  readonly type: "AdaptiveCard";
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  readonly speak?: string;
  readonly fallbackText?: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

/** A message: `summary` is for the notification, the card for the conversation. */
export interface TeamsMessage {
  readonly summary: string;
  readonly card: AdaptiveCard;
}

/** A dialog: what Teams calls a task module. */
export interface TeamsDialog {
  readonly title: string;
  readonly card: AdaptiveCard;
}
