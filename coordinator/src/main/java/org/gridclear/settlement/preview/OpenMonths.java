package org.gridclear.settlement.preview;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CorrectionPreview;
import org.gridclear.settlement.close.Successor;

/** Closes that stay open for previews: those that were asked last. */
public final class OpenMonths {
  private final Map<String, OpenMonth> open;

  /**
   * None yet.
   *
   * @param most how many stay open
   */
  public OpenMonths(int most) {
    this.open =
        new LinkedHashMap<>(4, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, OpenMonth> eldest) {
            boolean full = size() > most;
            if (full) {
              eldest.getValue().close().close();
            }
            return full;
          }
        };
  }

  /**
   * Previews a correction, one at a time: a preview uses all processors. A close that lies there no
   * longer as it was is opened anew.
   *
   * @param name name of the close
   * @param now the close as it lies there
   * @param correction folder with the corrected rows
   * @throws IllegalArgumentException if the close has a successor
   */
  public synchronized CorrectionPreview preview(
      String name, Supplier<CloseFolder> now, Path correction) {
    OpenMonth month = open.get(name);
    CloseFolder close = now.get();
    if (month != null && month.close().seal().hash().equals(close.seal().hash())) {
      close.close();
    } else {
      if (month != null) {
        open.remove(name).close().close();
      }
      month = new OpenMonth(close);
      open.put(name, month);
    }
    Successor.refuse(month.close().path(), "corrected");
    return month.preview(correction);
  }
}
