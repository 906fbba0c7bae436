package org.gridclear.market.workflow.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridclear.json.Json;

/** Writes workflows as JSON that {@link WorkflowReader} reads; the same ones are the same bytes. */
public final class WorkflowText {
  private WorkflowText() {}

  /** The workflows as JSON. */
  public static byte[] write(WorkflowBook book) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", WorkflowReader.FORMAT);
    document.put("version", 1);
    document.put("workflows", book.workflows().stream().map(WorkflowText::fields).toList());
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
  }

  private static Map<String, Object> fields(Workflow workflow) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", workflow.id());
    fields.put("title", workflow.title());
    fields.put("days", workflow.days().working() ? "working" : "all");
    if (!workflow.days().weekdays().isEmpty()) {
      fields.put(
          "weekdays",
          workflow.days().weekdays().stream()
              .map(day -> day.name().toLowerCase(Locale.ROOT))
              .toList());
    }
    if (!workflow.days().ofMonth().isEmpty()) {
      fields.put("daysOfMonth", workflow.days().ofMonth());
    }
    fields.put("start", start(workflow.cycles()));
    fields.put("missedAfterMinutes", workflow.missedAfterMinutes());
    fields.put("nodes", workflow.nodes().stream().map(WorkflowText::fields).toList());
    return fields;
  }

  private static Map<String, Object> start(Cycles cycles) {
    if (cycles instanceof Cycles.AtGate gate) {
      return Map.of("gate", gate.market());
    }
    return cycles instanceof Cycles.Every every
        ? fields(every)
        : fields(((Cycles.Daily) cycles).at());
  }

  private static Map<String, Object> fields(Cycles.Every every) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("everyMinutes", every.minutes());
    fields.put("leadMinutes", every.leadMinutes());
    return fields;
  }

  private static Map<String, Object> fields(WorkflowNode node) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", node.id());
    fields.put("task", node.task());
    put(fields, "after", node.trigger().after());
    put(fields, "at", node.trigger().time());
    node.trigger().event().ifPresent(event -> fields.put("event", event));
    put(fields, "byHand", node.trigger().byHand());
    put(fields, "due", node.due());
    fields.put("retries", node.limits().retries());
    fields.put("pauseSeconds", node.limits().pauseSeconds());
    fields.put("timeoutSeconds", node.limits().timeoutSeconds());
    fields.put("onFailure", node.onFailure().action().name().toLowerCase(Locale.ROOT));
    put(fields, "groups", node.onFailure().groups());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      fields.put(name, texts);
    }
  }

  private static void put(Map<String, Object> fields, String name, Optional<When> when) {
    when.ifPresent(
        given ->
            fields.put(
                name,
                given instanceof When.AfterStart after
                    ? Map.of("minutes", after.minutes())
                    : fields(((When.At) given).time())));
  }

  private static Map<String, Object> fields(DayTime time) {
    Map<String, Object> fields = new LinkedHashMap<>();
    String days =
        time.working() ? "workingDaysAfter" : time.days() < 0 ? "daysBefore" : "daysAfter";
    fields.put(days, Math.abs(time.days()));
    fields.put("time", time.time().toString());
    return fields;
  }
}
