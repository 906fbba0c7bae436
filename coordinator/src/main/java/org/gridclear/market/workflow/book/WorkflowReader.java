package org.gridclear.market.workflow.book;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.json.JsonFields;
import org.gridclear.market.workflow.book.WorkflowNode.Action;
import org.gridclear.market.workflow.book.WorkflowNode.Limits;
import org.gridclear.market.workflow.book.WorkflowNode.OnFailure;
import org.gridclear.study.Yaml;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Reads the workflows of a market, YAML or JSON (docs/market-day.md). */
public final class WorkflowReader {
  /** What a file says that it is. */
  public static final String FORMAT = "gridclear-workflows";

  private static final String ADVICE = "Give workflows: with id, start and nodes.";
  private static final String NONE = ADVICE + " For no workflow at all give workflows: [].";
  private static final int MINUTES_PER_DAY = 1440;
  private static final int DAYS_MOST = 60;
  private static final int SECONDS_MOST = 86_400;

  private final IssueLog log;

  private WorkflowReader(IssueLog log) {
    this.log = log;
  }

  /**
   * Reads workflows.
   *
   * @param name of the file, for what is told
   * @throws InvalidInputException with every issue
   */
  public static WorkflowBook read(byte[] content, String name) {
    IssueLog log = new IssueLog(name);
    var document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, ADVICE);
    log.throwIfErrors();
    WorkflowBook book = new WorkflowReader(log).book(new JsonFields(document, "workflows", log));
    new WorkflowCheck(log).check(book);
    log.throwIfErrors();
    return book;
  }

  private WorkflowBook book(JsonFields root) {
    String format = root.text("format");
    int version = root.integer("version");
    if (!FORMAT.equals(format) || version != 1) {
      log.add(
          Rule.FIELD_TYPE,
          root.element(),
          "format",
          format + " " + version,
          "It must be " + FORMAT + ", version 1.");
    }
    List<Workflow> workflows = new ArrayList<>();
    for (JsonFields fields : root.objects("workflows", "workflow")) {
      workflows.add(workflow(fields));
    }
    root.done();
    if (!root.has("workflows")) {
      log.add(Rule.FIELD_PRESENT, root.element(), "workflows", "absent", NONE);
    }
    return new WorkflowBook(workflows);
  }

  /** Days on which a workflow starts. */
  private enum Days {
    ALL,
    WORKING
  }

  private Workflow workflow(JsonFields f) {
    String id = f.text("id");
    String title = f.text("title", id);
    WorkflowDays days = days(f);
    Cycles cycles = cycles(f);
    int late = cycles instanceof Cycles.Every every ? every.minutes() : MINUTES_PER_DAY;
    int missed = whole(f, "missedAfterMinutes", late, 1, DAYS_MOST * MINUTES_PER_DAY);
    List<WorkflowNode> nodes = new ArrayList<>();
    for (JsonFields node : f.objects("nodes", "workflow %s, node".formatted(id))) {
      nodes.add(node(node));
    }
    if (nodes.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "nodes", "none", "Give what is to be done.");
    }
    f.done();
    return new Workflow(id, title, days, cycles, missed, nodes);
  }

  private Cycles cycles(JsonFields workflow) {
    if (!workflow.has("start")) {
      log.add(
          Rule.FIELD_PRESENT,
          workflow.element(),
          "start",
          "absent",
          "Give {daysBefore: 1, time: \"09:30\"}, {gate: da} or {everyMinutes: 15}.");
      return new Cycles.Daily(new DayTime(0, false, LocalTime.MIDNIGHT));
    }
    JsonFields f = workflow.object("start", workflow.element() + ", start");
    Cycles cycles =
        f.has("everyMinutes")
            ? new Cycles.Every(
                whole(f, "everyMinutes", 1, 1, 60), whole(f, "leadMinutes", 0, 0, MINUTES_PER_DAY))
            : f.has("gate") ? new Cycles.AtGate(f.text("gate")) : new Cycles.Daily(dayTime(f));
    f.done();
    return cycles;
  }

  private WorkflowDays days(JsonFields f) {
    Days days = f.choice("days", Days.class, Days.ALL);
    TreeSet<Integer> ofMonth = new TreeSet<>(f.integers("daysOfMonth"));
    if (!ofMonth.isEmpty() && (ofMonth.first() < 1 || ofMonth.last() > 31)) {
      log.add(Rule.FIELD_TYPE, f.element(), "daysOfMonth", ofMonth, "Give days from 1 to 31.");
    }
    return new WorkflowDays(
        days == Days.WORKING, Set.copyOf(f.choices("weekdays", DayOfWeek.class)), ofMonth);
  }

  private WorkflowNode node(JsonFields f) {
    String id = f.text("id");
    String task = f.text("task");
    Trigger trigger =
        new Trigger(
            f.texts("after"),
            when(f, "at"),
            f.has("event") ? Optional.of(f.text("event")) : Optional.empty(),
            f.texts("byHand"));
    Optional<When> due = when(f, "due");
    Limits limits =
        new Limits(
            whole(f, "retries", 0, 0, 100),
            whole(f, "pauseSeconds", 0, 0, SECONDS_MOST),
            whole(f, "timeoutSeconds", 0, 0, SECONDS_MOST));
    OnFailure onFailure =
        new OnFailure(f.choice("onFailure", Action.class, Action.STOP), f.texts("groups"));
    f.done();
    return new WorkflowNode(id, task, trigger, due, limits, onFailure);
  }

  private Optional<When> when(JsonFields node, String field) {
    if (!node.has(field)) {
      return Optional.empty();
    }
    JsonFields f = node.object(field, node.element() + ", " + field);
    When when =
        f.has("minutes")
            ? new When.AfterStart(whole(f, "minutes", 0, 0, DAYS_MOST * MINUTES_PER_DAY))
            : new When.At(dayTime(f));
    f.done();
    return Optional.of(when);
  }

  private DayTime dayTime(JsonFields f) {
    int given = 0;
    int days = 0;
    for (String field : List.of("daysBefore", "daysAfter", "workingDaysAfter")) {
      if (f.has(field)) {
        given++;
        int count = whole(f, field, 0, 0, DAYS_MOST);
        days = field.equals("daysBefore") ? -count : count;
      }
    }
    if (given > 1) {
      log.add(Rule.FIELD_KNOWN, f.element(), "", "several", "Give one: daysBefore, daysAfter, …");
    }
    boolean working = f.has("workingDaysAfter");
    String time = f.text("time");
    try {
      LocalTime parsed = LocalTime.parse(time);
      if (parsed.getSecond() == 0 && parsed.getNano() == 0) {
        return new DayTime(days, working, parsed);
      }
    } catch (DateTimeParseException e) {
      // told below, as what has parts of a minute is
    }
    log.add(Rule.FIELD_TYPE, f.element(), "time", time, "Give a time of day such as \"09:30\".");
    return new DayTime(days, working, LocalTime.MIDNIGHT);
  }

  private int whole(JsonFields f, String field, int byDefault, int least, int most) {
    int value = f.integer(field, byDefault);
    if (value < least || value > most) {
      log.add(
          Rule.FIELD_TYPE,
          f.element(),
          field,
          value,
          "Give a whole number from %d to %d.".formatted(least, most));
      return byDefault;
    }
    return value;
  }
}
