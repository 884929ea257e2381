declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  class BayesClassifier {
    constructor(stemmer: { stem(word: string): string });
    readonly classifier: {
      addExample(features: readonly number[], label: string): void;
      classify(features: readonly number[]): string;
    };
    addDocument(words: readonly string[], label: string): void;
    readonly features: Readonly<Record<string, number>>;
  }
  export = BayesClassifier;
}

declare module '@nlpjs/core' {
  interface Container {
    use(plugin: object): void;
  }
  export function containerBootstrap(): Promise<Container>;
}

declare module '@nlpjs/nlu' {
  import type { Container } from '@nlpjs/core';
  export class NluNeural {
    constructor(settings: { locale: string; container: Container; settings: { log: boolean } });
    train(corpus: readonly { utterance: string; intent: string }[], settings: { log: boolean }): Promise<void>;
    process(utterance: string): Promise<{ classifications: readonly { intent: string; score: number }[] }>;
  }
}

declare module '@nlpjs/lang-nl' {
  export const LangNl: object;
}

declare module '@nlpjs/lang-en-min' {
  export const LangEn: object;
}
