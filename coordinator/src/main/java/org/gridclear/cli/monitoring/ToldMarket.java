package org.gridclear.cli.monitoring;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.Audience;
import org.gridclear.market.publication.Notice;
import org.gridclear.market.publication.Notices;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.publication.PublicationRow;

/**
 * Notices of monitoring, which go the way of all notices: to mailboxes, and from there over the
 * channels of their recipients, by mail and signed calls.
 */
record ToldMarket(MarketFolder folder, Actor actor, PrintWriter out) {
  /**
   * What is told.
   *
   * @param operation what the audit log calls it
   * @param title in English or Chinese
   * @param chinese whether it is in Chinese
   * @param text what is said
   */
  record Told(String operation, String title, boolean chinese, String text) {}

  /**
   * Who evaluates, and tells an audience, before anything is written.
   *
   * @param audience who is told; empty for nobody
   * @throws IllegalArgumentException if somebody of it is none, or the account may not
   */
  static Actor actor(ActorOptions acting, Set<String> audience) {
    audience.stream()
        .filter(each -> !each.equals(Audience.PUBLIC.word()))
        .sorted()
        .forEach(Recipient::of);
    Actor actor = audience.isEmpty() ? acting.actor() : acting.required();
    actor.require(Right.SUPERVISE, Right.OPERATE_MARKET);
    if (!audience.isEmpty()) {
      actor.require(Right.OPERATE_MARKET);
    }
    return actor;
  }

  void tell(Told told, Set<String> audience, List<Path> papers) throws Exception {
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
    out.printf("Publication %d, %d told%n", row.number(), notices.receipts(row.number()).size());
  }

  private static Notice.Paper kept(Notices notices, Path paper) {
    try {
      return notices.keep(String.valueOf(paper.getFileName()), Files.readAllBytes(paper));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
