import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "#store/store.ts";
import { commitContract } from "./store-commit.ts";
import { factsContract } from "./store-facts.ts";
import { noticesContract } from "./store-notices.ts";
import { peopleContract } from "./store-people.ts";
import { stuckContract } from "./store-stuck.ts";
import { timersContract } from "./store-timers.ts";
import { typedContract } from "./store-typed.ts";
import { waitsContract } from "./store-waits.ts";
import { wordsContract } from "./store-words.ts";

/** An empty store of one kind, and how to close it and open it again on the same data. */
export interface StoreUnderTest {
  readonly store: Store;
  reopen(): Promise<Store>;
  cleanup(): Promise<void>;
}

/** The store of the running test. After `reopen` it is the new one. */
export interface Stage {
  readonly store: Store;
  reopen(): Promise<void>;
}

/** What every store promises, whatever it is made of. Every kind of store runs this. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.cleanup());

    const stage: Stage = {
      get store() {
        return store;
      },
      async reopen() {
        store = await opened.reopen();
      },
    };
    commitContract(stage);
    wordsContract(stage);
    timersContract(stage);
    noticesContract(stage);
    stuckContract(stage);
    factsContract(stage);
    peopleContract(stage);
    typedContract(stage);
    waitsContract(stage);
  });
}
