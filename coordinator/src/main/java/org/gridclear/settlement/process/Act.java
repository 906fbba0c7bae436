package org.gridclear.settlement.process;

import java.time.LocalDate;
import java.util.List;

/** What takes effect once one account has proposed it and another one approved it. */
public sealed interface Act {
  /** Rules of the process. */
  record RulesSet(ProcessRules rules) implements Act {}

  /** What a publication is. */
  enum Kind {
    DAY,
    WEEK,
    MONTH,
    /** Statements of a month again, of those whose disputes were granted. */
    UPDATE,
    /** Changes of a month that all go to later bills: nobody's statement is updated (S-27). */
    RESETTLEMENT
  }

  /**
   * Statements are published.
   *
   * @param kind of what
   * @param from first day
   * @param to last day
   * @param close folder of the close
   * @param seal its seal
   * @param books hash of its books
   * @param index SHA-256 of the list of statements, which lies in the content
   * @param root root of the Merkle tree over them: the published hash
   * @param updates number of the publication that an update or resettlement follows; 0 for none
   * @param disputes disputes that an update settles
   * @param effects SHA-256 of the table of changes of an update; "" for none
   */
  record Published(
      Kind kind,
      LocalDate from,
      LocalDate to,
      String close,
      String seal,
      String books,
      String index,
      String root,
      long updates,
      List<Long> disputes,
      String effects)
      implements Act {
    public Published {
      disputes = List.copyOf(disputes);
    }

    /** Whether it changes a month that was published. */
    public boolean corrects() {
      return kind == Kind.UPDATE || kind == Kind.RESETTLEMENT;
    }

    /** Whether its statements have to be confirmed. */
    public boolean isVoucher() {
      return kind == Kind.MONTH || kind == Kind.UPDATE;
    }
  }

  /** What becomes of a dispute. */
  enum Outcome {
    GRANTED,
    GRANTED_WITH_EXCEPTIONS,
    DENIED;

    /** Whether an updated statement follows. */
    public boolean isGrant() {
      return this != DENIED;
    }
  }

  /**
   * A dispute is answered.
   *
   * @param dispute its number
   * @param outcome what becomes of it
   * @param words the answer
   */
  record Answered(long dispute, Outcome outcome, String words) implements Act {}
}
