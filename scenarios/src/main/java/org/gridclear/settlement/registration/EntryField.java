package org.gridclear.settlement.registration;

import java.util.List;
import org.gridclear.settlement.registry.entry.EntryKind;

/**
 * A column of a kind of records.
 *
 * @param name name in files
 * @param shape what a cell holds
 * @param required whether every record has a value
 * @param list whether a cell may hold several, with ; between them
 * @param amount decimals and bounds; of numbers alone
 * @param choices values that it may have; empty if any
 * @param refers kinds of which it holds an id; empty if of none
 */
public record EntryField(
    String name,
    Shape shape,
    boolean required,
    boolean list,
    Bounds amount,
    List<String> choices,
    List<EntryKind> refers) {

  /** What a cell holds. */
  public enum Shape {
    TEXT,
    DATE,
    NUMBER,
    CHOICE,
    SHAREHOLDER
  }

  /**
   * Decimals and bounds of a number, in units of the last decimal.
   *
   * @param decimals decimals
   * @param least least value
   * @param most greatest value
   */
  public record Bounds(int decimals, long least, long most) {
    static final Bounds NONE = new Bounds(0, 0, 0);
  }

  /** What it holds, in words for a table. */
  public String words() {
    String one =
        switch (shape) {
          case TEXT ->
              refers.isEmpty()
                  ? "text"
                  : "id of " + String.join(", ", refers.stream().map(EntryKind::label).toList());
          case DATE -> "date";
          case NUMBER -> "number, %d decimals".formatted(amount.decimals());
          case CHOICE -> String.join(", ", choices);
          case SHAREHOLDER -> "investor:percent, 4 decimals";
        };
    return list ? one + "; several" : one;
  }
}
