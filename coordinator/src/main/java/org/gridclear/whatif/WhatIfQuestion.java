package org.gridclear.whatif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.study.Yaml;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * What is asked: changes as in a study, and where to look.
 *
 * @param changes one change or more, each an object with one kind, such as {@code {addLoad: {bus:
 *     "101", mw: 1}}}
 * @param bus id or name of a bus whose price is of interest; "" for none
 * @param period number of the period that is of interest, from 1, or a time in it; "" for none
 */
public record WhatIfQuestion(List<JsonNode> changes, String bus, String period) {
  private static final String SHAPE =
      "Give one change, such as addLoad: {bus: \"101\", mw: 1}; docs/formats.md lists all.";

  public WhatIfQuestion {
    changes = List.copyOf(changes);
  }

  /** Reads {@code changes}, {@code bus} and {@code period} of a request; reports what is wrong. */
  private static WhatIfQuestion of(JsonFields f, IssueLog log) {
    List<JsonNode> changes = f.has("changes") ? f.array("changes") : List.of();
    boolean number = f.has("period") && !f.isText("period");
    String period = number ? String.valueOf(f.integer("period")) : f.text("period", "");
    WhatIfQuestion question = new WhatIfQuestion(changes, f.text("bus", ""), period);
    f.done();
    if (changes.isEmpty()) {
      log.add(Rule.STUDY_VALUE, f.element(), "changes", "none", SHAPE);
    }
    return question;
  }

  /**
   * The question of a request.
   *
   * @throws org.gridclear.validate.InvalidInputException with all that cannot be read
   */
  public static WhatIfQuestion ofRequest(byte[] body) {
    IssueLog log = new IssueLog("request");
    JsonFields fields = new JsonFields(Json.parse(body, log), "what if", log);
    log.throwIfErrors();
    WhatIfQuestion question = of(fields, log);
    log.throwIfErrors();
    return question;
  }

  /**
   * A question in words of a command: each change is a line of YAML.
   *
   * @throws org.gridclear.validate.InvalidInputException with all that cannot be read
   */
  public static WhatIfQuestion ofText(List<String> changes, String bus, String period) {
    IssueLog log = new IssueLog("--change");
    List<JsonNode> read = changes.stream().map(each -> Yaml.parse(each, log, SHAPE)).toList();
    log.throwIfErrors();
    return new WhatIfQuestion(read, bus, period);
  }

  /** What kinds of changes there are. */
  Set<String> kinds() {
    Set<String> kinds = new HashSet<>();
    changes.forEach(change -> kinds.addAll(change.propertyNames()));
    return kinds;
  }

  /** The changes after those by which the kept case differs from its day. */
  String after(List<JsonNode> before) {
    List<JsonNode> all = new ArrayList<>(before);
    all.addAll(changes);
    return Json.MAPPER.writeValueAsString(all);
  }
}
