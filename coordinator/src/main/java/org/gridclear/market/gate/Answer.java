package org.gridclear.market.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.declaration.check.Objection;

/**
 * What became of a submission.
 *
 * @param objections what is wrong with it as a whole; each outcome has them among its own
 * @param outcomes one a declaration, in the order of the submission; none where none could be read
 */
public record Answer(List<Objection> objections, List<Outcome> outcomes) {
  public Answer {
    objections = List.copyOf(objections);
    outcomes = List.copyOf(outcomes);
  }

  /** Declarations that are on disk. */
  public long acceptedCount() {
    return outcomes.stream().filter(Outcome.Accepted.class::isInstance).count();
  }

  /** Whether all of it was taken. */
  public boolean isAccepted() {
    return !outcomes.isEmpty() && acceptedCount() == outcomes.size();
  }

  /** The answer as it is sent. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("accepted", acceptedCount());
    fields.put("refused", outcomes.size() - acceptedCount());
    fields.put("objections", objections.stream().map(Answer::fields).toList());
    fields.put("outcomes", outcomes.stream().map(Answer::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(Outcome outcome) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("unit", outcome.unit());
    fields.put("accepted", outcome instanceof Outcome.Accepted);
    if (outcome instanceof Outcome.Accepted accepted) {
      fields.put("receivedBefore", accepted.duplicate());
      fields.put("receipt", accepted.receipt().fields());
    } else if (outcome instanceof Outcome.Refused refused) {
      fields.put("refusal", refused.number());
      fields.put("arrivedAt", refused.arrivedAt());
    }
    fields.put("objections", outcome.objections().stream().map(Answer::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(Objection objection) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", objection.rule().id());
    fields.put("refuses", objection.rule().refuses());
    fields.put("place", objection.place());
    fields.put("value", objection.value());
    fields.put("ruleText", objection.rule().text());
    fields.put("advice", objection.advice());
    return fields;
  }
}
