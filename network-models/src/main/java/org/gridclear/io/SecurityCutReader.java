package org.gridclear.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.constraint.SecurityCut;
import org.gridclear.validate.IssueLog;

/** Reads cuts of security rounds: {@code {"cuts": […]}}, as {@code security-cuts.json} has them. */
public final class SecurityCutReader {
  private SecurityCutReader() {}

  /**
   * Reads a file.
   *
   * @throws org.gridclear.validate.InvalidInputException if it cannot be used
   */
  public static List<SecurityCut> read(Path file) {
    IssueLog log = new IssueLog(file.toString());
    try {
      JsonFields root = new JsonFields(Json.MAPPER.readTree(Files.readAllBytes(file)), "cuts", log);
      List<SecurityCut> cuts = read(root);
      root.done();
      log.throwIfErrors();
      return cuts;
    } catch (IOException e) {
      throw new UncheckedIOException("The cuts cannot be read: " + file, e);
    }
  }

  /** Reads the field {@code cuts}. */
  static List<SecurityCut> read(JsonFields root) {
    List<SecurityCut> cuts = new ArrayList<>();
    for (JsonFields f : root.objects("cuts", "cut")) {
      cuts.add(
          new SecurityCut(
              f.integer("round", 0),
              f.flag("flowgate", false),
              f.text("element"),
              f.text("outage", ""),
              f.integer("period", -1),
              f.flag("forward", true),
              f.number("offsetMw", 0),
              f.number("limitMw"),
              f.number("penaltyYuanPerMwh", 0),
              f.flag("inEffect", true)));
      f.done();
    }
    return cuts;
  }
}
