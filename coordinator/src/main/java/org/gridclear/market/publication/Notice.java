package org.gridclear.market.publication;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.json.JsonFields;
import org.gridclear.market.series.MarketClock;
import org.gridclear.study.Yaml;
import org.gridclear.table.Column;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * A notice to the market.
 *
 * @param title in one line
 * @param titleZh the same in Chinese; "" for none
 * @param text what is said
 * @param textZh the same in Chinese; "" for none
 * @param from from when it holds
 * @param to until when; empty for no end
 * @param audience {@code public}, or recipients: {@code member:ID}, {@code regulator}
 * @param papers what is attached
 */
public record Notice(
    String title,
    String titleZh,
    String text,
    String textZh,
    Instant from,
    Optional<Instant> to,
    Set<String> audience,
    List<Paper> papers) {
  private static final String FORMAT = "gridclear-notice";
  private static final String ADVICE = "Give title, text, from, audience.";
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}";
  private static final int TITLE_MAX = 200;

  /**
   * Something that is attached.
   *
   * @param name name of the file
   * @param hash SHA-256 of its content, which lies in {@code content/}
   */
  public record Paper(String name, String hash) {
    public Paper {
      if (!name.matches(NAME)) {
        throw new IllegalArgumentException(
            "The name of the paper (%s) must be letters, digits, blanks, dots and dashes, 100 at most."
                .formatted(name));
      }
    }
  }

  public Notice {
    audience = Set.copyOf(new TreeSet<>(audience));
    papers = List.copyOf(papers);
  }

  /** The same with papers. */
  public Notice with(List<Paper> attached) {
    return new Notice(title, titleZh, text, textZh, from, to, audience, attached);
  }

  /**
   * Reads a notice without its papers, YAML or JSON (docs/market-day.md).
   *
   * @param clock the market's, whose local times its times are
   * @throws org.gridclear.validate.InvalidInputException with every issue
   */
  public static Notice read(byte[] content, String name, MarketClock clock) {
    IssueLog log = new IssueLog(name);
    var document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, ADVICE);
    log.throwIfErrors();
    JsonFields f = new JsonFields(document, "notice", log);
    if (f.has("format") && !f.text("format").equals(FORMAT)) {
      log.add(Rule.FIELD_TYPE, "notice", "format", f.text("format"), "Give " + FORMAT + ".");
    }
    String title = f.text("title");
    if (title.length() > TITLE_MAX || title.lines().count() > 1) {
      log.add(Rule.FIELD_TYPE, "notice", "title", title, "Give one line of 200 letters at most.");
    }
    Optional<Instant> from = time(f, "from", f.text("from"), clock, log);
    Optional<Instant> to = f.has("to") ? time(f, "to", f.text("to"), clock, log) : Optional.empty();
    if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
      log.add(Rule.FIELD_TYPE, "notice", "to", f.text("to"), "Give a time after 'from'.");
    }
    Set<String> audience = audience(f, log);
    Notice notice =
        new Notice(
            title,
            f.text("titleZh", ""),
            f.text("text"),
            f.text("textZh", ""),
            from.orElse(Instant.EPOCH),
            to,
            audience,
            List.of());
    f.done();
    log.throwIfErrors();
    return notice;
  }

  private static Set<String> audience(JsonFields f, IssueLog log) {
    Set<String> audience = new TreeSet<>(f.texts("audience"));
    if (audience.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, "notice", "audience", "absent", "Give public or recipients.");
    }
    for (String each : audience) {
      try {
        if (!each.equals(Audience.PUBLIC.word())) {
          Recipient.of(each);
        }
      } catch (IllegalArgumentException e) {
        log.add(
            Rule.REFERENCE_EXISTS,
            "notice",
            "audience",
            each,
            "Give public, member:ID, regulator or operator.");
      }
    }
    return audience;
  }

  private static Optional<Instant> time(
      JsonFields f, String field, String text, MarketClock clock, IssueLog log) {
    try {
      return Optional.of(clock.local(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      log.add(Rule.FIELD_TYPE, f.element(), field, text, "Give a time such as 2026-10-01T08:00.");
      return Optional.empty();
    }
  }

  /** Whether it holds at a time. */
  public boolean holds(Instant time) {
    return !from.isAfter(time) && to.map(time::isBefore).orElse(true);
  }

  /** The notice as it is kept. */
  FrozenTable frozen() {
    FrozenTable.Rows rows =
        new FrozenTable.Rows(
            "notice",
            "A notice to the market.",
            List.of(
                Column.text("title", "In one line."),
                Column.text("titleZh", "The same in Chinese; empty for none."),
                Column.text("text", "What is said."),
                Column.text("textZh", "The same in Chinese; empty for none."),
                Column.text("from", "From when it holds, UTC."),
                Column.text("to", "Until when, UTC; empty for no end."),
                Column.text("audience", "public, or recipients, each with a ; after it."),
                Column.text("papers", "SHA-256 and name of each, a line each.")));
    List<String> lines = new ArrayList<>();
    papers.forEach(paper -> lines.add(paper.hash() + " " + paper.name()));
    rows.add(
        Set.of(),
        "",
        title,
        titleZh,
        text,
        textZh,
        from.toString(),
        to.map(Instant::toString).orElse(""),
        kept(audience),
        String.join("\n", lines));
    return rows.frozen();
  }

  /** The notice of what was kept. */
  static Notice of(FrozenTable frozen) {
    Object[] row = frozen.table().rows().get(0);
    List<Paper> papers =
        ((String) row[7])
            .lines()
            .map(line -> new Paper(line.substring(65), line.substring(0, 64)))
            .toList();
    String to = (String) row[5];
    return new Notice(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        Instant.parse((String) row[4]),
        to.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(to)),
        audience((String) row[6]),
        papers);
  }

  /** No id of a member has a semicolon; a blank it may have. */
  private static String kept(Set<String> audience) {
    return new TreeSet<>(audience).stream().map(each -> each + ";").collect(joining(" "));
  }

  /** Notices of before have blanks between recipients, and in ids, and no semicolon. */
  private static Set<String> audience(String kept) {
    String[] each =
        kept.endsWith(";")
            ? kept.substring(0, kept.length() - 1).split("; ", -1)
            : kept.split(" (?=(?:public|regulator|operator)(?: |$)|member:)", -1);
    return Set.copyOf(List.of(each));
  }
}
