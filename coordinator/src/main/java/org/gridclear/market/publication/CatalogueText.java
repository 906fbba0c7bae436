package org.gridclear.market.publication;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.json.JsonFields;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.publication.PublicationKind.Correction;
import org.gridclear.market.publication.Schedule.When;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.study.Yaml;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** Reads a catalogue, YAML or JSON (docs/market-day.md). */
final class CatalogueText {
  private static final String ADVICE = "Give kinds: with id, en, zh, source, audience.";
  private static final String NONE = ADVICE + " To publish nothing give kinds: [].";
  private static final String ID = "[a-z][a-z0-9-]{0,63}";
  private static final List<String> MARKETS = List.of("lt-ruc", "da", "id", "rt");
  private static final List<String> SOURCES =
      List.of("result", "series", "ticket", "registry", "document", "notice");
  private static final List<String> CHOSEN = List.of("result", "series", "registry");

  private final IssueLog log;

  private CatalogueText(IssueLog log) {
    this.log = log;
  }

  /**
   * Reads a catalogue.
   *
   * @throws InvalidInputException with every issue
   */
  static Catalogue read(byte[] content, String name, int version) {
    IssueLog log = new IssueLog(name);
    var document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, ADVICE);
    log.throwIfErrors();
    List<PublicationKind> kinds =
        new CatalogueText(log).kinds(new JsonFields(document, "catalogue", log));
    log.throwIfErrors();
    return new Catalogue(version, kinds);
  }

  private List<PublicationKind> kinds(JsonFields root) {
    List<PublicationKind> kinds = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonFields fields : root.objects("kinds", "kind")) {
      kind(fields).ifPresent(kinds::add);
      String id = fields.text("id", "");
      if (!ids.add(id)) {
        log.add(Rule.ID_UNIQUE, fields.element(), "id", id, "Give it its own id.");
      }
    }
    root.done();
    if (!root.has("kinds")) {
      log.add(Rule.FIELD_PRESENT, root.element(), "kinds", "absent", NONE);
    }
    return kinds;
  }

  private Optional<PublicationKind> kind(JsonFields f) {
    int before = log.count();
    String id = f.text("id");
    if (!id.matches(ID)) {
      log.add(Rule.FIELD_TYPE, f.element(), "id", id, "Give small letters, digits and dashes.");
    }
    String en = f.text("en");
    String zh = f.text("zh");
    Optional<Source> source = source(f);
    Set<Audience> audience = EnumSet.noneOf(Audience.class);
    audience.addAll(f.choices("audience", Audience.class));
    if (audience.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "audience", "absent", "Say who is told.");
    }
    SortedMap<String, Schedule> schedules = schedules(f);
    Correction correction = f.choice("correction", Correction.class, Correction.AUTOMATIC);
    List<String> columns = f.texts("columns");
    f.done();
    source.ifPresent(each -> refusePrivate(f.element(), each, audience));
    return log.count() > before
        ? Optional.empty()
        : Optional.of(
            new PublicationKind(
                id, en, zh, source.orElseThrow(), audience, schedules, correction, columns));
  }

  private SortedMap<String, Schedule> schedules(JsonFields f) {
    SortedMap<String, Schedule> schedules = new TreeMap<>();
    String from = f.object("source", f.element() + " source").text("from", "");
    if (from.equals("result")) {
      schedules.putAll(ofMarkets(f));
    } else if (!SOURCES.contains(from)) {
      // Which of the two it is to have is not known; that the source is none is told.
      f.raw("markets");
      f.raw("schedule");
    } else if (f.has("schedule")) {
      schedules.put("", schedule(f.object("schedule", f.element() + " schedule"), false));
    }
    return schedules;
  }

  /** What belongs to members is never public, whatever a catalogue says. */
  private void refusePrivate(String element, Source source, Set<Audience> audience) {
    boolean owned =
        source instanceof Source.Result result
            ? PublishedRows.owned(result.kind())
            : source instanceof Source.Series series
                ? PublishedRows.owned(series.kind())
                : source instanceof Source.Registry;
    if (owned && audience.contains(Audience.PUBLIC)) {
      log.add(
          Rule.FIELD_TYPE,
          element,
          "audience",
          "public",
          "%s belongs to members: give own-member, regulator or operator.".formatted(source.of()));
    }
  }

  private Optional<Source> source(JsonFields f) {
    JsonFields fields = f.object("source", f.element() + " source");
    String from = fields.text("from");
    // Where there is nothing to choose it is not asked for, and refused as unknown.
    String of = CHOSEN.contains(from) ? fields.text("of", "") : "";
    Optional<Source> source =
        switch (from) {
          case "result" ->
              one(fields, of, ResultKind.words())
                  .map(each -> new Source.Result(ResultKind.of(each)));
          case "series" ->
              one(fields, of, SeriesKind.labels())
                  .map(each -> new Source.Series(SeriesKind.of(each).orElseThrow()));
          case "registry" ->
              one(fields, of, EntryKind.labels())
                  .map(each -> new Source.Registry(EntryKind.of(each).orElseThrow()));
          case "ticket" -> Optional.of(new Source.Ticket());
          case "notice" -> Optional.of(new Source.Notice());
          case "document" -> Optional.of(new Source.Document());
          default -> Optional.empty();
        };
    if (!SOURCES.contains(from)) {
      String advice = NearestName.advice(from, SOURCES);
      log.add(Rule.REFERENCE_EXISTS, fields.element(), "from", from, advice);
    }
    fields.done();
    return source;
  }

  private Optional<String> one(JsonFields fields, String of, List<String> known) {
    if (known.contains(of)) {
      return Optional.of(of);
    }
    log.add(Rule.REFERENCE_EXISTS, fields.element(), "of", of, NearestName.advice(of, known));
    return Optional.empty();
  }

  private SortedMap<String, Schedule> ofMarkets(JsonFields f) {
    SortedMap<String, Schedule> schedules = new TreeMap<>();
    for (Map.Entry<String, JsonFields> each :
        f.map("markets", f.element() + " market").entrySet()) {
      if (!MARKETS.contains(each.getKey())) {
        String advice = NearestName.advice(each.getKey(), MARKETS);
        log.add(Rule.REFERENCE_EXISTS, f.element(), "markets", each.getKey(), advice);
      }
      schedules.put(each.getKey(), schedule(each.getValue(), true));
    }
    if (schedules.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "markets", "absent", "Give markets and when.");
    }
    return schedules;
  }

  private Schedule schedule(JsonFields f, boolean approved) {
    When when = f.choice("when", When.class, When.HAND);
    LocalTime at = LocalTime.MIDNIGHT;
    int daysBefore = 0;
    if (when == When.AT) {
      at = time(f, f.text("at"));
      daysBefore = f.integer("daysBefore", 0);
    }
    if (when == When.APPROVAL && !approved) {
      log.add(Rule.FIELD_TYPE, f.element(), "when", "approval", "Only versions are approved.");
    }
    Duration delay = when == When.HAND ? Duration.ZERO : delay(f, f.text("delay", "PT0S"));
    f.done();
    return new Schedule(when, at, daysBefore, delay);
  }

  private LocalTime time(JsonFields f, String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      log.add(Rule.FIELD_TYPE, f.element(), "at", text, "Give a time of day such as 17:30.");
      return LocalTime.MIDNIGHT;
    }
  }

  private Duration delay(JsonFields f, String text) {
    try {
      Duration delay = Duration.parse(text);
      if (!delay.isNegative()) {
        return delay;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    log.add(Rule.FIELD_TYPE, f.element(), "delay", text, "Give a duration such as PT15M or P1D.");
    return Duration.ZERO;
  }
}
