package org.gridclear.report.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.Audience;
import org.gridclear.market.publication.Notice;
import org.gridclear.market.publication.Notices;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.monitoring.evaluation.AlarmedEvaluation;
import org.gridclear.monitoring.evaluation.IndexQuery;

/**
 * Notices of monitoring, which go the way of all notices: to mailboxes, and from there over the
 * channels of their recipients, by mail and signed calls.
 *
 * @param folder the market
 * @param actor who tells
 */
public record ToldMarket(MarketFolder folder, Actor actor) {
  /**
   * What is told.
   *
   * @param operation what the audit log calls it
   * @param title in English or Chinese
   * @param chinese whether it is in Chinese
   * @param text what is said
   */
  public record Told(String operation, String title, boolean chinese, String text) {
    /** New alarms of indices. */
    public static Told of(AlarmedEvaluation evaluated, IndexQuery query) {
      List<IndexAlarmRow> raised = evaluated.raised();
      return new Told(
          "monitor evaluate tell",
          "%d index alarms, %s to %s".formatted(raised.size(), query.from(), query.to()),
          false,
          raised.stream().map(AlarmedEvaluation::text).collect(Collectors.joining("\n")));
    }

    /** A report that goes with it. */
    static Told of(ReportContent content) {
      return new Told(
          "monitor report publish",
          content.title(),
          content.chinese(),
          content.title() + ", " + content.subtitle());
    }
  }

  /**
   * Refuses who may not evaluate, or tell an audience, before anything is written.
   *
   * @param audience who is told; empty for nobody
   * @throws IllegalArgumentException if the account may not
   */
  public static void requireRights(Actor actor, Set<String> audience) {
    actor.require(Right.SUPERVISE, Right.OPERATE_MARKET);
    if (!audience.isEmpty()) {
      actor.require(Right.OPERATE_MARKET);
    }
  }

  /**
   * Refuses an audience of which somebody is none.
   *
   * @throws IllegalArgumentException naming the first
   */
  public static void requireKnown(Set<String> audience) {
    audience.stream()
        .filter(each -> !each.equals(Audience.PUBLIC.word()))
        .sorted()
        .forEach(Recipient::of);
  }

  /**
   * Tells an audience.
   *
   * @param papers files that go with it
   * @return what was done, for a person
   */
  public String tell(Told told, Set<String> audience, List<Path> papers) throws Exception {
    Notices notices = Notices.of(folder, DayStore.of(folder), Clock.systemUTC());
    Notice notice =
        new Notice(
            told.title(),
            told.chinese() ? told.title() : "",
            told.text(),
            "",
            Clock.systemUTC().instant(),
            Optional.empty(),
            audience,
            papers.stream().map(paper -> kept(notices, paper)).toList());
    PublicationRow row =
        actor.change(told.operation(), told.title(), () -> notices.publish(notice, actor.name()));
    return "Publication %d, %d told".formatted(row.number(), notices.receipts(row.number()).size());
  }

  private static Notice.Paper kept(Notices notices, Path paper) {
    try {
      return notices.keep(String.valueOf(paper.getFileName()), Files.readAllBytes(paper));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
