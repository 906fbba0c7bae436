package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.close.MonthCorrection;
import org.gridclear.settlement.close.Seal;

/**
 * A corrected version of a close, with what it changes; it claims to be the successor of the close
 * once it is sealed.
 *
 * @param correction what is corrected
 * @param reason why
 * @param said is told what changes, for a terminal
 */
public record CorrectedClose(MonthCorrection correction, String reason, Consumer<String> said)
    implements CloseWork {
  @Override
  public Closing.Outcome run(Closing closing, Path aside, Path target) throws IOException {
    Closing.Outcome outcome = closing.correct(correction, aside, target, reason);
    try (CloseFolder close = CloseFolder.openAside(aside, target)) {
      said.accept(CorrectionTables.write(aside, correction.previous(), close));
    }
    return outcome;
  }

  @Override
  public void sealed(Path target, Seal seal) {
    correction.claim(target, seal);
  }

  @Override
  public void abandoned() throws IOException {
    correction.release();
  }
}
