// What the bench uses of peers that say nothing about their types.

declare module "@nlpjs/basic" {
  interface Nlp {
    settings: object;
    readonly nluManager: { readonly settings: { domain?: object } };
    addLanguage(language: string): void;
    addDocument(language: string, text: string, label: string): void;
    train(): Promise<unknown>;
    process(language: string, text: string): Promise<unknown>;
    export(): string;
  }
  interface Container {
    use(plugin: unknown): void;
    get(name: "nlp"): Nlp;
  }
  export function containerBootstrap(): Promise<Container>;
  export const Nlp: unknown;
}

declare module "@nlpjs/lang-nl" {
  export const LangNl: unknown;
}

declare module "wink-naive-bayes-text-classifier" {
  interface NaiveBayes {
    definePrepTasks(tasks: readonly ((text: string) => unknown)[]): void;
    defineConfig(config: object): void;
    learn(text: string, label: string): void;
    exportJSON(): string;
    consolidate(): void;
    predict(text: string): string;
  }
  export default function winkNaiveBayes(): NaiveBayes;
}
