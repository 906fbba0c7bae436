package org.gridclear.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.file.TextFile;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.rule.SecurityCut;
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
    String text = TextFile.read(file, log);
    log.throwIfErrors();
    JsonFields root =
        new JsonFields(Json.parse(text.getBytes(StandardCharsets.UTF_8), log), "cuts", log);
    log.throwIfErrors();
    List<SecurityCut> cuts = read(root);
    root.done();
    log.throwIfErrors();
    return cuts;
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
