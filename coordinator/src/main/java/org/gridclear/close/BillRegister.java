package org.gridclear.close;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * When the bills of a close were issued. From then on a correction is a re-settlement: its bills
 * show the differences and name the old ones (S-06, S-27).
 */
public final class BillRegister {
  private static final String NAME = "billed.txt";

  private BillRegister() {}

  /** Notes that bills were issued; the first time counts. */
  public static void issue(Path close, String publishedAt) {
    try {
      if (!Files.exists(close.resolve(NAME))) {
        Files.writeString(close.resolve(NAME), publishedAt + "\n", StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The latest close before this one whose bills were issued; null if there is none. */
  public static CloseFolder billedBefore(CloseFolder close) {
    for (var each = close.previous(); each.isPresent(); each = each.get().previous()) {
      if (Files.exists(each.get().path().resolve(NAME))) {
        return each.get();
      }
    }
    return null;
  }
}
