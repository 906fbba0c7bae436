package org.gridclear.io;

import java.nio.charset.StandardCharsets;
import org.gridclear.io.matpower.MatpowerWriter;
import org.gridclear.io.unitcommitment.UnitCommitmentJlWriter;
import org.gridclear.network.Network;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * A case or network in a format of others.
 *
 * @param name what its file is called where nobody says so
 * @param document the bytes of that file
 */
public record CaseExport(String name, byte[] document) {
  /** What can be written. */
  public enum Format {
    /** The network with its own operating point. */
    MATPOWER,
    /** The market day. */
    UNITCOMMITMENT
  }

  /**
   * A case as a format has it; what the format cannot say is noticed.
   *
   * @param file what the case is called in messages
   * @throws IllegalArgumentException if the case has nothing of what the format holds
   * @throws org.gridclear.validate.InvalidInputException if the cost would be another
   */
  public static CaseExport of(CaseFiles.Loaded loaded, String file, Format format, IssueLog log) {
    return switch (format) {
      case MATPOWER -> matpower(loaded, file, log);
      case UNITCOMMITMENT -> unitCommitment(loaded, file, log);
    };
  }

  private static CaseExport matpower(CaseFiles.Loaded loaded, String file, IssueLog log) {
    Network network = loaded.network();
    if (network.generators().isEmpty()) {
      throw new IllegalArgumentException(
          "The network of %s has no generators: it has no operating point to write as MATPOWER."
              .formatted(file));
    }
    if (loaded.content() instanceof CaseFiles.Content.WholeDay) {
      log.notice(
          Rule.FIELD_USED,
          "document",
          "",
          "market",
          "units, loads and rules of the day",
          "A MATPOWER file has one operating point: that of the network is written.");
    }
    String text = MatpowerWriter.write(network, log);
    return new CaseExport(network.name() + ".m", text.getBytes(StandardCharsets.UTF_8));
  }

  private static CaseExport unitCommitment(CaseFiles.Loaded loaded, String file, IssueLog log) {
    if (!(loaded.content() instanceof CaseFiles.Content.WholeDay whole)) {
      throw new IllegalArgumentException(
          "%s is a network without a market day to write; make one by: gridclear import %s."
              .formatted(file, file));
    }
    byte[] document = UnitCommitmentJlWriter.write(whole.day(), log);
    log.throwIfErrors();
    return new CaseExport(whole.day().name() + ".json", document);
  }
}
