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
  readonly data: ActionData;
}

/** What comes back with a press. In a dialog the inputs stand beside it, each under the name of its field. */
export interface ActionData {
  readonly act: string;
  readonly packed: string;
  /** The form that is sent: the same words from the same one are one press. */
  readonly dialog?: string;
  /** What the dialog shows in which the button stands. */
  readonly shows?: string;
  /** Of what goes over pages: which one comes. */
  readonly page?: number;
  /** The answer is a dialog. Without it the answer to an Action.Submit in a message can only be a message. */
  readonly msteams?: { readonly type: "task/fetch" };
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

export interface ImageElement extends Placed {
  readonly type: "Image";
  readonly url: string;
  readonly altText: string;
  readonly size: "Stretch";
}

/** Of Teams itself, not of Adaptive Cards 1.5: a client that does not know it draws `fallback`. It has no alternative text. */
export interface ChartElement extends Placed {
  readonly type: "Chart.VerticalBar.Grouped";
  readonly title?: string;
  readonly stacked: true;
  readonly showBarValues: true;
  readonly data: readonly {
    readonly legend: string;
    readonly color: "categoricalGreen" | "categoricalMarigold";
    readonly values: readonly { readonly x: string; readonly y: number }[];
  }[];
  readonly fallback: ImageElement;
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
  | ImageElement
  | ChartElement
  | (Placed & { readonly type: "ActionSet"; readonly actions: readonly (ExecuteAction | Action)[] });

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
