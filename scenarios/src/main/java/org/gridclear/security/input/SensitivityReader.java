package org.gridclear.security.input;

import java.util.List;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.json.JsonFields;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Reads which sensitivities are asked for, from a request (docs/formats.md). */
public final class SensitivityReader {
  private static final PowerFlowOptions SOLVED = SensitivityQuestion.solved(false);

  private SensitivityReader() {}

  /** The question; null where something is wrong, which is reported. */
  public static @Nullable SensitivityQuestion read(JsonFields f, IssueLog log) {
    List<SensitivityQuestion.By> by = f.choices("by", SensitivityQuestion.By.class);
    List<String> opened = f.texts("opened");
    double least = f.number("leastShare", SensitivityQuestion.leastShare(by));
    try {
      return new SensitivityQuestion(
          filter(f, "device", f.texts("deviceKinds")),
          by,
          filter(f, "element", List.of()),
          opened,
          least,
          options(f));
    } catch (IllegalArgumentException e) {
      log.add(Rule.STUDY_VALUE, "sensitivities", "", "", String.valueOf(e.getMessage()));
      return null;
    }
  }

  /**
   * Fields such as {@code devices}, {@code deviceZones}; elements have no kinds but their group.
   */
  private static ElementFilter filter(JsonFields f, String name, List<String> kinds) {
    return new ElementFilter(
        f.texts(name + "s"),
        kinds,
        f.texts(name + "Zones"),
        f.number(name + "KvMin", 0),
        f.limit(name + "KvMax", ElementFilter.ALL.kvMax()));
  }

  private static PowerFlowOptions options(JsonFields f) {
    return new PowerFlowOptions(
        f.choice("start", Start.class, SOLVED.start()),
        f.flag("reactiveLimits", SOLVED.reactiveLimits()),
        f.choice("slack", Sharing.class, SOLVED.sharing()),
        f.number("tolerancePu", SOLVED.tolerancePu()));
  }
}
